"""What notifications reacts to."""

from collections.abc import Mapping
from typing import Any

from chalicelib.notifications.model import Kind, Notification, Person
from chalicelib.notifications.service import Digesting, Reactions, Ticking
from chalicelib.notifications.service.handing import Heir
from chalicelib.notifications.service.telling import EntryOnCard
from portal.cards import CardKind, CardRef
from portal.clock import from_wire, to_wire
from portal.consuming import EventHandler
from portal.events import Event
from portal.principals import (
    OUTSIDE_ROLES,
    OWNER_GRANT,
    Role,
    contact_grant,
    department_grant,
    head_grant,
)
from portal.revocations import end_session, end_tokens

_REFUSED, _CALLS_NOBODY = "refused", frozenset({"automatic", "quiet", "returned"})


def on_person_changed(reactions: Reactions, event: Event) -> None:
    """Follows the person, and refuses the tokens issued before his rights changed."""
    end_tokens(event)
    reactions.directory.follow(_person(event))


def on_work_handed_over(reactions: Reactions, event: Event) -> None:
    """Gives the reminders of somebody who leaves to his colleague."""
    if "reminder" in event.data["kinds"]:
        to = Heir(event.data["to"]["id"], event.data["to"]["name"])
        reactions.handing.hand_over(event.data["from_id"], to, event.occurred_at)


def on_entry_added(reactions: Reactions, event: Event) -> None:
    """Tells the people of a card what came to it."""
    entry, card = event.data["entry"], event.data["card"]
    party = _named(event.data["owner_id"], *event.data["participant_ids"])
    reactions.telling.entry(
        event,
        EntryOnCard(
            kind=entry["kind"],
            direction=entry["direction"],
            summary=entry["summary"] or "",
            refused=entry["mark"] == _REFUSED,
            automatic=entry["mark"] in _CALLS_NOBODY,
            card_title=card["title"],
            # Who has brought a letter in himself knows of it.
            party=frozenset(party - _named(event.data.get("brought_by"))),
            mentioned=frozenset(event.data["mentioned_ids"]),
        ),
    )


def on_communication_unlinked(reactions: Reactions, event: Event) -> None:
    """Tells those who can choose a card for a letter, unless a program wrote it or a rule keeps it quiet."""
    letter = event.data.get("letter", {})
    if not (letter.get("automatic") or letter.get("quiet")):
        whose, subject = letter.get("sender", ""), letter.get("subject", "")
        reactions.telling.unlinked(event, event.data["reason"], whose, subject)


def on_next_step_missing(reactions: Reactions, event: Event) -> None:
    """Tells the owner of a deal that it has no next step."""
    reactions.waiting.next_step_missing(event, event.data["owner_id"], event.data["card"]["title"])


def on_answer_overdue(reactions: Reactions, event: Event) -> None:
    """Tells the owner of a card, and the heads above him, that a client waits."""
    reactions.waiting.answer_overdue(event, event.data["owner_id"], event.data["card"]["title"])


def on_file_quarantined(reactions: Reactions, event: Event) -> None:
    """Tells the employee who asked for a file, or sent it himself, that it was refused."""
    by_employee = event.actor.id if event.actor.kind == "employee" else None
    if person_id := event.data["requested_by"] or by_employee:
        reactions.telling.file_refused(event, person_id, event.data["document"]["name"])


def on_communication_undelivered(reactions: Reactions, event: Event) -> None:
    """Tells who wrote a letter what became of it, by the latest that is known."""
    last = event.data["undelivered"][-1]
    if author_id := event.data["author_id"]:
        subject = event.data["communication"]["subject"]
        reactions.telling.undelivered(event, author_id, subject, last["address"], last["fate"])


def on_mailbox_silent(reactions: Reactions, event: Event) -> None:
    """Tells owners that no letters come to a mailbox."""
    reactions.telling.mailbox_silent(event, event.data["mailbox"]["address"])


def on_notification_added(reactions: Reactions, event: Event) -> None:
    """Delivers what is to go further than the portal."""
    if event.data["mail"]:
        reactions.delivering.by_mail(_notification(event))


def on_personal_data_erased(reactions: Reactions, event: Event) -> None:
    """People have closed the accounts of a person: what was told to them and of him goes, and crm is answered."""
    data = event.data
    reactions.erasing.erase(
        data["erasure_id"],
        data["step"],
        [CardRef(CardKind(card["kind"]), card["id"]) for card in data["cards"]],
        data["reader_ids"],
        data["account_ids"],
    )


SUBSCRIPTIONS: Mapping[str, EventHandler] = {
    "people.person_changed.v1": on_person_changed,
    "people.personal_data_erased.v1": on_personal_data_erased,
    "people.session_ended.v1": end_session,
    "people.work_handed_over.v1": on_work_handed_over,
    "crm.entry_added.v1": on_entry_added,
    "crm.answer_overdue.v1": on_answer_overdue,
    "crm.next_step_missing.v1": on_next_step_missing,
    "crm.communication_unlinked.v1": on_communication_unlinked,
    "communications.communication_undelivered.v1": on_communication_undelivered,
    "communications.mailbox_silent.v1": on_mailbox_silent,
    "documents.file_quarantined.v1": on_file_quarantined,
    "notifications.notification_added.v1": on_notification_added,
}


def on_minute(ticking: Ticking, digesting: Digesting) -> None:
    """A minute has passed: reminders go off, and then digests, whatever becomes of the reminders."""
    try:
        ticking.tick()
    finally:
        digesting.send_due()


def _person(event: Event) -> Person:
    person = event.data["person"]
    return Person(
        id=person["id"],
        name=person["name"],
        email=person["email"],
        language=person["language"],
        active=person["active"],
        memberships=_memberships(person),
        time_zone=person["time_zone"],
        as_of=f"{to_wire(event.occurred_at)}#{event.id}",
    )


def _memberships(person: Mapping[str, Any]) -> frozenset[str]:
    roles = set(person["roles"])
    if roles & {role.value for role in OUTSIDE_ROLES}:
        contact_id = person["contact_id"]
        return frozenset({contact_grant(contact_id)} if contact_id else ())
    ids = {*person["department_ids"], *person["headed_department_ids"]}
    owner = {OWNER_GRANT} if Role.OWNER.value in roles else set()
    heads = map(head_grant, person["headed_department_ids"])
    return frozenset(map(department_grant, ids)).union(heads, owner)


def _notification(event: Event) -> Notification:
    told = event.data["notification"]
    return Notification(
        id=told["id"],
        person_id=event.data["person_id"],
        kind=Kind(told["kind"]),
        text=told["text"],
        about=tuple(CardRef(CardKind(card["kind"]), card["id"]) for card in told["about"]),
        at=from_wire(told["at"]),
        event_id=told["source"]["event_id"],
        mail=event.data["mail"],
    )


def _named(*ids: str | None) -> set[str]:
    return {identifier for identifier in ids if identifier}

"""What crm reacts to: by way of the bus, and communications by the stream of their table."""

from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.crm.model.cards import Owner
from chalicelib.crm.model.pulse import Step
from chalicelib.crm.service.crm import Crm
from chalicelib.crm.service.erasing.erasing import feature_of
from chalicelib.crm.service.handing import HandOver
from chalicelib.crm.service.indexing import Progress
from chalicelib.crm.service.pairing import OF_LIKENESS
from chalicelib.crm.service.pulse import Ticking
from chalicelib.crm.service.pulse.ports import Noted
from chalicelib.crm.service.rounds import Opening
from portal.cards import CardKind, CardRef
from portal.clock import from_wire, to_wire
from portal.consuming import EventHandler
from portal.events import Event
from portal.principals import STAFF_ROLES
from portal.publishing import announced
from portal.revocations import end_session, end_tokens

_OF_WAITING = frozenset(
    {"stage_id", "pipeline_id", "status", "converted_to", "merged", "former_ids"}
)
"""The fields by which a card begins to wait, or no longer does, or waits for what another did."""


def on_person_changed(crm: Crm, event: Event) -> None:
    """Refuses the tokens that the change ends, and shows an employee's cards to who heads him now."""
    end_tokens(event)
    person = event.data["person"]
    if STAFF_ROLES.intersection(person["roles"]):
        employee = Owner(person["id"], person["name"], frozenset(person["department_ids"]))
        crm.following.follow_employee(employee, event.occurred_at)


def on_work_handed_over(crm: Crm, event: Event) -> None:
    """Gives the open cards of somebody who leaves to his colleague."""
    to = event.data["to"]
    crm.handing.hand_over(
        HandOver(
            id=event.id,
            from_id=event.data["from_id"],
            to=Owner(to["id"], to["name"], frozenset(to["department_ids"])),
            kinds=frozenset(event.data["kinds"]),
            actor=event.actor,
        )
    )


def on_file_received(crm: Crm, event: Event) -> None:
    """A file stands on its card."""
    crm.files.receive(event)


def on_file_quarantined(crm: Crm, event: Event) -> None:
    """A file was refused."""
    crm.files.refuse(event)


def on_lead_converted(crm: Crm, event: Event) -> None:
    """The lead's letters stand on what it became."""
    crm.moving.follow(event)


def on_deals_displaced(crm: Crm, event: Event) -> None:
    """The next page of a pipeline's deals follows what the pipeline has become."""
    crm.rearranging.carry_on(event.data["rearrangement_id"], event.data["step"])


def on_personal_data_erased(crm: Crm, event: Event) -> None:
    """The next page of an erasure, or what another feature has answered to one."""
    if feature := feature_of(event):
        crm.erasing.hear(feature, event.data)
    else:
        crm.walking.carry_on(event.data["erasure_id"], event.data["step"])


def on_card_changed(crm: Crm, event: Event) -> None:
    """The index follows the card that the event is about; what it waits for and is like, where that may be another."""
    created, changed = event.data["created"], event.data["changed"]
    waits_anew = created or not _OF_WAITING.isdisjoint(changed)
    is_like_anew = created or not OF_LIKENESS.isdisjoint(changed)
    for ref in event.about:
        followed = crm.pulses.follow(ref) if waits_anew else []
        if waits_anew:
            crm.rounds.follow(ref)
        # The index follows what the card waits for as well, and what it went into.
        for each in dict.fromkeys((ref, *followed)):
            crm.indexing.follow(each)
        if is_like_anew:
            crm.pairing.follow(ref)


def on_card_removed(crm: Crm, event: Event) -> None:
    """The index forgets the card, nobody waits on it any more, and it is like no other."""
    for ref in event.about:
        _follow(crm, ref)
        crm.indexing.follow(ref)


def _follow(crm: Crm, ref: CardRef) -> None:
    """All that follows from a card as it is, before the index does."""
    crm.pulses.follow(ref)
    crm.pairing.follow(ref)
    crm.rounds.follow(ref)


def on_communication_moved(crm: Crm, event: Event) -> None:
    """A communication came to cards or left them."""
    for ref in crm.pulses.follow_communication(event.data["communication_id"]):
        crm.indexing.follow(ref)


def on_reminder_changed(crm: Crm, event: Event) -> None:
    """A card's next step may be another."""
    data, as_of = event.data, f"{to_wire(event.occurred_at)}#{event.id}"
    due_at = data["due_at"] and from_wire(data["due_at"])
    told = data["text"], data["person_id"], data["person_name"]
    step = Step(data["reminder_id"], due_at, *told) if due_at else None
    for ref in crm.pulses.note_reminder(event.about, Noted(data["reminder_id"], step, as_of)):
        crm.indexing.follow(ref)


SUBSCRIPTIONS: Mapping[str, EventHandler] = {
    "crm.card_changed.v1": on_card_changed,
    "crm.card_removed.v1": on_card_removed,
    "crm.deals_displaced.v1": on_deals_displaced,
    "crm.personal_data_erased.v1": on_personal_data_erased,
    "communications.personal_data_erased.v1": on_personal_data_erased,
    "documents.personal_data_erased.v1": on_personal_data_erased,
    "notifications.personal_data_erased.v1": on_personal_data_erased,
    "people.personal_data_erased.v1": on_personal_data_erased,
    "people.person_changed.v1": on_person_changed,
    "people.session_ended.v1": end_session,
    "people.work_handed_over.v1": on_work_handed_over,
    "documents.file_received.v1": on_file_received,
    "documents.file_quarantined.v1": on_file_quarantined,
    "crm.lead_converted.v1": on_lead_converted,
    "crm.communication_linked.v1": on_communication_moved,
    "crm.communication_unlinked.v1": on_communication_moved,
    "notifications.reminder_changed.v1": on_reminder_changed,
}


def on_work_queued(crm: Crm, event: Event) -> None:
    """A piece of an import or an export waits to be done."""
    work = event.data["work"]
    works = {"import": crm.running.work, "export": crm.export_running.work}
    works[work["kind"]](work["id"], event.data["step"])


WORK: Mapping[str, EventHandler] = {"crm.work_queued.v1": on_work_queued}
"""What ``bulk`` hears, on a queue of its own: it takes minutes, and nobody waits for it."""


def on_minute(ticking: Ticking, opening: Opening) -> None:
    """A minute has passed: one of the two that fails does not keep the other from its work."""
    try:
        ticking.tick()
    finally:
        opening.tick()


def on_communication(make_crm: Callable[[], Crm]) -> Callable[[Mapping[str, Any]], None]:
    """What handles a record of the communications table's stream."""

    def link(record: Mapping[str, Any]) -> None:
        event = announced(record)
        if event:
            crm = make_crm()
            crm.absences.hear(event)
            crm.linking.hear(event)

    return link


def reindex(crm: Crm, event: Mapping[str, Any]) -> dict[str, Any] | None:
    """Whoever operates the portal calls this with ``{}``, then with each answer, until there is none.

    It indexes the cards that were there before the index was, or before it learned something new.
    """
    done = crm.indexing.rebuild(_progress(event), lambda ref: _follow(crm, ref))
    if done is None:
        return None
    return {"kind": str(done.kind), "cursor": done.cursor, "cards": done.cards}


def _progress(event: Mapping[str, Any]) -> Progress:
    return Progress(CardKind(event["kind"]), event["cursor"]) if event else Progress()

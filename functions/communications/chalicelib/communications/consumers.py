"""What communications reacts to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from chalicelib.communications.model import Colleague, State, Suggestion, comparable
from chalicelib.communications.schemas.absences import absence_news_of
from chalicelib.communications.schemas.mail_news import provider_ids, reports_of
from chalicelib.communications.service import (
    AbsenceBook,
    Colleagues,
    Departing,
    Erasing,
    Following,
    Health,
    HoursBook,
    MailHanding,
    Placement,
    Reporting,
    Ticking,
)
from portal.cards import CardKind, CardRef
from portal.clock import from_wire, to_wire
from portal.consuming import EventHandler
from portal.events import Event
from portal.principals import STAFF_ROLES
from portal.revocations import end_session, end_tokens

_BY_PERSON = "person"


@dataclass(frozen=True)
class Hearing:
    """What of communications follows the news of others."""

    following: Following
    colleagues: Colleagues
    erasing: Erasing
    handing: MailHanding
    hours: HoursBook
    absences: AbsenceBook


def on_communication_linked(hearing: Hearing, event: Event) -> None:
    """It stands on these cards."""
    data = event.data
    hearing.following.follow(
        Placement(
            communication_id=data["communication_id"],
            state=State.LINKED,
            revision=data["revision"],
            audience=event.audience,
            cards=_cards(data["cards"]),
            contact_ids=tuple(data["contact_ids"]),
            by_person=data["by"] == _BY_PERSON,
            chosen=_card(chosen) if (chosen := data.get("chosen")) else None,
        )
    )


def on_communication_unlinked(hearing: Hearing, event: Event) -> None:
    """It waits for a person, who is shown these suggestions."""
    data = event.data
    hearing.following.follow(
        Placement(
            communication_id=data["communication_id"],
            state=State.UNLINKED,
            revision=data["revision"],
            audience=event.audience,
            cards=_cards(data["cards"]),
            reason=data["reason"],
            suggestions=tuple(map(_suggestion, data["suggestions"])),
        )
    )


def on_person_changed(hearing: Hearing, event: Event) -> None:
    """Tokens issued before the person's rights changed end; a letter of an employee is known as his."""
    end_tokens(event)
    person = event.data["person"]
    if STAFF_ROLES.intersection(person["roles"]):
        hearing.colleagues.follow(
            Colleague(
                id=person["id"],
                name=person["name"],
                address=comparable(person["email"]),
                active=person["active"],
                as_of=f"{to_wire(event.occurred_at)}#{event.id}",
            )
        )


def on_absence_changed(hearing: Hearing, event: Event) -> None:
    """Whoever writes to a colleague who is away is answered."""
    hearing.absences.keep_absence(absence_news_of(event))


def on_work_handed_over(hearing: Hearing, event: Event) -> None:
    """Mailboxes, and what waits in them, go to a colleague of somebody who leaves."""
    data = event.data
    if "mailbox" in data["kinds"]:
        hearing.handing.hand_over(data["from_id"], data["to"]["id"])


def on_working_hours_changed(hearing: Hearing, event: Event) -> None:
    """Silence of mailboxes counts by other hours."""
    from chalicelib.communications.schemas.hours import working_time_of  # noqa: PLC0415  # heard of once in a while

    hearing.hours.keep_working_time(working_time_of(event.data), event.data["revision"])


def on_personal_data_erased(hearing: Hearing, event: Event) -> None:
    """Letters and messages are erased, and crm is answered."""
    data = event.data
    hearing.erasing.erase(
        data["erasure_id"], data["step"], data["communication_ids"], _cards(data["cards"])
    )


SUBSCRIPTIONS: Mapping[str, EventHandler] = {
    "crm.communication_linked.v1": on_communication_linked,
    "crm.communication_unlinked.v1": on_communication_unlinked,
    "crm.personal_data_erased.v1": on_personal_data_erased,
    "crm.working_hours_changed.v1": on_working_hours_changed,
    "people.absence_changed.v1": on_absence_changed,
    "people.person_changed.v1": on_person_changed,
    "people.session_ended.v1": end_session,
    "people.work_handed_over.v1": on_work_handed_over,
}


def on_mail_fate(reporting: Reporting, message: Mapping[str, Any]) -> None:
    """SES tells what became of a letter of ours.

    Source: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
    """
    detail = message["detail"]
    reporting.told(provider_ids(detail), tuple(reports_of(detail)))


def on_letter_due(departing: Departing, message: Mapping[str, Any]) -> None:
    """A letter's time to leave has come."""
    departing.depart(message["communication_id"])


def on_minute(ticking: Ticking, health: Health, event: Mapping[str, Any]) -> None:
    """A minute has passed; once an hour the mailboxes are listened to."""
    ticking.tick()
    now = from_wire(event["time"]) if "time" in event else health.clock()
    if now.minute == 0:
        health.listen()


def _suggestion(value: Mapping[str, Any]) -> Suggestion:
    return Suggestion(_card(value["card"]), value["title"], frozenset(value["audience"]))


def _cards(values: Iterable[Mapping[str, str]]) -> tuple[CardRef, ...]:
    return tuple(map(_card, values))


def _card(value: Mapping[str, str]) -> CardRef:
    return CardRef(CardKind(value["kind"]), value["id"])

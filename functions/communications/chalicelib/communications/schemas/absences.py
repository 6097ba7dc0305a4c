"""A colleague's absence, as people announces it."""

from datetime import date

from chalicelib.communications.model.own_absences import AbsenceNews, OwnAbsence
from portal.clock import to_wire
from portal.events import Event

# What was told before zones were is by the clock of Moscow.
_ZONE = "Europe/Moscow"


def absence_news_of(event: Event) -> AbsenceNews:
    """What the event says.

    Raises:
        KeyError, ValueError: it does not keep its contract.
    """
    told = event.data["absence"]
    as_of = f"{to_wire(event.occurred_at)}#{event.id}"
    if told is None:
        return AbsenceNews(event.data["person_id"], as_of, None)
    other = told["stand_in"]
    absence = OwnAbsence(
        id=told["id"],
        since=date.fromisoformat(told["since"]),
        until=date.fromisoformat(told["until"]),
        text=told["text"],
        zone=told.get("zone", _ZONE),
        language=told.get("language", "ru"),
        stand_in=f"{other['name']}, {other['email']}" if other else "",
    )
    return AbsenceNews(event.data["person_id"], as_of, absence)

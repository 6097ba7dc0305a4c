"""Absences of employees: ``absences`` / person, so that one query tells who is away."""

from datetime import UTC, datetime, time, timedelta

from pydantic import TypeAdapter

from chalicelib.people.model.absences import Absence
from chalicelib.people.store.table import AbsenceItem
from portal.dynamo import Writes, read
from portal.events import Event

_ALL = "absences"
_ABSENCE = TypeAdapter(Absence)
_KEPT = timedelta(days=2)


class AbsencesTable:
    """Maps absences to items and back; an item is forgotten when its absence is over everywhere."""

    def absences(self) -> list[Absence]:
        """All that are not forgotten: at most one of each employee."""
        return [_ABSENCE.validate_json(item.absence) for item in AbsenceItem.query(_ALL)]

    def absence(self, person_id: str) -> Absence | None:
        """Somebody's."""
        item = read(AbsenceItem, _ALL, person_id, consistent=True)
        return _ABSENCE.validate_json(item.absence) if item else None

    def save(self, person_id: str, absence: Absence | None, event: Event) -> None:
        """Stores it in place of the former one; the news of an end rides on an item of its own."""
        if absence:
            Writes().put(_to_item(absence).announce(event)).commit()
            return
        ended = AbsenceItem(
            f"absence-ended#{person_id}",
            event.id,
            absence="",
            expires_at=_end_of(event.occurred_at),
        )
        Writes().delete(AbsenceItem(_ALL, person_id)).put(ended.announce(event)).commit()


def _to_item(absence: Absence) -> AbsenceItem:
    last = datetime.combine(absence.until, time(), UTC)
    return AbsenceItem(
        _ALL,
        absence.person_id,
        absence=_ABSENCE.dump_json(absence).decode(),
        expires_at=_end_of(last),
    )


def _end_of(at: datetime) -> int:
    return int((at + _KEPT).timestamp())

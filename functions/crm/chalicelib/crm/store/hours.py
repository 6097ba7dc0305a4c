"""The working hours of the company: ``company`` / ``hours``."""

from datetime import date, time
from typing import Any

from pynamodb.attributes import JSONAttribute, VersionAttribute

from chalicelib.crm.model.hours import WorkingHours
from chalicelib.crm.store.table import TABLE
from portal.dynamo import Writes, read
from portal.errors import StaleVersionError
from portal.events import Event

_KEY = ("company", "hours")


class HoursItem(TABLE):
    """The hours as they are set."""

    values = JSONAttribute()
    version = VersionAttribute()


class HoursStore:
    """Working hours in the table."""

    def hours(self) -> WorkingHours:
        """As they are set, or the usual ones."""
        item = read(HoursItem, *_KEY, consistent=True)
        return _to_hours(item) if item else WorkingHours()

    def save_hours(self, hours: WorkingHours, event: Event) -> WorkingHours:
        """As stored."""
        item = HoursItem(*_KEY, values=_values(hours)).announce(event)
        if hours.version is not None:
            item.version = hours.version
        Writes().put(item, otherwise=StaleVersionError()).commit()
        return _to_hours(item)


def _values(hours: WorkingHours) -> dict[str, Any]:
    return {
        "zone": hours.zone,
        "days": list(hours.days),
        "starts": hours.starts.isoformat(),
        "ends": hours.ends.isoformat(),
        "holidays": sorted(day.isoformat() for day in hours.holidays),
        "answer_within": hours.answer_within,
        "step_within": hours.step_within,
    }


def _to_hours(item: HoursItem) -> WorkingHours:
    made: dict[str, Any] = item.values | {
        "days": tuple(item.values["days"]),
        "starts": time.fromisoformat(item.values["starts"]),
        "ends": time.fromisoformat(item.values["ends"]),
        "holidays": frozenset(map(date.fromisoformat, item.values["holidays"])),
        "version": item.version,
    }
    return WorkingHours(**made)

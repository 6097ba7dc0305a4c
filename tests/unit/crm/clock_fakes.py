"""A clock for the use cases of crm, and the hours by which its company works."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from chalicelib.crm.model.hours import WorkingHours
from portal.events import Event


@dataclass
class Clock:
    """Goes on by a minute whenever somebody looks."""

    now: datetime = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


class OfficeHours:
    """The usual working hours, which nobody changes."""

    def hours(self) -> WorkingHours:
        return WorkingHours()

    def save_hours(self, hours: WorkingHours, event: Event) -> WorkingHours:
        raise NotImplementedError

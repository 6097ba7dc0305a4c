"""The working hours of the company."""

from dataclasses import replace

from chalicelib.crm.events.hours import WorkingHoursChanged
from chalicelib.crm.model.hours import WorkingHours
from chalicelib.crm.service.pulse.ports import HoursBook
from portal.clock import Clock
from portal.errors import StaleVersionError
from portal.ids import Ids
from portal.principals import Actor
from portal.values import dataclass


@dataclass(frozen=True)
class Hours:
    """Reading and setting them."""

    store: HoursBook
    clock: Clock
    ids: Ids

    def current(self) -> WorkingHours:
        """As they are set, or the usual ones."""
        return self.store.hours()

    def change(self, hours: WorkingHours, if_match: int | None, actor: Actor) -> WorkingHours:
        """Other hours, for what begins to wait from now on, and for what is looked at anew.

        Raises:
            StaleVersionError: somebody saved after `if_match`, or at this moment.
        """
        before = self.store.hours()
        if if_match not in {None, before.version or 0}:
            raise StaleVersionError
        news = WorkingHoursChanged(hours, (before.version or 0) + 1)
        event = news.to_event(self.ids(), self.clock(), actor)
        return self.store.save_hours(replace(hours, version=before.version), event)

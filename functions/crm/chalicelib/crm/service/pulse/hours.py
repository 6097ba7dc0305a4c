"""The working hours of the company."""

from dataclasses import replace

from chalicelib.crm.model.hours import WorkingHours
from chalicelib.crm.service.pulse.ports import HoursBook
from portal.errors import StaleVersionError
from portal.values import dataclass


@dataclass(frozen=True)
class Hours:
    """Reading and setting them."""

    store: HoursBook

    def current(self) -> WorkingHours:
        """As they are set, or the usual ones."""
        return self.store.hours()

    def change(self, hours: WorkingHours, if_match: int | None) -> WorkingHours:
        """Other hours, for what begins to wait from now on, and for what is looked at anew.

        Raises:
            StaleVersionError: somebody saved after `if_match`, or at this moment.
        """
        before = self.store.hours()
        if if_match not in {None, before.version or 0}:
            raise StaleVersionError
        return self.store.save_hours(replace(hours, version=before.version))

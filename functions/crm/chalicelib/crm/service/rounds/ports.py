"""What the rounds of contracts need to remember."""

from datetime import datetime
from typing import Protocol

from chalicelib.crm.model.rounds import Round, Schedule
from portal.paging import Page, PageRequest


class Schedules(Protocol):
    """The schedules of contracts, and the rounds there were."""

    def schedule(self, deal_id: str) -> Schedule | None:
        """Of one contract, read consistently."""
        ...

    def save(
        self, schedule: Schedule, opens_at: datetime | None, round_: Round | None = None
    ) -> Schedule:
        """As stored, due at that instant if any, with the round it has come to; raises `StaleVersionError`."""
        ...

    def take_back(self, schedule: Schedule, opens_at: datetime | None, number: int) -> Schedule:
        """As stored, without the round of that number; raises `StaleVersionError`."""
        ...

    def due(self, until: datetime, page: PageRequest) -> Page[str]:
        """The contracts whose next round opens by then, the earliest first."""
        ...

    def rounds(self, deal_id: str, request: PageRequest) -> Page[Round]:
        """The rounds of a contract, the latest first."""
        ...

"""Schedules of rounds in memory, and the company that opens them."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from tests.unit.crm.card_fakes import Company
from tests.unit.crm.clock_fakes import OfficeHours

from chalicelib.crm.model.rounds import Round, Schedule
from chalicelib.crm.service.rounds import Opening, Rounds
from portal.errors import StaleVersionError
from portal.paging import Page, PageRequest


@dataclass
class Shelf:
    """What the store keeps of rounds; it fails before a save as often as `failing` says."""

    kept: dict[str, Schedule] = field(default_factory=dict)
    dues: dict[str, datetime] = field(default_factory=dict)
    past: dict[str, dict[int, Round]] = field(default_factory=dict)
    failing: int = 0

    def schedule(self, deal_id: str) -> Schedule | None:
        return self.kept.get(deal_id)

    def save(
        self, schedule: Schedule, opens_at: datetime | None, round_: Round | None = None
    ) -> Schedule:
        if self.failing:
            self.failing -= 1
            raise RuntimeError("the store is away")
        before = self.kept.get(schedule.deal_id)
        if (before.version if before else None) != schedule.version:
            raise StaleVersionError
        stored = replace(schedule, version=(schedule.version or 0) + 1)
        self.kept[stored.deal_id] = stored
        self.dues.pop(stored.deal_id, None)
        if opens_at:
            self.dues[stored.deal_id] = opens_at
        if round_:
            self.past.setdefault(stored.deal_id, {})[round_.number] = round_
        return stored

    def take_back(self, schedule: Schedule, opens_at: datetime | None, number: int) -> Schedule:
        del self.past[schedule.deal_id][number]
        return self.save(schedule, opens_at)

    def due(self, until: datetime, page: PageRequest) -> Page[str]:
        found = sorted((at, deal_id) for deal_id, at in self.dues.items() if at <= until)
        return Page([deal_id for _, deal_id in found][: page.limit])

    def rounds(self, deal_id: str, request: PageRequest) -> Page[Round]:
        assert request
        return Page(list(reversed(self.past.get(deal_id, {}).values())))


class Service(Company):
    """A company that looks after what it sold."""

    def __init__(self) -> None:
        super().__init__()
        self.schedules, hours = Shelf(), OfficeHours()
        self.rounds = Rounds(self.book, self.pipelines, self.schedules, hours)
        self.opening = Opening(
            self.schedules, self.store, self.store, hours, self.clock, self.book.ids
        )

"""The index of cards in memory, and a company whose deals come, move and change hands."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from itertools import count
from typing import Any, TypeVar

from tests.unit.crm.card_fakes import PIPELINE, SERVICES, CompanyStore
from tests.unit.crm.clock_fakes import OfficeHours

from chalicelib.crm.model.cards import Owner, Record
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.filters import Looked
from chalicelib.crm.model.index import Indexed, Pointer, word_shelf
from chalicelib.crm.model.pipelines import Pipeline
from chalicelib.crm.model.pulse import Pulse
from chalicelib.crm.model.stays import Spent
from chalicelib.crm.model.tallies import Amount, Place, Row, StageTally, difference
from chalicelib.crm.service.changes import Change, Listing
from chalicelib.crm.service.indexing import Indexing
from chalicelib.crm.service.pipelines import Pipelines
from chalicelib.crm.service.rearranging import Rearranging
from chalicelib.crm.service.tallies import Tallies
from portal.cards import CardKind, CardRef
from portal.errors import StaleVersionError
from portal.events import Event
from portal.money import Money
from portal.principals import Principal, Role

R = TypeVar("R", bound=Record)

NOW = datetime(2026, 3, 2, tzinfo=UTC)
ANY_EVENT = Event("id", "crm.card_changed", 1, NOW, {})


@dataclass
class IndexMemory:
    """What the table holds; `meanwhile` happens once, between the next look and its save."""

    noted: dict[CardRef, Indexed] = field(default_factory=dict)
    counted: dict[Place, Amount] = field(default_factory=dict)
    standing: set[tuple[CardRef, Pointer]] = field(default_factory=set)
    meanwhile: Callable[[], object] | None = None
    crash: bool = False
    saves: int = 0

    def indexed(self, ref: CardRef) -> Indexed:
        return self.noted.get(ref, Indexed())

    def save(self, ref: CardRef, former: Indexed, wanted: Indexed) -> None:
        if meanwhile := self.meanwhile:
            self.meanwhile = None
            meanwhile()
        if self.indexed(ref).version != former.version:
            raise StaleVersionError
        for place, change in difference(former.tallied, wanted.tallied).items():
            self.counted[place] = self.counted.get(place, Amount()) + change
        for step in former.towards(wanted, 10, 10):
            self.standing -= {(ref, pointer) for pointer in step.removed}
            self.standing |= {(ref, pointer) for pointer in step.put}
            self.noted[ref] = replace(step.state, version=(step.state.version or 0) + 1)
        self.saves += 1
        if self.crash:
            self.crash = False
            raise TimeoutError

    def beginning(
        self,
        kind: CardKind,
        grants: Iterable[str],
        word: str,
        most: int,
        *,
        consistent: bool = False,
    ) -> list[CardRef]:
        assert consistent in {True, False}  # in memory both are the same
        name = word_shelf(kind)
        shelf = sorted(
            (p.key, ref) for ref, p in self.standing if p.shelf == name and p.grant in grants
        )
        found = (ref for key, ref in shelf if key.startswith(word))
        return list(dict.fromkeys(found))[:most]

    def rows(self, pipeline_id: str, grant: str, owner_id: str | None) -> list[Row]:
        return [
            Row(place, amount)
            for place, amount in self.counted.items()
            if (place.pipeline_id, place.grant) == (pipeline_id, grant)
            and owner_id in {None, place.owner_id}
        ]

    def look(self, listing: Listing, most: int) -> Looked:
        raise NotImplementedError

    look_in_order = look


class Floor:
    """A sales floor: people with departments, their deals, and the news that the index has not heard yet."""

    def __init__(self) -> None:
        self.store, self.memory = CompanyStore(), IndexMemory()
        self.indexing = Indexing(self.store, self.memory, Pulse, lambda _: None)
        rearranging = Rearranging(
            self.store, self.store, self.store, OfficeHours(), lambda: NOW, lambda: ""
        )
        self.tallies = Tallies(self.memory, Pipelines(self.store, rearranging, lambda: ""))
        self.departments: dict[str, frozenset[str]] = {}
        self.news: list[CardRef] = []
        self._numbers = count(1)

    @property
    def deals(self) -> list[Deal]:
        """All of them as they are."""
        return [record for record in self.store.stored.values() if isinstance(record, Deal)]

    def owner(self, name: str) -> Owner:
        """An employee as cards know him."""
        return Owner(name, name, self.departments.get(name, frozenset()))

    def open(self, owner: str, stage: int = 0, **values: Any) -> Deal:
        """A new deal."""
        pipeline: Pipeline = values.pop("pipeline", PIPELINE)
        values.setdefault("title", "Станок")
        deal = Deal(
            id=f"{next(self._numbers):026}",
            owner=self.owner(owner),
            created_at=NOW,
            updated_at=NOW,
            pipeline_id=pipeline.id,
            stage_id=pipeline.stages[stage].id,
            stage_kind=pipeline.stages[stage].kind,
            stage_since=NOW,
            **values,
        )
        return self.save(None, deal)

    def move(self, deal: Deal, stage: int) -> Deal:
        """The deal in another stage of its pipeline."""
        pipeline = next(p for p in (PIPELINE, SERVICES) if p.id == deal.pipeline_id)
        target = pipeline.stages[stage % len(pipeline.stages)]
        return self.save(deal, deal.moved(target, NOW, Spent(), None))

    def transfer(self, owner: str, departments: frozenset[str]) -> None:
        """All deals of an employee learn of his departments."""
        self.departments[owner] = departments
        for deal in self.deals:
            if deal.owner.id == owner:
                self.save(deal, replace(deal, owner=self.owner(owner)))

    def save(self, before: R | None, after: R) -> R:
        """Stores a card, of which the index will hear."""
        stored = self.store.save(Change(before, after, ANY_EVENT))
        self.news.append(stored.ref)
        return stored

    def hear(self, refs: Iterable[CardRef] | None = None) -> None:
        """The index hears these news, or all that there are."""
        for ref in list(self.news if refs is None else refs):
            self.indexing.follow(ref)

    def counted_by_hand(
        self, reader: Principal, pipeline: Pipeline, owner: str | None = None
    ) -> list[StageTally]:
        """What the reader should be told: every deal looked at in turn."""
        seen = [
            deal
            for deal in self.deals
            if deal.pipeline_id == pipeline.id
            and reader.may_see(deal.audience)
            and owner in {None, deal.owner.id}
        ]
        return [
            _stage(stage.id, [d for d in seen if d.stage_id == stage.id])
            for stage in pipeline.stages
        ]


def employee(name: str, *heads: str) -> Principal:
    """An employee, who may head departments."""
    role = Role.HEAD if heads else Role.EMPLOYEE
    return Principal(name, name, frozenset({role}), headed_ids=frozenset(heads))


def _stage(stage_id: str, deals: list[Deal]) -> StageTally:
    amounts = [deal.amount for deal in deals if deal.amount]
    currencies = sorted({money.currency for money in amounts})
    sums = (
        Money(sum((m.amount for m in amounts if m.currency == each), start=Decimal(0)), each)
        for each in currencies
    )
    return StageTally(stage_id, len(deals), tuple(sums))

"""What the board and the lists cost with 50,000 deals, beside 500 in the same run. `make benchmarks` prints the table.

The account is in memory, so that what is compared are AWS calls, units of reading, and our own CPU time; the promise of a
second is kept where none of these grows.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import process_time
from typing import Any
from unittest.mock import patch
from urllib.parse import quote

import pytest
from botocore.client import BaseClient
from moto import mock_aws
from tests.benchmarks.crowd import COLOURS, Company, Crowd
from tests.support.costs import bill
from tests.support.personas import P
from tests.support.records import STAGES
from tests.support.scene import Scene
from tests.support.world import World

from chalicelib.crm.model.cards import Owner
from chalicelib.crm.model.tallies import Place, Tallied
from chalicelib.crm.store import PipelineStore
from chalicelib.crm.store.tallies import TallyItem
from portal.clock import to_wire
from portal.ids import new_id
from portal.principals import OWNER_GRANT

pytestmark = pytest.mark.benchmark

FEW, MANY = 500, 50_000
SELLERS, RUNS = 20, 5
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
PAGE = 30
AT_MOST_TIMES = 2.5
RARE = {"the board by amount", "the list of the dearest hundredth"}
MOST_CALLS, MOST_UNITS = 60, 320
"""A few thousand entries of the index are looked at, in reads of a hundred."""


@dataclass(frozen=True)
class Measured:
    """What some requests took together."""

    calls: int
    units: float
    milliseconds: float

    def __str__(self) -> str:
        return f"{self.calls}, {self.units:.0f}, {self.milliseconds:.0f} ms"


@dataclass(frozen=True)
class House:
    """A company with its deals, and who reads them."""

    scene: Scene
    company: Company
    crowd: Crowd

    def measured(self, paths: list[str]) -> Measured:
        """Reads what a screen asks for; a list goes on until its page is full."""
        with self._full():
            with bill() as opened:
                self._read(paths)
            times = [self._timed(paths) for _ in range(RUNS)]
        return Measured(sum(opened.calls.values()), opened.read, 1000 * min(times))

    @contextmanager
    def _full(self) -> Iterator[None]:
        def ask(client: BaseClient, operation: str, parameters: Any) -> Any:
            return self.crowd.ask(client, operation, parameters)

        with patch.object(BaseClient, "_make_api_call", ask):
            yield

    def _timed(self, paths: list[str]) -> float:
        begun = process_time()
        self._read(paths)
        return process_time() - begun

    def _read(self, paths: list[str]) -> None:
        for path in paths:
            shown, cursor = 0, ""
            while cursor is not None and shown < PAGE:
                reply = self.scene.call(P.OWNER, "GET", path + cursor)
                assert reply.status == 200, reply.text
                shown += len(reply.json["items"])
                cursor = reply.json["next"] and f"&cursor={reply.json['next']}"


Build = Callable[[int], House]


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> Iterator[Build]:
    """Makes a company of that size; its rows of tallies are in the account in memory."""
    with mock_aws():
        scene = Scene(World(monkeypatch))
        line = scene.made("/crm/pipelines", {"name": "Продажи", "stages": STAGES}, P.OWNER)
        (pipeline,) = (each for each in PipelineStore().pipelines() if each.id == line["id"])
        sellers = tuple(Owner(new_id(), f"Продавец {n}", frozenset()) for n in range(SELLERS))
        field_id, colours = new_id(), tuple(new_id() for _ in range(COLOURS))
        make = BaseClient._make_api_call  # type: ignore[attr-defined]  # as in `bill`

        def built(deals: int) -> House:
            company = Company(pipeline, sellers, field_id, colours, NOW, deals)
            count(company)
            return House(scene, company, Crowd(company, OWNER_GRANT, make))

        yield built


def count(company: Company) -> None:
    """Writes the rows from which the head of the board is added up."""
    rows: Counter[tuple[Place, str]] = Counter()
    for number in range(company.deals):
        tallied = Tallied.of(company.deal(number))
        for place in tallied.places():
            rows[place, "deals"] += 1
            rows[place, "hundredths"] += tallied.hundredths
    for place in {place for place, _ in rows}:
        key = f"{place.owner_id}#{place.stage_id}#{place.currency}"
        item = TallyItem(f"tally#{place.pipeline_id}#{place.grant}", key)
        item.deals, item.hundredths = rows[place, "deals"], rows[place, "hundredths"]
        item.save()


def screens(company: Company) -> dict[str, list[str]]:
    """What is measured, by what a person would call it, with the requests of each."""
    stages, seller = [stage.id for stage in company.pipeline.stages], company.sellers[3].id
    line = f"pipeline_id={company.pipeline.id}"
    colour = f'[{{"field":"{company.field_id}","test":"one_of","values":["{company.colours[2]}"]}}]'
    day = to_wire(NOW - timedelta(days=1))

    def board(query: str) -> list[str]:
        columns = [f"/crm/deals?limit={PAGE}&stage_id={stage}{query}" for stage in stages]
        return [f"/crm/pipelines/{company.pipeline.id}/tally?{query[1:]}", *columns]

    def table(query: str) -> list[str]:
        return [f"/crm/deals?limit={PAGE}&{line}{query}"]

    return {
        "the board: every stage's first page, counts and sums": board(""),
        "the board of one seller": board(f"&owner_id={seller}"),
        "the board by amount": board("&amount_from=50000"),
        "the list, the dearest first": table("&sort=-amount"),
        "the list of one seller, by name": table(f"&owner_id={seller}&sort=name"),
        "the list of two stages": table(f"&stage_id={','.join(stages[:2])}".replace(line, "")),
        "the list of one day": table(f"&created_from={quote(day)}"),
        "what changed in one day, by amount": table(f"&updated_from={quote(day)}&sort=amount"),
        "the list of the dearest hundredth": table("&amount_from=99000"),
        "the list by an own field, by name": table(f"&own={quote(colour)}&sort=name"),
    }


def test_nothing_grows_with_the_deals(build: Build) -> None:
    """Neither calls, nor units, nor the CPU time of our own; a rare answer is looked for up to a bound."""
    few, many = build(FEW), build(MANY)
    print(f"\n| calls, units, CPU | {FEW} deals | {MANY} deals |")
    found = {}
    for name in screens(few.company):
        pair = [house.measured(screens(house.company)[name]) for house in (few, many)]
        print(f"| {name} | {pair[0]} | {pair[1]} |")
        found[name] = pair
    assert [name for name, (small, large) in found.items() if too_much(name, small, large)] == []


def too_much(name: str, small: Measured, large: Measured) -> bool:
    """Whether it has grown, or gone beyond the bound."""
    if name in RARE:
        return large.calls > MOST_CALLS or large.units > MOST_UNITS
    reads = large.calls > 1.5 * small.calls or large.units > 1.5 * small.units
    return reads or large.milliseconds > AT_MOST_TIMES * small.milliseconds

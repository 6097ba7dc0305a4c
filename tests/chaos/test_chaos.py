"""Nothing is lost and nothing is done twice, whatever dies, is throttled, repeated, out of order or down.

The gate runs ten worlds, a thousand letters; `make chaos SEEDS=100-200` others. A seed decides upon all.
"""

import os
from collections.abc import Iterator
from itertools import count
from random import Random

import pytest
from moto import mock_aws
from tests.chaos.chain import Chain, Time
from tests.chaos.company import Company
from tests.chaos.findings import findings
from tests.support.apps import FEATURES
from tests.support.scene import Scene
from tests.support.world import World
from ulid import ULID

from portal.logs import logger

LETTERS = 100


def seeds() -> list[int]:
    """A thousand letters' worlds, or those that were asked for."""
    first, _, last = os.environ.get("SEEDS", "1-10").partition("-")
    return list(range(int(first), int(last or first) + 1))


def ids(seed: int) -> Iterator[str]:
    """One after the other, the same in every run."""
    chance = Random(seed)  # noqa: S311  # a seed is what we want
    for moment in count(1_767_225_600_000):
        yield str(ULID.from_bytes(moment.to_bytes(6, "big") + chance.randbytes(10)))


def day(company: Company) -> Iterator[None]:
    """What happens, with a pause after each part for it to come through."""
    company.letters(LETTERS)
    for _ in range(LETTERS // 10):
        company.file()
        company.reminder()
        company.move()
    yield
    company.choose()
    company.move()
    yield


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    with mock_aws():
        # A hundred tracebacks a world would be read by nobody.
        monkeypatch.setattr(logger, "exception", lambda *_, **__: None)
        yield World(monkeypatch)


@pytest.mark.parametrize("seed", seeds())
def test_everything_comes_through_once(
    world: World, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Each letter, file and reminder is where it belongs, once; what died for good is named and can be replayed."""
    time, numbered = Time(), ids(seed)
    # The apps are loaded after this.
    monkeypatch.setattr("portal.clock.utc_now", time)
    monkeypatch.setattr("portal.ids.new_id", lambda: next(numbered))
    chain = Chain(world, FEATURES, seed, time)
    chain.faults.on = False
    company = Company(Scene(world), chain, Random(seed))  # noqa: S311  # a seed is what we want
    chain.settle()
    chain.faults.on = True
    for _ in day(company):
        chain.settle(outage=True)
        chain.tick(3)
    chain.settle()
    by_themselves = [dead for dead in chain.dead() if "failed by itself" in dead.causes]
    assert by_themselves == []
    chain.replay()
    assert chain.dead() == []
    assert findings(company) == [], f"replay with: make chaos SEEDS={seed}"
    assert chain.faults.count > LETTERS / 2

"""Each feature's app on tables in memory (moto)."""

from collections.abc import Callable, Iterator

import pytest
from moto import mock_aws
from tests.support import cost_table
from tests.support.budgets import Record
from tests.support.http import Client
from tests.support.world import World

from portal.principals import Principal

Sign = Callable[[str, Principal | None], Client]


@pytest.fixture
def aws() -> Iterator[None]:
    """An empty account in memory."""
    with mock_aws():
        yield


@pytest.fixture
def world(aws: None, monkeypatch: pytest.MonkeyPatch) -> World:
    """All the features, asking each other; each comes to life when it is first called."""
    return World(monkeypatch)


@pytest.fixture
def api(world: World) -> Sign:
    """``api("crm", principal)`` is that feature's API as that person, on a fresh table."""
    return world.client


@pytest.fixture
def measured(request: pytest.FixtureRequest) -> Record:
    """Puts a measurement into the table at the end of the run."""
    return lambda measurement: cost_table.note(request.node, measurement)

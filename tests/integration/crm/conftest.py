"""Crm on a table in memory."""

import pytest
from tests.integration.crm.office import Office
from tests.integration.crm.shop import Shop
from tests.support.world import World


@pytest.fixture
def office(world: World) -> Office:
    return Office(world)


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)

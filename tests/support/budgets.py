"""What a route or an event may cost: its AWS calls exactly, its capacity units at most."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from tests.support.cost_table import Measurement
from tests.support.costs import Bill, bill
from tests.support.personas import Persona
from tests.support.scene import Scene
from tests.support.world import World

Record = Callable[[Measurement], None]


@dataclass(frozen=True)
class Budget:
    """Calls by name, such as ``{"GetItem": 2, "s3.HeadObject": 1}``, and units; `by` makes the request."""

    calls: Mapping[str, int]
    read: float = 0
    write: float = 0
    by: Persona = Persona.SELLER


@dataclass(frozen=True)
class Trigger:
    """A Lambda function that is no API, with an event that it is ready to handle; `alone` on empty tables."""

    function: str
    event: Callable[[Scene], dict[str, Any]]
    budget: Budget
    alone: bool = False


@contextmanager
def within(budget: Budget, name: str, record: Record, world: World) -> Iterator[Bill]:
    """Measures the block, reports it for the table at the end of the run, and holds it to the budget."""
    with bill() as opened, world.billed(opened):
        yield opened
    dollars = opened.dollars_per_million
    record(Measurement(name, spoken(opened), opened.read, opened.write, dollars))
    assert short(opened) == dict(budget.calls)
    assert (opened.read <= budget.read, opened.write <= budget.write) == (True, True), opened
    assert opened.discarded == 0


def short(opened: Bill) -> dict[str, int]:
    """The calls, DynamoDB's without the service's name."""
    return {name.removeprefix("dynamodb."): count for name, count in opened.calls.items()}


def spoken(opened: Bill) -> str:
    """The calls in one line."""
    return ", ".join(f"{count} {name}" for name, count in sorted(short(opened).items()))


@cache
def of_routes(feature: str) -> Mapping[str, Budget]:
    """The budgets of a feature's routes by name."""
    found: Mapping[str, Budget] = _module(feature, "ROUTES")
    return found


@cache
def of_triggers(feature: str) -> Mapping[str, Trigger]:
    """The budgets of a feature's other functions; those of ``consume`` by detail type."""
    found: Mapping[str, Trigger] = _module(feature, "TRIGGERS")
    return found


def _module(feature: str, name: str) -> Any:
    try:
        return getattr(import_module(f"tests.integration.{feature}.costs"), name)
    except ModuleNotFoundError:
        return {}

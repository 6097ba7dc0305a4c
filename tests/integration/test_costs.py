"""What each route and each event costs in AWS calls and capacity units; growth is a failure, not a surprise."""

from importlib import import_module

import pytest
from tests.support.access import routes, rows
from tests.support.apps import FEATURES, functions_of
from tests.support.budgets import Record, of_routes, of_triggers, within
from tests.support.scene import Scene
from tests.support.world import World

EVERY_ROUTE = [(feature, name) for feature in FEATURES for name in routes(feature)]
EVERY_TRIGGER = [(feature, name) for feature in FEATURES for name in of_triggers(feature)]


@pytest.mark.parametrize("feature", FEATURES)
def test_everything_has_its_budget(feature: str) -> None:
    """Every route, every function and every subscription is measured, and nothing else is listed."""
    assert sorted(of_routes(feature)) == sorted(routes(feature))
    functions = set(functions_of(feature)) - {"api_handler", "consume"}
    subscriptions = import_module(f"chalicelib.{feature}.consumers").SUBSCRIPTIONS
    triggered = {name.partition(" ")[0] for name in of_triggers(feature)}
    assert triggered == {*functions, *subscriptions}


@pytest.mark.parametrize(("feature", "name"), EVERY_ROUTE)
def test_a_route_keeps_to_its_budget(
    world: World, feature: str, name: str, measured: Record
) -> None:
    """Measured on the second request: the first one fetches what a warm function has at hand."""
    route, row, budget = routes(feature)[name], rows(feature)[name], of_routes(feature)[name]
    scene = Scene(world)
    warm, call = row.request(scene), row.request(scene)
    scene.call(budget.by, route.method, warm.path, warm.body, warm.headers)
    with within(budget, f"{route.method} /api{route.path}", measured, world):
        reply = scene.call(budget.by, route.method, call.path, call.body, call.headers)
    assert reply.status == int(route.status), reply.text


@pytest.mark.parametrize(("feature", "name"), EVERY_TRIGGER)
def test_a_trigger_keeps_to_its_budget(
    world: World, feature: str, name: str, measured: Record
) -> None:
    """One event of each kind, on a function that has just been started."""
    trigger, scene = of_triggers(feature)[name], Scene(world)
    event, app = trigger.event(scene), world.app(feature)
    with within(trigger.budget, f"{feature}: {name}", measured, world):
        answer = app.invoke(trigger.function, event)
    assert not (answer or {}).get("batchItemFailures")

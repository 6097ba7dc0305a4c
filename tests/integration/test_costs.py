"""What each route and each event costs in AWS calls and capacity units; growth is a failure, not a surprise."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module

import pytest
from moto import mock_aws
from tests.support.access import routes, rows
from tests.support.apps import FEATURES, functions_of
from tests.support.budgets import Record, of_routes, of_triggers, within
from tests.support.scene import Scene
from tests.support.snapshots import Snapshot
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


@dataclass(frozen=True)
class Stage:
    """A furnished company, and the ways back to how it was."""

    scene: Scene
    empty: Snapshot
    furnished: Snapshot

    def at(self, snapshot: Snapshot) -> Scene:
        """The scene with its tables as they were."""
        snapshot.restore()
        self.scene.forget_events()
        return self.scene


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with mock_aws(), pytest.MonkeyPatch.context() as monkeypatch:
        scene = Scene(World(monkeypatch))
        for feature in FEATURES:
            scene.world.app(feature)
        empty = Snapshot()
        assert scene.records
        yield Stage(scene, empty, Snapshot())


@pytest.mark.parametrize(("feature", "name"), EVERY_ROUTE)
def test_a_route_keeps_to_its_budget(
    stage: Stage, feature: str, name: str, measured: Record
) -> None:
    """Measured on the second request: the first one fetches what a warm function has at hand."""
    route, row, budget = routes(feature)[name], rows(feature)[name], of_routes(feature)[name]
    scene = stage.at(stage.furnished)
    call = row.request(scene)
    scene.call(budget.by, route.method, call.path, call.body, call.headers)
    call = row.request(scene)
    with within(budget, f"{route.method} /api{route.path}", measured, scene.world):
        reply = scene.call(budget.by, route.method, call.path, call.body, call.headers)
    assert reply.status == int(route.status), reply.text


@pytest.mark.parametrize(("feature", "name"), EVERY_TRIGGER)
def test_a_trigger_keeps_to_its_budget(
    stage: Stage, feature: str, name: str, measured: Record
) -> None:
    """One event of each kind."""
    trigger = of_triggers(feature)[name]
    scene = stage.at(stage.empty if trigger.alone else stage.furnished)
    event, app = trigger.event(scene), scene.world.app(feature)
    with within(trigger.budget, f"{feature}: {name}", measured, scene.world):
        answer = app.invoke(trigger.function, event)
    assert not (answer or {}).get("batchItemFailures")

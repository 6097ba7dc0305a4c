"""The deployment artefact itself, without our repository, under the client that Lambda runs."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from moto import mock_aws
from tests.infra.artefact.function import FunctionFailedError
from tests.infra.artefact.outside import outside
from tests.infra.artefact.package import Packages
from tests.infra.artefact.world import DeployedApp, DeployedWorld
from tests.infra.cloud import Cloud
from tests.support.access import routes, rows
from tests.support.apps import FEATURES, functions_of
from tests.support.budgets import of_triggers
from tests.support.contracts import examples
from tests.support.issuer import real_issuer
from tests.support.personas import Persona
from tests.support.scene import Scene
from tests.support.triggers import queued

# The provider is a real one here, which is asked over the network and does not know the codes of the examples.
_OF_THE_REAL_PROVIDER = {"sign_in_by_provider": 401, "link_provider": 409}

Step = tuple[str, Callable[[], Any]]


def steps(scene: Scene, feature: str, app: DeployedApp) -> Iterator[Step]:
    """All that the feature does, by name: its functions' sample events, what it hears, its routes."""
    for name, trigger in of_triggers(feature).items():
        yield name, lambda t=trigger: app.invoke(t.function, t.event(scene))  # type: ignore[misc]  # a lambda of no arguments
    for name in sorted(import_module(f"chalicelib.{feature}.consumers").SUBSCRIPTIONS):
        heard = queued(*(scene.records.fit(event) for event in examples(name)))
        yield f"hear {name}", lambda event=heard: app.invoke("consume", event)  # type: ignore[misc]  # as above
    for name in rows(feature):
        yield name, lambda name=name: asked(scene, feature, name)  # type: ignore[misc]  # as above


def asked(scene: Scene, feature: str, name: str) -> None:
    """Asks a route as the first of those who may."""
    row, route = rows(feature)[name], routes(feature)[name.partition(" ")[0]]
    call = row.request(scene)
    by = next(persona for persona in Persona if persona in set(row.allowed))
    reply = scene.call(by, route.method, call.path, call.body, call.headers)
    assert reply.status == _OF_THE_REAL_PROVIDER.get(name, int(route.status)), reply.text


def failure(do: Callable[[], Any]) -> str | None:
    """What went wrong, if anything did."""
    try:
        answer = do()
    except (FunctionFailedError, AssertionError) as error:
        return str(error)
    return str(answer) if (answer or {}).get("batchItemFailures") else None


@pytest.mark.skipif(sys.platform != "linux", reason="Lambda's client is built for Linux alone")
@pytest.mark.parametrize("feature", FEATURES)
def test_a_zip_and_its_layers_do_all_that_the_feature_does(
    local: Cloud, feature: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every function starts from its zip and answers its sample events, every route answers its example."""
    with mock_aws(), ExitStack() as stack:
        world = DeployedWorld(monkeypatch, Packages(local, feature, tmp_path), tmp_path)
        world.address = stack.enter_context(outside(world.ask))
        if feature == "people":
            world.provider = stack.enter_context(real_issuer())
        app = world.deploy(feature)
        stack.callback(app.stop)
        wrong = {
            name: found for name, do in steps(Scene(world), feature, app) if (found := failure(do))
        }
    assert wrong == {}
    assert set(app.running) == set(functions_of(feature))

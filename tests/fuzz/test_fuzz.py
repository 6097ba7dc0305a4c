"""Every route is asked all sorts of things, and answers each as its description says; never with a 5xx.

`make fuzz` asks much more than the gate has time for.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from moto import mock_aws
from tests.fuzz.asking import Made, ask, cases
from tests.support.access import routes, rows
from tests.support.apps import FEATURES
from tests.support.personas import P
from tests.support.scene import Scene
from tests.support.snapshots import Snapshot
from tests.support.world import World

EXAMPLES = int(os.environ.get("EXAMPLES", "10"))
ASKING = (P.OWNER, P.SELLER, P.CLIENT)
EVERY_ROUTE = [(feature, name) for feature in FEATURES for name in routes(feature)]


@dataclass(frozen=True)
class Stage:
    """A furnished company, and the way back to it."""

    scene: Scene
    furnished: Snapshot


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with mock_aws(), pytest.MonkeyPatch.context() as monkeypatch:
        scene = Scene(World(monkeypatch))
        for feature in FEATURES:
            scene.world.app(feature)
        assert scene.records
        yield Stage(scene, Snapshot())


@pytest.mark.filterwarnings("default")  # of the libraries that make up the requests
@pytest.mark.parametrize(("feature", "name"), EVERY_ROUTE)
def test_every_answer_is_as_declared(stage: Stage, feature: str, name: str) -> None:
    """Owner, seller and client get a declared success or a problem that says how to mend the request."""
    stage.furnished.restore()
    route = routes(feature)[name]
    real = rows(feature)[name].request(stage.scene)

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(cases(route, real), st.sampled_from(ASKING))
    def fuzz(made: tuple[Made, Mapping[str, str]], who: P) -> None:
        case, headers = made
        ask(stage.scene.client(who, feature), case, headers)

    fuzz()

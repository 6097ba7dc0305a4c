"""What a warm request takes beside the AWS calls that it makes, as a ratio within one run.

The same calls with the same answers are made by boto3 alone; no answer is worked for. What is compared is CPU time,
the least of several runs. `make benchmarks` prints the table.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import process_time
from types import SimpleNamespace
from typing import Any

import pytest
from moto import mock_aws
from tests.benchmarks.tape import Tape
from tests.integration.communications.costs import letter as letter_of_client
from tests.integration.crm.access import ROWS
from tests.integration.crm.costs import letter
from tests.support.http import CONTEXT, Client
from tests.support.personas import P, token_of
from tests.support.scene import Scene
from tests.support.triggers import streamed
from tests.support.world import World

pytestmark = pytest.mark.benchmark

RUNS = 40
AT_MOST_TIMES = 4
"""Above this something of ours works where nobody sees why."""

Again = Callable[[], Any]


class Door:
    """Keeps what comes to the API, and does nothing."""

    routes: Any
    seen: Any

    def __call__(self, event: Any, _: object) -> dict[str, Any]:
        self.seen = event
        return {"statusCode": 200, "headers": {}, "body": "{}"}


@dataclass(frozen=True)
class Route:
    """A request of the seller's to crm, by its route."""

    name: str
    method: str = "GET"

    def __call__(self, scene: Scene) -> Again:
        """What makes the same request again."""
        call = ROWS[self.name].request(scene)
        app, door = scene.world.app("crm"), Door()
        door.routes = app.routes
        client = Client(SimpleNamespace(app=door), token_of(P.SELLER, scene.company))
        client.call(self.method, call.path, call.body, call.headers)
        return lambda: app(door.seen, CONTEXT)


def taken_in(scene: Scene) -> Again:
    """A client's letter in the mail bucket."""
    event = letter_of_client(scene)
    return lambda: scene.world.app("communications").invoke("receive", event)


def linked(scene: Scene) -> Again:
    """The news of it, for crm."""
    event = streamed(letter(scene, scene.records.email))
    return lambda: scene.world.app("crm").invoke("link", event)


WORK: dict[str, Callable[[Scene], Again]] = {
    "open a deal": Route("deal"),
    "a page of its timeline": Route("deal_timeline"),
    "the head of a board": Route("tally"),
    "a page of deals": Route("deals"),
    "change a field": Route("change_deal", "PATCH"),
    "move a deal": Route("move_deal", "POST"),
    "take a client's letter in": taken_in,
    "link it": linked,
}


@pytest.fixture
def scene(monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    with mock_aws():
        yield Scene(World(monkeypatch))


@pytest.mark.parametrize("name", WORK)
def test_a_warm_request_takes_little_beside_its_calls(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Whoever makes a request dear in CPU sees it here."""
    assert scene.records
    again = WORK[name](scene)
    tape = Tape(monkeypatch)
    with tape.recording():
        assert (again() or {}).get("statusCode", 200) < 300
    with tape.playing():
        whole, bare = least(again, tape), least(tape.ask_again, tape)
    calls = len(tape.questions)
    print(f"\n{name}: {calls} calls {bare:.1f} ms, whole {whole:.1f} ms, {whole / bare:.2f} times")
    assert whole <= AT_MOST_TIMES * bare


def least(work: Again, tape: Tape) -> float:
    """The least CPU milliseconds of a run."""
    return 1000 * min(seconds(work, tape) for _ in range(RUNS))


def seconds(work: Again, tape: Tape) -> float:
    """The CPU time of one run."""
    tape.rewind()
    begun = process_time()
    work()
    return process_time() - begun

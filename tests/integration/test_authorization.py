"""Who may call what: every route of every feature against every persona, found from the routes themselves."""

from collections.abc import Iterator

import pytest
from moto import mock_aws
from tests.support.access import routes, rows
from tests.support.apps import FEATURES
from tests.support.http import Client
from tests.support.personas import Persona
from tests.support.scene import Scene
from tests.support.world import World


# Whatever is slow to make is made once: the rows ask only of what they have made themselves, or of records
# that no row takes away.
@pytest.fixture(scope="module")
def scene() -> Iterator[Scene]:
    with mock_aws(), pytest.MonkeyPatch.context() as monkeypatch:
        yield Scene(World(monkeypatch))


EVERY_ROW = [(feature, name) for feature in FEATURES for name in rows(feature)]


@pytest.mark.parametrize("feature", FEATURES)
def test_every_route_has_its_row(feature: str) -> None:
    """A route that nobody has thought about is named here, and so is a row that outlived its route."""
    assert set(routes(feature)) == {name.partition(" ")[0] for name in rows(feature)}


@pytest.mark.parametrize(("feature", "name"), EVERY_ROW)
def test_each_persona_gets_what_is_his(scene: Scene, feature: str, name: str) -> None:
    """Allowed: the route's success. Otherwise 401 without a good token, 403 by role, 404 by record."""
    route, row = routes(feature)[name.partition(" ")[0]], rows(feature)[name]
    statuses: dict[Persona, int] = {}
    call = row.request(scene)
    for persona in Persona:
        assert resource(scene.client(persona, feature), call.path) == route.path
        reply = scene.call(persona, route.method, call.path, call.body, call.headers)
        statuses[persona] = reply.status
        if row.shown_to is not None and reply.status < 300:
            shown = call.about in reply.text
            assert shown == (persona in row.shown_to), f"{persona}: shown is {shown}"
        if route.method != "GET" and reply.status < 300 and not row.repeatable:
            # What was done cannot be done again; what was refused has left everything as it was.
            call = row.request(scene)
    assert statuses == row.expected(route, scene.company)


def resource(client: Client, path: str) -> str:
    """The route's path that a request's path fits."""
    return client._match(path.partition("?")[0])[0]

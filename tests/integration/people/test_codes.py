"""Codes that cannot be right."""

import pytest
from tests.integration.people.security import confirmed
from tests.support.personas import P
from tests.support.scene import Scene
from tests.support.world import World


@pytest.mark.parametrize("code", ["1", "12345a", "1234567", "١٢٣٤٥٦"])
def test_what_no_app_shows_is_a_wrong_code(world: World, code: str) -> None:
    """It is told so as any other wrong one; the client of Cognito would break on a short one."""
    scene = Scene(world)
    call = confirmed(scene)
    reply = scene.call(P.SELLER, "PUT", call.path, dict(call.body) | {"code": code})
    assert reply.status == 401, reply.text

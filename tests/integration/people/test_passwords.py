"""Invitations and forgotten passwords, from the request to the letter and to the new session."""

import pytest
from tests.support.http import Reply
from tests.support.outbox import announced, letters
from tests.support.personas import P
from tests.support.scene import PASSWORD, Scene
from tests.support.world import World

ANNA = {"name": "Анна Ёлкина-Щукина", "email": "anna@demo.example"}


@pytest.fixture
def scene(world: World) -> Scene:
    return Scene(world)


def as_nobody(scene: Scene, path: str, **body: str) -> Reply:
    """A request without a token."""
    return scene.call(P.NOBODY, "POST", path, body)


def token(scene: Scene) -> str:
    """What opens the link in Anna's last letter."""
    scene.bus.carry()
    return letters(ANNA["email"])[-1].partition("/password#token=")[2].split()[0]


def test_an_invited_colleague_comes_in(scene: Scene) -> None:
    """The letter names her, its link shows whose it is, and the password set there signs her in."""
    added = scene.made("/people/employees", ANNA, P.OWNER)
    assert added["invited"] is True
    opens = token(scene)
    assert ANNA["name"] in letters(ANNA["email"])[-1]
    shown = as_nobody(scene, "/people/passwords/check", token=opens)
    assert shown.json == {**ANNA, "kind": "invitation"}
    weak = as_nobody(scene, "/people/passwords", token=opens, password="demo-portal-1")
    assert (weak.status, weak.json["errors"]) == (
        422,
        [{"pointer": "/password", "message": "Add a capital Latin letter."}],
    )
    assert as_nobody(scene, "/people/passwords", token=opens, password=PASSWORD).status == 204
    signed_in = as_nobody(scene, "/people/sessions", email=ANNA["email"], password=PASSWORD)
    assert signed_in.status == 201
    assert signed_in.json["person"]["invited"] is False


def test_a_forgotten_password_ends_what_was_open(scene: Scene) -> None:
    """The session of before goes on no more, and the link works once."""
    scene.made("/people/employees", ANNA | {"password": PASSWORD}, P.OWNER)
    before = as_nobody(scene, "/people/sessions", email=ANNA["email"], password=PASSWORD)
    cookie = {"Cookie": before.headers["Set-Cookie"].partition(";")[0]}
    assert as_nobody(scene, "/people/password-resets", email="ANNA@demo.example").status == 204
    opens = token(scene)
    body = {"token": opens, "password": "other-Portal-2"}
    assert as_nobody(scene, "/people/passwords", **body).status == 204
    refreshed = scene.call(P.NOBODY, "POST", "/people/sessions/refresh", None, cookie)
    assert refreshed.status == 401
    again = as_nobody(scene, "/people/passwords", **body)
    assert (again.status, "new letter" in again.json["detail"]) == (410, True)
    (ended,) = {
        event.data["access_changed_at"] is not None
        for event in announced("people", "people.person_changed")
        if event.data["person"]["email"] == ANNA["email"]
    }
    assert ended


def test_known_and_unknown_addresses_get_one_answer(scene: Scene) -> None:
    """Even what is no address at all; a fourth letter within a quarter of an hour is refused to both."""
    scene.made("/people/employees", ANNA | {"password": PASSWORD}, P.OWNER)
    for email in (ANNA["email"], "nobody@demo.example", "нет"):
        replies = [as_nobody(scene, "/people/password-resets", email=email) for _ in range(4)]
        assert [(reply.status, reply.text) for reply in replies[:3]] == [(204, "")] * 3
        assert replies[3].status == 429
        assert int(replies[3].headers["Retry-After"]) > 0


def test_a_client_is_invited_too(scene: Scene) -> None:
    """To the account of his contact, and again when the first letter was lost."""
    body = ANNA | {"contact_id": "01JD5B8Q3V7W2X4Y6Z8A0C1E3G"}
    made = scene.made("/people/clients", body, P.OWNER)
    first = token(scene)
    again = scene.call(P.OWNER, "POST", f"/people/employees/{made['id']}/invitation", {})
    assert again.status == 204
    assert token(scene) != first
    assert as_nobody(scene, "/people/passwords", token=first, password=PASSWORD).status == 204
    late = scene.call(P.OWNER, "POST", f"/people/employees/{made['id']}/invitation", {})
    assert late.status == 409


@pytest.mark.parametrize("path", ["/people/passwords/check", "/people/passwords"])
@pytest.mark.parametrize("opens", ["", "x", "\u0000.\u0000", "x" * 200])
def test_a_token_of_nothing_is_gone(scene: Scene, path: str, opens: str) -> None:
    """Whatever it consists of."""
    more = {"password": PASSWORD} if path.endswith("passwords") else {}
    assert as_nobody(scene, path, token=opens, **more).status == 410

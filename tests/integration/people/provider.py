"""Who may call which route of the company's own provider, and what it may cost."""

from typing import Any

from tests.integration.people.security import with_password
from tests.support.access import Call, Row, fixed
from tests.support.budgets import Budget
from tests.support.personas import P
from tests.support.provider import code_of
from tests.support.scene import PASSWORD, Scene


def brought(scene: Scene) -> Call:
    """The head comes back from the provider; the seller may have turned this way off."""
    assert scene.directory
    begun = scene.call(P.NOBODY, "POST", "/people/provider/tickets", {"to": "/deals"})
    return _answer("/people/provider/sessions", begun, "head@demo.example")


def begun(scene: Scene) -> Call:
    """The seller, who alone has a password, wants to be linked."""
    with_password(scene)
    return Call("/people/provider/link-tickets", {"password": PASSWORD})


def linked(scene: Scene) -> Call:
    """The seller comes back from there."""
    call = begun(scene)
    asked = scene.call(P.SELLER, "POST", call.path, call.body)
    return _answer("/people/provider/link", asked, "seller@work.example")


def unlinked(scene: Scene) -> Call:
    """The seller, who alone has a password, wants to be linked no more."""
    with_password(scene)
    return Call("/people/provider/link")


def known(scene: Scene) -> Call:
    """One's own link, in a directory that has everyone."""
    assert scene.directory
    return Call("/people/provider/link")


def _answer(path: str, begun: Any, email: str) -> Call:
    assert begun.status == 201, begun.text
    state = begun.json["address"].partition("state=")[2].partition("&")[0]
    cookie = begun.headers["Set-Cookie"].partition(";")[0]
    return Call(path, {"state": state, "code": code_of(email)}, headers={"Cookie": cookie})


ROWS = {
    "sign_in_ways": Row(fixed("/people/sign-in-ways")),
    "begin_by_provider": Row(fixed("/people/provider/tickets", {"to": "/deals"})),
    "sign_in_by_provider": Row(brought),
    "provider_link": Row(known),
    "begin_provider_link": Row(begun, {P.SELLER}, refused=401),
    "link_provider": Row(linked, {P.SELLER}, refused=409),
    "unlink_provider": Row(unlinked, {P.SELLER}, refused=409, repeatable=True),
}
BUDGETS = {
    "sign_in_ways": Budget({}),
    "begin_by_provider": Budget({"PutItem": 1, "UpdateItem": 1}, write=2),
    "sign_in_by_provider": Budget(
        {
            "DeleteItem": 1,
            "GetItem": 6,
            "PutItem": 1,
            "Query": 2,
            "cognito-idp.AdminCreateUser": 1,
            "cognito-idp.AdminInitiateAuth": 1,
            "cognito-idp.AdminSetUserPassword": 1,
        },
        read=7.5,
        write=2,
    ),
    "provider_link": Budget({"GetItem": 2}, read=1.5),
    "begin_provider_link": Budget(
        {
            "DeleteItem": 1,
            "GetItem": 4,
            "PutItem": 1,
            "UpdateItem": 1,
            "cognito-idp.AdminInitiateAuth": 1,
            "cognito-idp.RevokeToken": 1,
        },
        read=4,
        write=3,
        by=P.SELLER,
    ),
    "link_provider": Budget(
        {"DeleteItem": 1, "GetItem": 5, "PutItem": 1, "TransactWriteItems": 1},
        read=5,
        write=6,
        by=P.SELLER,
    ),
    "unlink_provider": Budget({"GetItem": 3, "PutItem": 2}, read=3, write=2, by=P.SELLER),
}

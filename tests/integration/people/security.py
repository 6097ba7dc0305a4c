"""Who may call which route about the ways in, and what it may cost."""

from datetime import timedelta
from typing import Any

from tests.support.access import Call, Row, fixed
from tests.support.budgets import Budget
from tests.support.outbox import announced
from tests.support.personas import P
from tests.support.scene import PASSWORD, Scene
from tests.support.triggers import queued

from chalicelib.people.model import OpenSession, Origin, SecurityKind
from chalicelib.people.service import Noting
from chalicelib.people.store import SecurityTable, SessionsTable
from portal.clock import utc_now
from portal.ids import new_id
from portal.principals import Actor

CODE = "123456"


def known(path: str) -> Any:
    """A request about oneself, in a directory that has everyone."""

    def request(scene: Scene) -> Call:
        assert scene.directory
        return Call(path)

    return request


def about(path: str, body: Any = None) -> Any:
    """A request about the seller."""

    def request(scene: Scene) -> Call:
        assert scene.directory
        return Call(path.format(scene.id_of(P.SELLER)), body)

    return request


def with_password(scene: Scene) -> None:
    """The seller alone has a password, and no second factor."""
    assert scene.directory
    path = f"/people/employees/{scene.id_of(P.SELLER)}"
    for method, resource in (("PUT", "password"), ("DELETE", "second-factor")):
        reply = scene.call(P.OWNER, method, f"{path}/{resource}", {"password": PASSWORD})
        assert reply.status == 204, reply.text


def without_factor(scene: Scene) -> Call:
    """The seller's new authenticator."""
    with_password(scene)
    return Call("/people/second-factor/enrolments", {"password": PASSWORD})


def confirmed(scene: Scene) -> Call:
    """The first code of the seller's new authenticator."""
    begun = without_factor(scene)
    assert scene.call(P.SELLER, "POST", begun.path, begun.body).status == 201
    return Call("/people/second-factor", {"password": PASSWORD, "code": CODE})


def with_factor(path: str) -> Any:
    """A request of the seller, who has a second factor."""

    def request(scene: Scene) -> Call:
        call = confirmed(scene)
        assert scene.call(P.SELLER, "PUT", call.path, call.body).status == 200
        return Call(path, call.body)

    return request


def session(scene: Scene) -> Call:
    """One session of the seller."""
    assert scene.directory
    now = utc_now()
    opened = OpenSession(new_id(), scene.id_of(P.SELLER), Origin("Firefox, Linux", ""), now, now)
    SessionsTable().save(opened)
    return Call(f"/people/sessions/{opened.id}")


def noted(scene: Scene) -> dict[str, Any]:
    """The seller signed in on a new device."""
    assert scene.directory
    seller = scene.company[P.SELLER]
    noting = Noting(SecurityTable(), lambda: utc_now() - timedelta(seconds=1), new_id)
    noting.note(seller.id, SecurityKind.NEW_DEVICE, Actor.of(seller), "Firefox, Linux")
    (event,) = announced("people", "people.security_noted")
    return queued(event)


OTHERS = "/people/employees/{}/"
ROWS = {
    "my_sessions": Row(known("/people/sessions")),
    "end_session": Row(session, {P.SELLER}),
    "end_other_sessions": Row(about("/people/sessions/end-others"), repeatable=True),
    "sessions_of": Row(about(f"{OTHERS}sessions"), {P.OWNER}),
    "end_sessions_of": Row(about(f"{OTHERS}sessions"), {P.OWNER}),
    "second_factor": Row(known("/people/second-factor")),
    "begin_second_factor": Row(without_factor, {P.SELLER}, refused=401),
    "confirm_second_factor": Row(confirmed, {P.SELLER}, refused=401),
    "renew_recovery_codes": Row(
        with_factor("/people/second-factor/recovery-codes"), {P.SELLER}, refused=409
    ),
    "remove_second_factor": Row(
        with_factor("/people/second-factor/removal"), {P.SELLER}, refused=409
    ),
    "my_security_notes": Row(fixed("/people/security-notes")),
    "second_factor_of": Row(about(f"{OTHERS}second-factor"), {P.OWNER}),
    "reset_second_factor": Row(about(f"{OTHERS}second-factor"), {P.OWNER}),
    "security_notes_of": Row(about(f"{OTHERS}security-notes"), {P.OWNER}),
    "security_policy": Row(fixed("/people/security-policy"), {P.OWNER}),
    "set_security_policy": Row(
        fixed("/people/security-policy", {"required_roles": []}), {P.OWNER}, repeatable=True
    ),
}

_PROVEN = {
    "DeleteItem": 1,
    "GetItem": 5,
    "UpdateItem": 1,
    "cognito-idp.AdminInitiateAuth": 1,
    "cognito-idp.RevokeToken": 1,
}
BUDGETS = {
    "my_sessions": Budget({"GetItem": 2, "Query": 1}, read=3),
    "end_session": Budget({"GetItem": 2, "PutItem": 1}, read=2, write=1, by=P.SELLER),
    "end_other_sessions": Budget({"GetItem": 2, "Query": 1}, read=3),
    "sessions_of": Budget({"GetItem": 2, "Query": 1}, read=3, by=P.OWNER),
    "end_sessions_of": Budget(
        {"GetItem": 2, "PutItem": 2, "cognito-idp.AdminUserGlobalSignOut": 2},
        read=2,
        write=5,
        by=P.OWNER,
    ),
    "second_factor": Budget({"GetItem": 3}, read=3),
    "begin_second_factor": Budget(
        {**_PROVEN, "GetItem": 4, "cognito-idp.AssociateSoftwareToken": 1},
        read=4,
        write=2,
        by=P.SELLER,
    ),
    "confirm_second_factor": Budget(
        {
            **_PROVEN,
            "GetItem": 4,
            "PutItem": 3,
            "cognito-idp.VerifySoftwareToken": 1,
            "cognito-idp.AdminSetUserMFAPreference": 1,
        },
        read=4,
        write=8,
        by=P.SELLER,
    ),
    "renew_recovery_codes": Budget(
        {
            **_PROVEN,
            "DeleteItem": 2,
            "GetItem": 4,
            "PutItem": 2,
            "UpdateItem": 2,
            "cognito-idp.AdminRespondToAuthChallenge": 1,
        },
        read=5,
        write=10,
        by=P.SELLER,
    ),
    "remove_second_factor": Budget(
        {
            **_PROVEN,
            "DeleteItem": 2,
            "GetItem": 5,
            "PutItem": 3,
            "UpdateItem": 2,
            "cognito-idp.AdminRespondToAuthChallenge": 1,
            "cognito-idp.AdminSetUserMFAPreference": 1,
        },
        read=6,
        write=12,
        by=P.SELLER,
    ),
    "my_security_notes": Budget({"GetItem": 1, "Query": 1}, read=1),
    "second_factor_of": Budget({"GetItem": 3}, read=3, by=P.OWNER),
    "reset_second_factor": Budget(
        {"GetItem": 2, "PutItem": 3, "cognito-idp.AdminSetUserMFAPreference": 1},
        read=2,
        write=8,
        by=P.OWNER,
    ),
    "security_notes_of": Budget({"GetItem": 1, "Query": 1}, read=1, by=P.OWNER),
    "security_policy": Budget({"GetItem": 2}, read=2, by=P.OWNER),
    "set_security_policy": Budget({"GetItem": 2, "PutItem": 1}, read=2, write=1, by=P.OWNER),
}

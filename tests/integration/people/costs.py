"""What the routes and consumers of people may cost."""

from typing import Any

from tests.integration.people import provider, security
from tests.support.budgets import Budget, Trigger
from tests.support.contracts import examples
from tests.support.outbox import announced
from tests.support.personas import P
from tests.support.scene import Scene
from tests.support.sessions import SESSION_ENDED
from tests.support.triggers import queued, streamed

from portal.ids import new_id

ROUTES = {
    **provider.BUDGETS,
    **security.BUDGETS,
    "health": Budget({"Query": 1}, read=0.5),
    "sign_in": Budget(
        {
            "DeleteItem": 1,
            "GetItem": 5,
            "PutItem": 1,
            "Query": 1,
            "UpdateItem": 1,
            "cognito-idp.AdminInitiateAuth": 1,
        },
        read=6,
        write=3,
    ),
    "refresh": Budget(
        {"GetItem": 4, "PutItem": 1, "cognito-idp.AdminInitiateAuth": 1}, read=4, write=1
    ),
    "sign_out": Budget(
        {
            "GetItem": 3,
            "PutItem": 1,
            "cognito-idp.AdminInitiateAuth": 1,
            "cognito-idp.RevokeToken": 1,
        },
        read=3,
        write=1,
    ),
    "ask_for_password": Budget({"PutItem": 1, "UpdateItem": 2}, write=3),
    "check_password_link": Budget({"GetItem": 2}, read=2),
    "set_password_by_link": Budget(
        {
            "GetItem": 2,
            "PutItem": 1,
            "cognito-idp.AdminCreateUser": 1,
            "cognito-idp.AdminSetUserPassword": 1,
            "cognito-idp.AdminUserGlobalSignOut": 2,
        },
        read=2,
        write=3,
    ),
    "absences": Budget({"GetItem": 1, "Query": 1}, read=1),
    "set_absence": Budget({"GetItem": 3, "PutItem": 1}, read=2.5, write=1),
    "end_absence": Budget({"GetItem": 2}, read=1.5),
    "me": Budget({"GetItem": 2}, read=1.5),
    "employees": Budget({"GetItem": 1, "Query": 1}, read=1.5),
    "add_employee": Budget({"GetItem": 2, "TransactWriteItems": 1}, read=1.5, write=7, by=P.OWNER),
    "employee": Budget({"GetItem": 2}, read=1.5),
    "business_card": Budget({"GetItem": 2}, read=1.5),
    "change_employee": Budget({"GetItem": 2, "PutItem": 1}, read=1.5, write=3, by=P.OWNER),
    "import_employees": Budget(
        {"GetItem": 3, "Query": 1, "TransactWriteItems": 1}, read=3, write=8, by=P.OWNER
    ),
    "deactivate": Budget({"GetItem": 3, "TransactWriteItems": 1}, read=3, write=8, by=P.OWNER),
    "set_password": Budget(
        {
            "GetItem": 2,
            "PutItem": 1,
            "cognito-idp.AdminCreateUser": 1,
            "cognito-idp.AdminSetUserPassword": 1,
        },
        read=1.5,
        write=2,
        by=P.OWNER,
    ),
    "invite": Budget({"GetItem": 2, "PutItem": 1}, read=1.5, write=1, by=P.OWNER),
    "clients": Budget({"GetItem": 1, "Query": 1}, read=1, by=P.OWNER),
    "add_client": Budget(
        {
            "GetItem": 2,
            "TransactWriteItems": 1,
            "cognito-idp.AdminCreateUser": 1,
            "cognito-idp.AdminSetUserPassword": 1,
        },
        read=1.5,
        write=5,
        by=P.OWNER,
    ),
    "change_client": Budget({"GetItem": 2, "PutItem": 1}, read=1.5, write=3, by=P.OWNER),
    "departments": Budget({"GetItem": 1, "Query": 1}, read=1),
    "add_department": Budget({"GetItem": 1, "PutItem": 1}, read=0.5, write=1, by=P.OWNER),
    "change_department": Budget({"GetItem": 2, "PutItem": 1}, read=1.5, write=1, by=P.OWNER),
}


def invited(scene: Scene) -> dict[str, Any]:
    """Somebody was added without a password."""
    body = {"name": "Анна Ёлкина", "email": f"{new_id().lower()}@demo.example"}
    scene.made("/people/employees", body, P.OWNER)
    (event,) = announced("people", "people.password_link_requested")
    return queued(event)


TRIGGERS = {
    # First of all, where it matters that nobody is here yet.
    "bootstrap": Trigger(
        "bootstrap",
        lambda _: {"name": "Ольга", "email": "first@demo.example", "password": "demo-Portal-1"},
        Budget(
            {
                "GetItem": 1,
                "Query": 1,
                "TransactWriteItems": 1,
                "cognito-idp.AdminCreateUser": 1,
                "cognito-idp.AdminSetUserPassword": 1,
            },
            read=1.5,
            write=5,
        ),
        alone=True,
    ),
    "crm.personal_data_erased.v1": Trigger(
        "consume",
        lambda _: queued(*examples("crm.personal_data_erased.v1")),
        Budget({"PutItem": 1, "Query": 1}, read=1, write=1),
    ),
    "publish": Trigger(
        "publish",
        lambda _: streamed(*examples("people.person_changed.v1")),
        Budget({"events.PutEvents": 1}),
    ),
    "claims": Trigger(
        "claims", lambda scene: {"userName": _seller(scene)}, Budget({"GetItem": 2}, read=2)
    ),
    "people.person_changed.v1": Trigger(
        "consume",
        lambda _: queued(*examples("people.person_changed.v1")),
        Budget(
            {
                "GetItem": 1,
                "UpdateItem": 1,
                "cognito-idp.AdminDisableUser": 2,
                "cognito-idp.AdminUserGlobalSignOut": 2,
            },
            read=1,
            write=1,
        ),
    ),
    "people.session_ended.v1": SESSION_ENDED,
    "people.security_noted.v1": Trigger(
        "consume",
        security.noted,
        Budget({"GetItem": 2, "UpdateItem": 1, "sesv2.SendEmail": 1}, read=2, write=1),
    ),
    "people.password_link_requested.v1": Trigger(
        "consume",
        invited,
        Budget({"GetItem": 3, "PutItem": 2, "sesv2.SendEmail": 1}, read=3, write=2),
    ),
}


def _seller(scene: Scene) -> str:
    assert scene.directory
    return scene.id_of(P.SELLER)

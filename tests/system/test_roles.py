"""Roles are enforced: what is taken out of one is missed at once, by name, and by nothing else."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from botocore.exceptions import ClientError
from tests.system.person import Person
from tests.system.portal import Portal, eventually

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(os.environ.get("AUTH") == "false", reason="roles are not enforced"),
]


@contextmanager
def without(portal: Portal, function: str, action: str) -> Iterator[None]:
    """The function's role lacks the action while the block runs."""
    iam = portal.aws("iam")
    configuration = portal.aws("lambda").get_function_configuration(FunctionName=function)
    named = {"RoleName": configuration["Role"].rpartition("/")[2], "PolicyName": "permissions"}
    whole = iam.get_role_policy(**named)["PolicyDocument"]
    iam.put_role_policy(**named, PolicyDocument=json.dumps(_less(whole, action)))
    try:
        yield
    finally:
        iam.put_role_policy(**named, PolicyDocument=json.dumps(whole))


def _less(document: dict[str, Any], action: str) -> dict[str, Any]:
    statements = [
        statement | {"Action": [one for one in _listed(statement["Action"]) if one != action]}
        for statement in document["Statement"]
    ]
    kept = [statement for statement in statements if statement["Action"]]
    assert kept != document["Statement"], f"the role never had {action}"
    return document | {"Statement": kept}


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def test_a_function_may_do_only_what_its_role_allows(portal: Portal) -> None:
    """The emulator enforces IAM: with the role of crm's publisher, people's table is closed."""
    iam, sts = portal.aws("iam"), portal.aws("sts")
    roles = iam.list_roles()["Roles"]
    role = next(r for r in roles if r.get("Description") == "What portal-local-crm-publish may do")
    taken = sts.assume_role(RoleArn=role["Arn"], RoleSessionName="test")["Credentials"]
    dynamodb = portal.aws(
        "dynamodb",
        aws_access_key_id=taken["AccessKeyId"],
        aws_secret_access_key=taken["SecretAccessKey"],
        aws_session_token=taken["SessionToken"],
    )
    with pytest.raises(ClientError) as refused:
        dynamodb.get_item(TableName="portal-local-people", Key={"pk": {"S": "x"}, "sk": {"S": "x"}})
    assert refused.value.response["Error"]["Code"] == "AccessDeniedException"


def test_a_list_without_the_right_to_query_fails(portal: Portal, seller: Person) -> None:
    """The list alone: what needs another action works, and all of it works again with the action back."""
    with without(portal, "portal-local-notifications-api-handler", "dynamodb:Query"):
        eventually(lambda: seller.http.get("/notifications").status_code == 500)
        assert seller.http.get("/crm/deals").status_code == 200
    eventually(lambda: seller.http.get("/notifications").status_code == 200)


def test_a_letter_that_may_not_be_linked_waits_and_is_not_lost(
    portal: Portal, seller: Person, press: dict[str, str], subject: str
) -> None:
    """It is taken in and stands on no card; once the role is whole again it comes to its deal by itself."""
    with without(portal, "portal-local-crm-link", "dynamodb:PutItem"):
        portal.write("petr@ladoga.example", subject, "Добрый день!")
        eventually(lambda: seller.letter(subject, "unlinked"))
        assert seller.entry(press, subject) is None
    assert eventually(lambda: seller.entry(press, subject), 60)

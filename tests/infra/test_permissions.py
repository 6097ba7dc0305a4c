"""Each function may do what it does, and no more."""

import json
from collections import Counter

from tests.infra.cloud import Cloud, listed, statements

TRACING = {"xray:PutTraceSegments", "xray:PutTelemetryRecords"}


def test_every_function_has_a_role_of_its_own(production: Cloud) -> None:
    """No two share one."""
    functions = production.of("AWS::Serverless::Function")
    roles = Counter(str(production.role_of(f)) for f in functions)
    assert len(roles) == len(functions) > 0


def test_no_action_is_a_pattern(production: Cloud) -> None:
    """Every allowed action is spelled out."""
    for role in production.of("AWS::IAM::Role"):
        if "Policies" in role.properties:
            actions = [a for s in statements(role) for a in listed(s["Action"])]
            assert not [a for a in actions if "*" in a], role


def test_only_tracing_is_allowed_on_everything(production: Cloud) -> None:
    """X-Ray alone has no resource to name."""
    for function in production.of("AWS::Serverless::Function"):
        for statement in statements(production.role_of(function)):
            if "*" in listed(statement["Resource"]):
                assert set(listed(statement["Action"])) == TRACING, function


def test_no_function_may_scan(production: Cloud) -> None:
    """What grows with the history cannot even be asked for."""
    for function in production.of("AWS::Serverless::Function"):
        assert "dynamodb:Scan" not in json.dumps(statements(production.role_of(function)))


def test_a_feature_announces_only_in_its_own_name(production: Cloud) -> None:
    """PutEvents is bound to the feature's source."""
    speakers = 0
    for function in production.of("AWS::Serverless::Function"):
        for statement in statements(production.role_of(function)):
            if "events:PutEvents" in listed(statement["Action"]):
                expected = {"StringEquals": {"events:source": f"portal.{function.stack}"}}
                assert statement["Condition"] == expected, function
                speakers += 1
    assert speakers == len(production.of("AWS::DynamoDB::Table"))


def test_no_function_reaches_another_feature_s_table(production: Cloud) -> None:
    """The one exception reads a stream: crm's `link`, that of communications."""
    tables = {t.properties["TableName"]: t.stack for t in production.of("AWS::DynamoDB::Table")}
    found = set()
    for function in production.of("AWS::Serverless::Function"):
        text = json.dumps(statements(production.role_of(function)))
        foreign = [n for n, stack in tables.items() if stack != function.stack and n in text]
        imported = "Table" in json.dumps(
            [s for s in statements(production.role_of(function)) if "Fn::ImportValue" in str(s)]
        )
        if foreign or imported:
            found.add(function.properties["FunctionName"])
    assert found == {"portal-production-crm-link"}


def test_who_may_send_mail_sends_it_from_the_portal_s_domain_alone(production: Cloud) -> None:
    """Answers from cards, reminders, and the letters by which people come to their passwords."""
    senders = {}
    for function in production.of("AWS::Serverless::Function"):
        for statement in statements(production.role_of(function)):
            if "ses:SendEmail" in listed(statement["Action"]):
                senders[function.properties["FunctionName"]] = json.dumps(statement["Resource"])
    assert set(senders) == {
        "portal-production-communications-api-handler",
        "portal-production-communications-depart",
        "portal-production-notifications-consume",
        "portal-production-notifications-tick",
        "portal-production-people-consume",
    }
    assert all(resource.endswith(':identity/example.com"]]}') for resource in senders.values())

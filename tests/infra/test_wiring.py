"""Every function finds what its code asks for, and hears what it subscribes to."""

import json

import pytest
from infra.constructs.isolation import AT_IMPORT, isolated
from infra.constructs.subscriptions import subscriptions
from infra.paths import FUNCTIONS
from tests.infra.cloud import Cloud, Resource
from tests.infra.reads import CompositionRoot
from tests.support.source import features

GIVEN_BY_LAMBDA = {"AWS_REGION"}
FROM_THE_LAYER = {
    "app": {"USER_POOL_ID", "USER_POOL_CLIENT_ID", "TABLE_NAME"},
    "publish": {"BUS_NAME", "DEAD_LETTER_URL"},
    "consume": {"TABLE_NAME"},
    "link": {"DEAD_LETTER_URL"},
}
"""What the layer reads on behalf of a function, which its composition root does not show."""


def environment(function: Resource) -> set[str]:
    """The variables that the function is given."""
    return set(function.properties["Environment"]["Variables"])


@pytest.mark.parametrize("feature", features())
def test_every_setting_that_is_read_is_set(production: Cloud, feature: str) -> None:
    """A forgotten variable would be found by the first letter in production."""
    root = CompositionRoot(feature)
    assert {"app", "publish", "consume"} <= set(root.functions)
    for name in root.functions:
        function = production.function(feature, "api_handler" if name == "app" else name)
        read = root.settings(name) | FROM_THE_LAYER.get(name, set())
        assert read - environment(function) - GIVEN_BY_LAMBDA == set(), f"{feature}/{name}"


def test_what_a_composition_root_reads_is_found() -> None:
    """The reader of the test above sees through the helpers that a function uses."""
    assert "REPLY_SECRET_ID" in CompositionRoot("communications").settings("receive")
    assert "CRM_API" not in CompositionRoot("communications").settings("receive")
    assert "PEOPLE_API" in CompositionRoot("crm").settings("link")


BESIDE = {
    "communications": (["communications.replay_queued.v1"],),
    "crm": (["crm.work_queued.v1"],),
}
"""What functions with a queue of their own hear."""


@pytest.mark.parametrize("feature", features())
def test_a_feature_hears_exactly_what_it_subscribes_to(production: Cloud, feature: str) -> None:
    """The rules of the bus are the keys of the feature's own subscriptions, and those of queues beside."""
    rules = production.of("AWS::Events::Rule", stack=feature)
    of_the_bus = [r for r in rules if r.properties.get("EventBusName") == "portal-production"]
    assert [r.properties["EventPattern"] for r in of_the_bus] == [
        {"detail-type": heard} for heard in (subscriptions(feature), *BESIDE.get(feature, ()))
    ]
    assert len(subscriptions(feature)) > 0


def test_streams_bring_only_what_announces_something(production: Cloud) -> None:
    """A function that is called for every change of an index would be paid for nothing."""
    mappings = production.of("AWS::Lambda::EventSourceMapping")
    streams = [m for m in mappings if "StartingPosition" in m.properties]
    assert streams
    for mapping in streams:
        (only,) = mapping.properties["FilterCriteria"]["Filters"]
        assert json.loads(only["Pattern"]) == {
            "dynamodb": {"NewImage": {"event": {"S": [{"exists": True}]}}}
        }


@pytest.mark.parametrize("feature", features())
def test_memory_and_time_are_the_feature_s_own(production: Cloud, feature: str) -> None:
    """Chalice's settings reach the function: the API answers before the gateway gives up."""
    handler = production.function(feature, "api_handler").properties
    assert handler["MemorySize"] >= 512
    assert handler["Timeout"] <= 29
    assert handler["Tracing"] == "Active"


def test_every_function_logs_into_a_group_that_forgets(production: Cloud) -> None:
    """No group is left to be made by Lambda, which would keep it for ever."""
    for function in production.of("AWS::Serverless::Function"):
        group = function.properties["LoggingConfig"]["LogGroup"]
        groups = production.of("AWS::Logs::LogGroup", stack=function.stack)
        own = next(g for g in groups if g.is_meant_by(group))
        assert own.properties["RetentionInDays"] == 365


def test_no_layer_is_handed_from_stack_to_stack(production: Cloud) -> None:
    """A layer in use by another stack could never change."""
    for stack, template in production.templates.items():
        assert not [o for o in template.get("Outputs", {}) if "Layer" in o], stack
    for function in production.of("AWS::Serverless::Function"):
        layers = production.of("AWS::Lambda::LayerVersion", stack=function.stack)
        assert len(layers) == 2
        assert all(
            any(layer.is_meant_by(used) for layer in layers)
            for used in function.properties["Layers"]
        )


@pytest.mark.parametrize("feature", features())
def test_importing_a_feature_needs_no_settings(feature: str) -> None:
    """The packager imports every app on a machine that has no table."""
    with isolated(FUNCTIONS / feature, AT_IMPORT):
        assert __import__("app").app.app_name == feature


def test_ses_tells_to_whom_it_delivered_what_it_stored(production: Cloud) -> None:
    """The bucket tells of it too, by the same queue: nothing is lost while SES says nothing."""
    (rule,) = production.of("AWS::SES::ReceiptRule", stack="communications")
    (action,) = rule.properties["Rule"]["Actions"]
    (topic,) = production.of("AWS::SNS::Topic", stack="communications")
    assert topic.is_meant_by(action["S3Action"]["TopicArn"])
    (heard,) = production.of("AWS::SNS::Subscription", stack="communications")
    assert (heard.properties["Protocol"], heard.properties["RawMessageDelivery"]) == ("sqs", True)
    patterns = [r.properties.get("EventPattern") for r in production.of("AWS::Events::Rule")]
    assert len([p for p in patterns if "inbound/" in json.dumps(p)]) == 1

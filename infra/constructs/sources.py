"""What calls a function without waiting for it: a stream, a queue, a rule, a schedule.

Each has a bound on its attempts and a dead-letter queue behind it.
"""

import json
from collections.abc import Mapping
from typing import Any

from aws_cdk import Duration
from aws_cdk import aws_events as events
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.constructs.alarms import Alarms, lambda_metric
from infra.constructs.function import FeatureFunction

_READ_STREAM = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"]
_CONSUME = [
    "sqs:ChangeMessageVisibility",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
    "sqs:ReceiveMessage",
]
_LAG = Duration.minutes(5)
# A change that announces nothing is nobody's business. One of a card brings dozens of them in the index, and
# Lambda leaves them out for nothing: https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html
_ANNOUNCING = json.dumps({"dynamodb": {"NewImage": {"event": {"S": [{"exists": True}]}}}})


def read_stream(
    scope: Construct, function: FeatureFunction, stream_arn: str, dead: sqs.IQueue
) -> lambda_.CfnEventSourceMapping:
    """Feeds a table's stream to the function, in order for each key.

    The function parks a record that it can never do and raises where trying again may help; a batch
    that keeps failing is halved until one record is left, which goes to the dead letters.
    """
    return lambda_.CfnEventSourceMapping(
        scope,
        "Mapping",
        event_source_arn=stream_arn,
        function_name=function.arn,
        starting_position="TRIM_HORIZON",
        batch_size=100,
        filter_criteria={"filters": [{"pattern": _ANNOUNCING}]},
        bisect_batch_on_function_error=True,
        maximum_retry_attempts=10,
        maximum_record_age_in_seconds=Duration.hours(12).to_seconds(),
        destination_config={"onFailure": {"destination": dead.queue_arn}},
    )


def allow_stream(function: FeatureFunction, stream_arn: str, dead: sqs.IQueue) -> None:
    """What a function needs to read a stream and to park what it cannot do."""
    function.allow(_READ_STREAM, stream_arn)
    function.allow(["sqs:SendMessage"], dead.queue_arn)
    function.set(DEAD_LETTER_URL=dead.queue_url)


def watch_stream(scope: Construct, function: FeatureFunction, alarms: Alarms) -> None:
    """Alarms when the function lags five minutes behind its stream."""
    alarms.above(
        scope,
        f"{function.name}-lag",
        lambda_metric(function.function_name, "IteratorAge", "Maximum"),
        _LAG.to_milliseconds(),
        f"{function.function_name} is more than five minutes behind its stream.",
    )


def consume_queue(
    scope: Construct, function: FeatureFunction, queue: sqs.IQueue, most: int
) -> None:
    """Feeds a queue to the function, so many messages at once, which answers with those that it could not do."""
    function.allow(_CONSUME, queue.queue_arn)
    lambda_.CfnEventSourceMapping(
        scope,
        "Mapping",
        event_source_arn=queue.queue_arn,
        function_name=function.arn,
        batch_size=most,
        function_response_types=["ReportBatchItemFailures"],
    )


def route_events(
    scope: Construct,
    *,
    pattern: Mapping[str, Any],
    bus_name: str | None,
    queue: sqs.Queue,
    dead: sqs.Queue,
) -> None:
    """Sends the events of a bus that fit the pattern to the queue; without a name, the default bus."""
    rule = events.CfnRule(
        scope,
        "Rule",
        event_bus_name=bus_name,
        event_pattern=dict(pattern),
        targets=[
            events.CfnRule.TargetProperty(
                id="queue",
                arn=queue.queue_arn,
                dead_letter_config=events.CfnRule.DeadLetterConfigProperty(arn=dead.queue_arn),
            )
        ],
    )
    for target in (queue, dead):
        _let_rule_send(target, rule)


def every_minute(scope: Construct, function: FeatureFunction, dead: sqs.Queue) -> None:
    """Calls the function each minute; a tick that fails three times is a dead letter."""
    rule = events.CfnRule(
        scope,
        "Rule",
        schedule_expression="rate(1 minute)",
        targets=[
            events.CfnRule.TargetProperty(
                id="function",
                arn=function.arn,
                dead_letter_config=events.CfnRule.DeadLetterConfigProperty(arn=dead.queue_arn),
                retry_policy=events.CfnRule.RetryPolicyProperty(
                    maximum_retry_attempts=3, maximum_event_age_in_seconds=300
                ),
            )
        ],
    )
    function.let("events.amazonaws.com", rule.attr_arn)
    function.allow(["sqs:SendMessage"], dead.queue_arn)
    lambda_.CfnEventInvokeConfig(
        scope,
        "Failures",
        function_name=function.function_name,
        qualifier="$LATEST",
        maximum_retry_attempts=2,
        destination_config={"onFailure": {"destination": dead.queue_arn}},
    ).add_dependency(function.resource)
    _let_rule_send(dead, rule)


def _let_rule_send(queue: sqs.Queue, rule: events.CfnRule) -> None:
    queue.add_to_resource_policy(
        iam.PolicyStatement(
            principals=[iam.ServicePrincipal("events.amazonaws.com")],
            actions=["sqs:SendMessage"],
            resources=[queue.queue_arn],
            conditions={"ArnEquals": {"aws:SourceArn": rule.attr_arn}},
        )
    )

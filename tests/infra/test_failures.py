"""Nothing that is called without being waited for can fail in silence."""

from typing import Any

from tests.infra.cloud import Cloud, Resource


def dead_letters(cloud: Cloud, stack: str) -> list[Resource]:
    """The dead-letter queues of a stack."""
    queues = cloud.of("AWS::SQS::Queue", stack=stack)
    return [q for q in queues if str(q.properties["QueueName"]).endswith("-dead")]


def is_dead_letters(cloud: Cloud, stack: str, value: object) -> bool:
    """Whether an ARN is that of a dead-letter queue of the stack."""
    return any(queue.is_meant_by(value) for queue in dead_letters(cloud, stack))


def imported_dead_letters(value: Any) -> bool:
    """Whether an ARN is that of a dead-letter queue of another stack."""
    return "DeadLetters" in value.get("Fn::ImportValue", "")


def test_every_queue_ends_in_dead_letters(production: Cloud) -> None:
    """A message that fails five times is kept for two weeks beside the queue."""
    for queue in production.of("AWS::SQS::Queue"):
        if "RedrivePolicy" in queue.properties:
            policy = queue.properties["RedrivePolicy"]
            assert policy["maxReceiveCount"] == 5, queue
            assert is_dead_letters(production, queue.stack, policy["deadLetterTargetArn"]), queue
        else:
            assert queue in dead_letters(production, queue.stack), queue
        assert queue.properties["MessageRetentionPeriod"] == 14 * 24 * 3600, queue


def test_every_dead_letter_alarms_with_the_command_that_replays_it(production: Cloud) -> None:
    """Whoever is woken reads what to type."""
    for stack in production.templates:
        watched = {
            str(d["Value"]["Fn::GetAtt"][0]): alarm
            for alarm in production.alarms(stack)
            if alarm["Namespace"] == "AWS/SQS"
            for d in alarm["Dimensions"]
        }
        for queue in dead_letters(production, stack):
            name = str(queue.properties["QueueName"])
            function = name.removeprefix(f"portal-production-{stack}-").removesuffix("-dead")
            command = f"make replay STAGE=production FEATURE={stack} QUEUE={function}"
            assert watched[queue.name]["AlarmDescription"].endswith(command)
            assert watched[queue.name]["Threshold"] == 0


def test_every_stream_gives_up_into_dead_letters(production: Cloud) -> None:
    """A batch is halved, tried ten times and then set aside, so that one record stops nobody for long."""
    mappings = production.of("AWS::Lambda::EventSourceMapping")
    streams = [m for m in mappings if "StartingPosition" in m.properties]
    assert (
        len(streams)
        == len([s for s in production.templates if production.of("AWS::DynamoDB::Table", stack=s)])
        + 1
    )
    for mapping in streams:
        properties = mapping.properties
        assert properties["BisectBatchOnFunctionError"] is True, mapping
        assert properties["MaximumRetryAttempts"] == 10, mapping
        dead = properties["DestinationConfig"]["OnFailure"]["Destination"]
        assert is_dead_letters(production, mapping.stack, dead) or imported_dead_letters(dead), (
            mapping
        )


def test_every_queue_reports_each_message_by_itself(production: Cloud) -> None:
    """One poisonous message does not repeat its neighbours."""
    mappings = production.of("AWS::Lambda::EventSourceMapping")
    queues = [m for m in mappings if "StartingPosition" not in m.properties]
    assert queues
    for mapping in queues:
        assert mapping.properties["FunctionResponseTypes"] == ["ReportBatchItemFailures"], mapping


LONG_WORK = {("crm", "bulk")}


def test_a_queue_hides_a_message_six_times_as_long_as_the_work(production: Cloud) -> None:
    """Otherwise a slow batch would be worked on twice at once."""
    for queue in production.of("AWS::SQS::Queue"):
        if "RedrivePolicy" in queue.properties:
            feature = queue.stack
            name = str(queue.properties["QueueName"]).removeprefix(f"portal-production-{feature}-")
            timeout = production.function(feature, name).properties["Timeout"]
            hidden = timeout + 5 if (feature, name) in LONG_WORK else 6 * timeout
            assert queue.properties["VisibilityTimeout"] == hidden, queue


def test_long_work_comes_one_message_at_a_time_and_is_soon_taken_up_again(
    production: Cloud,
) -> None:
    """A person waits for it: when its worker died, and never behind another's in one batch."""
    (mapping,) = (
        each
        for each in production.of("AWS::Lambda::EventSourceMapping")
        if each.stack == "crm" and each.properties.get("BatchSize") == 1
    )
    assert "bulk" in str(mapping.properties["FunctionName"]).lower()
    assert production.function("crm", "bulk").properties["Timeout"] <= 90


def test_every_rule_has_dead_letters(production: Cloud) -> None:
    """What EventBridge cannot deliver waits too."""
    rules = production.of("AWS::Events::Rule")
    for rule in (r for r in rules if r.stack != "foundation"):
        for target in rule.properties["Targets"]:
            dead = target["DeadLetterConfig"]["Arn"]
            assert is_dead_letters(production, rule.stack, dead), rule


def test_what_a_schedule_calls_has_a_failure_destination(production: Cloud) -> None:
    """The function is called asynchronously: its own failures go to the dead letters as well."""
    schedules = [
        r for r in production.of("AWS::Events::Rule") if "ScheduleExpression" in r.properties
    ]
    assert schedules
    for rule in schedules:
        configured = production.of("AWS::Lambda::EventInvokeConfig", stack=rule.stack)
        assert configured, rule
        for config in configured:
            dead = config.properties["DestinationConfig"]["OnFailure"]["Destination"]
            assert is_dead_letters(production, rule.stack, dead), rule


def test_every_function_alarms_on_errors_and_throttles(production: Cloud) -> None:
    """By its own name, to the stage's topic."""
    for function in production.of("AWS::Serverless::Function"):
        name = function.properties["FunctionName"]
        own = [
            a
            for a in production.alarms(function.stack)
            if {"Name": "FunctionName", "Value": name} in a.get("Dimensions", [])
        ]
        assert {"Errors", "Throttles"} <= {a["MetricName"] for a in own}, function
        assert all("portal-production-alarms" in str(a["AlarmActions"]) for a in own), function


def test_every_stream_reader_alarms_when_it_lags(production: Cloud) -> None:
    """Five minutes behind the stream is too far."""
    readers = [
        (feature, name)
        for feature in production.templates
        for name in ("publish", "link")
        if production.of("AWS::DynamoDB::Table", stack=feature)
        and (name != "link" or feature == "crm")
    ]
    for feature, name in readers:
        wanted = f"portal-production-{feature}-{name}"
        lags = [a for a in production.alarms(feature) if a["MetricName"] == "IteratorAge"]
        assert any(a["Dimensions"][0]["Value"] == wanted for a in lags), wanted

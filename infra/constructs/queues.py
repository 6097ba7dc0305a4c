"""Queues: none without a dead-letter queue, none of those without an alarm."""

from aws_cdk import Duration
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.constructs.alarms import Alarms
from infra.stage import Stage

_ATTEMPTS = 5


def dead_letter_queue(
    scope: Construct, name: str, *, stage: Stage, alarms: Alarms, replay: str
) -> sqs.Queue:
    """Keeps for two weeks what could not be done, and alarms at the first message.

    `replay` is the command that does it again.
    """
    queue = sqs.Queue(
        scope,
        "DeadLetters",
        queue_name=stage.resource(name, "dead"),
        retention_period=Duration.days(14),
        encryption=sqs.QueueEncryption.SQS_MANAGED,
        enforce_ssl=True,
    )
    alarms.above(
        scope,
        f"{name}-dead-letters",
        queue.metric_approximate_number_of_messages_visible(statistic="Maximum"),
        0,
        f"Something could not be done and waits. Mend the cause, then: {replay}",
    )
    return queue


def work_queue(
    scope: Construct, name: str, *, stage: Stage, dead: sqs.IQueue, hidden: Duration
) -> sqs.Queue:
    """A queue that hides a message so long from others while it is worked on; five attempts, then the dead letters.

    AWS advises six times the timeout of the function that works on it, and no less than once:
    https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
    """
    return sqs.Queue(
        scope,
        "Queue",
        queue_name=stage.resource(name),
        visibility_timeout=hidden,
        retention_period=Duration.days(14),
        encryption=sqs.QueueEncryption.SQS_MANAGED,
        enforce_ssl=True,
        dead_letter_queue=sqs.DeadLetterQueue(queue=dead, max_receive_count=_ATTEMPTS),
    )

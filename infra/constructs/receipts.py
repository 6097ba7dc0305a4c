"""Where SES tells of a letter once it is stored, and to whom it delivered it, which the object does not say."""

from aws_cdk import Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from aws_cdk import aws_sqs as sqs


def receipts(stack: Stack, name: str, queue: sqs.Queue, dead: sqs.Queue) -> sns.Topic:
    """A topic that SES may publish to, whose words go into the queue as they are."""
    topic = sns.Topic(stack, "Received", topic_name=name, enforce_ssl=True)
    topic.add_to_resource_policy(
        iam.PolicyStatement(
            principals=[iam.ServicePrincipal("ses.amazonaws.com")],
            actions=["sns:Publish"],
            resources=[topic.topic_arn],
            conditions={"StringEquals": {"aws:SourceAccount": stack.account}},
        )
    )
    topic.add_subscription(
        subscriptions.SqsSubscription(queue, raw_message_delivery=True, dead_letter_queue=dead)
    )
    return topic

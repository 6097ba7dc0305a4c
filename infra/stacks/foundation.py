"""What the features stand on: the event bus with its archive, and the topic of the alarms."""

from aws_cdk import App, ArnFormat, Duration, RemovalPolicy, Stack
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_events as events
from aws_cdk import aws_iam as iam
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions

from infra.stage import Stage


class Foundation(Stack):
    """Deployed before every feature. Features find what is here by name, not by export."""

    def __init__(self, app: App, stage: Stage) -> None:
        super().__init__(app, stage.resource("foundation"))
        self._bus(stage)
        self._alarms(stage)
        self._api_logs()

    def _bus(self, stage: Stage) -> None:
        bus = events.EventBus(self, "Bus", event_bus_name=stage.resource())
        bus.apply_removal_policy(RemovalPolicy.RETAIN if stage.retain else RemovalPolicy.DESTROY)
        events.Archive(
            self,
            "Archive",
            source_event_bus=bus,
            archive_name=stage.resource("events"),
            description="Every domain event, for rebuilding a projection",
            event_pattern=events.EventPattern(source=events.Match.prefix("portal.")),
            retention=Duration.days(0 if stage.retain else 30),
        )

    def _alarms(self, stage: Stage) -> None:
        topic = sns.Topic(self, "Alarms", topic_name=stage.resource("alarms"), enforce_ssl=True)
        topic.add_to_resource_policy(
            iam.PolicyStatement(
                principals=[iam.ServicePrincipal("cloudwatch.amazonaws.com")],
                actions=["sns:Publish"],
                resources=[topic.topic_arn],
                conditions={"StringEquals": {"aws:SourceAccount": self.account}},
            )
        )
        if stage.alarm_mail:
            topic.add_subscription(subscriptions.EmailSubscription(stage.alarm_mail))

    def _api_logs(self) -> None:
        """API Gateway writes access logs by a role that belongs to the account and region."""
        managed = "service-role/AmazonAPIGatewayPushToCloudWatchLogs"
        role = iam.Role(
            self,
            "ApiLogsRole",
            assumed_by=iam.ServicePrincipal("apigateway.amazonaws.com"),
            managed_policies=[iam.ManagedPolicy.from_aws_managed_policy_name(managed)],
        )
        role.apply_removal_policy(RemovalPolicy.RETAIN)
        account = apigateway.CfnAccount(self, "ApiLogs", cloud_watch_role_arn=role.role_arn)
        account.apply_removal_policy(RemovalPolicy.RETAIN)


def bus_arn(stack: Stack, stage: Stage) -> str:
    """The ARN of the stage's event bus."""
    return stack.format_arn(service="events", resource="event-bus", resource_name=stage.resource())


def alarm_topic(stack: Stack, stage: Stage) -> sns.ITopic:
    """The stage's alarm topic, by its name."""
    arn = stack.format_arn(
        service="sns",
        resource=stage.resource("alarms"),
        arn_format=ArnFormat.NO_RESOURCE_NAME,
    )
    return sns.Topic.from_topic_arn(stack, "AlarmTopic", arn)

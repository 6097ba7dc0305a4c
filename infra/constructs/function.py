"""One function of a feature: a role of its own, its log group, its environment, its alarms."""

from collections.abc import Mapping, Sequence

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from aws_cdk import aws_sam as sam
from constructs import Construct

from infra.constructs.alarms import Alarms, lambda_metric
from infra.stage import Stage

_DEFAULT_TIMEOUT_SECONDS = 60
_SERVICE = "lambda.amazonaws.com"


class FeatureFunction(Construct):
    """A function that Chalice packaged, given all it needs to run; it may do only what it is allowed."""

    def __init__(  # a function is described by this much
        self,
        scope: Construct,
        name: str,
        *,
        feature: str,
        resource: sam.CfnFunction,
        stage: Stage,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, "".join(word.title() for word in name.split("_")))
        self.name = f"{feature}-{name.replace('_', '-')}"
        self.function_name = stage.resource(self.name)
        self.resource = resource
        self._stage = stage
        self._log_group = self._make_log_group()
        self._permissions = iam.PolicyDocument()
        self._role = self._make_role()
        self._configure(feature)
        self._watch(alarms)

    @property
    def arn(self) -> str:
        """The ARN, which CloudFormation knows once the function is made."""
        return self.resource.get_att("Arn").to_string()

    @property
    def timeout(self) -> Duration:
        """How long one invocation may take."""
        return Duration.seconds(self.resource.timeout or _DEFAULT_TIMEOUT_SECONDS)

    def allow(
        self,
        actions: Sequence[str],
        *resources: str,
        conditions: Mapping[str, object] | None = None,
    ) -> None:
        """Lets the function do these actions on these resources."""
        self._permissions.add_statements(
            iam.PolicyStatement(
                actions=list(actions), resources=list(resources), conditions=conditions
            )
        )

    def set(self, **environment: str) -> None:
        """Sets environment variables."""
        for name, value in environment.items():
            self.resource.add_property_override(f"Environment.Variables.{name}", value)

    def let(self, principal: str, source_arn: str, construct_id: str = "Invoke") -> None:
        """Lets an AWS service call the function on behalf of one source."""
        lambda_.CfnPermission(
            self,
            construct_id,
            action="lambda:InvokeFunction",
            function_name=self.arn,
            principal=principal,
            source_arn=source_arn,
        )

    def _make_log_group(self) -> logs.LogGroup:
        return logs.LogGroup(
            self,
            "Logs",
            log_group_name=f"/aws/lambda/{self.function_name}",
            retention=retention(self._stage),
            removal_policy=RemovalPolicy.RETAIN if self._stage.retain else RemovalPolicy.DESTROY,
        )

    def _make_role(self) -> iam.Role:
        self.allow(["logs:CreateLogStream", "logs:PutLogEvents"], self._log_group.log_group_arn)
        self.allow(["xray:PutTraceSegments", "xray:PutTelemetryRecords"], "*")
        return iam.Role(
            self,
            "Role",
            description=f"What {self.function_name} may do",
            assumed_by=iam.ServicePrincipal(_SERVICE),
            inline_policies={"permissions": self._permissions},
        )

    def _configure(self, feature: str) -> None:
        self.resource.add_property_override("FunctionName", self.function_name)
        self.resource.add_property_override("Role", self._role.role_arn)
        self.resource.add_property_override(
            "LoggingConfig",
            {
                "LogGroup": self._log_group.log_group_name,
                "LogFormat": "JSON",
            },
        )
        self.set(FEATURE=feature, POWERTOOLS_SERVICE_NAME=feature, LOG_LEVEL="INFO")

    def _watch(self, alarms: Alarms) -> None:
        alarms.above(
            self,
            f"{self.name}-errors",
            lambda_metric(self.function_name, "Errors"),
            0,
            f"{self.function_name} failed. Its log group tells where.",
        )
        alarms.above(
            self,
            f"{self.name}-throttles",
            lambda_metric(self.function_name, "Throttles"),
            0,
            f"{self.function_name} was refused: the account's concurrency is used up.",
        )


def retention(stage: Stage) -> logs.RetentionDays:
    """How long the stage keeps its logs."""
    return {30: logs.RetentionDays.ONE_MONTH, 365: logs.RetentionDays.ONE_YEAR}[stage.log_days]

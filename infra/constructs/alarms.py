"""Alarms that reach a person: every one of them notifies the stage's topic."""

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_sns as sns
from constructs import Construct

from infra.stage import Stage


class Alarms:
    """Makes the alarms of a stage."""

    def __init__(self, topic: sns.ITopic, stage: Stage) -> None:
        self._action = actions.SnsAction(topic)
        self._stage = stage

    def above(
        self,
        scope: Construct,
        name: str,
        metric: cloudwatch.IMetric,
        threshold: float,
        meaning: str,
    ) -> None:
        """Alarms when the metric is above the threshold for one period; no data is no alarm.

        `meaning` tells whoever is woken what has happened and what to do.
        """
        alarm = cloudwatch.Alarm(
            scope,
            f"{name.title().replace('-', '')}Alarm",
            alarm_name=self._stage.resource(name),
            alarm_description=meaning,
            metric=metric,
            threshold=threshold,
            evaluation_periods=1,
            comparison_operator=cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
            treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
        )
        alarm.add_alarm_action(self._action)


def lambda_metric(function_name: str, metric: str, statistic: str = "Sum") -> cloudwatch.Metric:
    """A metric of one function over five minutes."""
    return cloudwatch.Metric(
        namespace="AWS/Lambda",
        metric_name=metric,
        dimensions_map={"FunctionName": function_name},
        statistic=statistic,
        period=Duration.minutes(5),
    )

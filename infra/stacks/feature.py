"""What every feature's stack has; a feature's own module adds only what is particular to it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar, Protocol, runtime_checkable

from aws_cdk import App, Duration, Stack
from aws_cdk import aws_sqs as sqs

from infra.constructs import api, sources
from infra.constructs.alarms import Alarms
from infra.constructs.chalice_app import ChaliceApp
from infra.constructs.function import FeatureFunction
from infra.constructs.layers import layers
from infra.constructs.queues import dead_letter_queue, work_queue
from infra.constructs.subscriptions import subscriptions
from infra.constructs.table import feature_table, index_names
from infra.stacks.foundation import alarm_topic, bus_arn
from infra.stage import Stage

READ = [
    "dynamodb:BatchGetItem",
    "dynamodb:ConditionCheckItem",
    "dynamodb:GetItem",
    "dynamodb:Query",
]
WRITE = ["dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"]


@runtime_checkable
class OwnsUserPool(Protocol):
    """The feature by whose user pool everybody signs in."""

    user_pool_id: str
    user_pool_client_id: str


class FeatureStack(Stack):
    """One feature: its table, its app's functions, its API, its part in the events.

    A subclass names the feature and wires in `wire` what only this feature has.
    """

    feature: ClassVar[str]

    def __init__(
        self, app: App, stage: Stage, dependencies: Path, peers: Mapping[str, "FeatureStack"]
    ) -> None:
        super().__init__(app, stage.resource(self.feature))
        self.stage = stage
        self.peers = peers
        self.alarms = Alarms(alarm_topic(self, stage), stage)
        self.table = feature_table(self, self.feature, stage)
        self.chalice = ChaliceApp(self, "App", feature=self.feature)
        self.functions = self._functions(dependencies)
        self._api()
        self._publish()
        self._consume()
        self.wire()

    def wire(self) -> None:
        """Adds what only this feature has."""

    @property
    def api_address(self) -> str:
        """The base URL of the feature's API."""
        return api.address(self.chalice.api)

    @property
    def handler(self) -> FeatureFunction:
        """The function of all the routes."""
        return self.functions["api_handler"]

    def let_read(self, function: FeatureFunction) -> None:
        """Lets the function read the feature's table and its indexes; never scan."""
        function.allow(READ, self.table.table_arn, *self._indexes())

    def let_write(self, function: FeatureFunction) -> None:
        """Lets the function read and write the feature's table."""
        self.let_read(function)
        function.allow(WRITE, self.table.table_arn)

    def let_send(self, function: FeatureFunction) -> None:
        """Lets the function send mail from the stage's domain."""
        identity = self.format_arn(
            service="ses", resource="identity", resource_name=self.stage.mail_domain
        )
        function.allow(["ses:SendEmail", "ses:SendRawEmail"], identity)
        function.set(MAIL_DOMAIN=self.stage.mail_domain)

    def knows(self, feature: str, *functions: str) -> None:
        """Tells the functions where a peer's public API is, as `<FEATURE>_API`."""
        if feature in self.peers:
            address = {f"{feature.upper()}_API": self.peers[feature].api_address}
            for name in functions:
                self.functions[name].set(**address)

    def expect_stream(self, function: FeatureFunction, stream_arn: str) -> sqs.Queue:
        """Prepares a function to read a stream; its dead-letter queue."""
        dead = self.dead_letters(function)
        sources.allow_stream(function, stream_arn, dead)
        sources.watch_stream(function, function, self.alarms)
        return dead

    def queue_for(
        self,
        function: FeatureFunction,
        pattern: Mapping[str, Any],
        bus_name: str | None = None,
        *,
        awaited: bool = False,
    ) -> None:
        """Queues the events of a bus that fit the pattern for one of the feature's functions."""
        dead = self.dead_letters(function)
        queue = self.queue_of_messages(function, dead, awaited=awaited)
        sources.route_events(function, pattern=pattern, bus_name=bus_name, queue=queue, dead=dead)

    def queue_of_messages(
        self, function: FeatureFunction, dead: sqs.Queue | None = None, *, awaited: bool = False
    ) -> sqs.Queue:
        """A queue that one of the feature's functions works off.

        Where a person has `awaited` the work, each message is a call of its own, and what a worker left that died is
        taken up as soon as that one cannot be alive any more.
        """
        seconds = function.timeout.to_seconds()
        queue = work_queue(
            function,
            function.name,
            stage=self.stage,
            dead=dead or self.dead_letters(function),
            hidden=Duration.seconds(seconds + 5 if awaited else 6 * seconds),
        )
        sources.consume_queue(function, function, queue, 1 if awaited else 10)
        return queue

    def dead_letters(self, function: FeatureFunction) -> sqs.Queue:
        """The function's dead-letter queue, with its alarm."""
        name = function.name.removeprefix(f"{self.feature}-")
        replay = f"make replay STAGE={self.stage.name} FEATURE={self.feature} QUEUE={name}"
        return dead_letter_queue(
            function, function.name, stage=self.stage, alarms=self.alarms, replay=replay
        )

    def verifies_tokens(self) -> None:
        """Tells the function of the routes which user pool's tokens to believe."""
        people = self.peers["people"]
        assert isinstance(people, OwnsUserPool)  # noqa: S101  # narrows the type
        self.handler.set(
            USER_POOL_ID=people.user_pool_id, USER_POOL_CLIENT_ID=people.user_pool_client_id
        )

    def _functions(self, dependencies: Path) -> dict[str, FeatureFunction]:
        arns = layers(self, self.feature, self.stage, dependencies)
        functions = {
            name: FeatureFunction(
                self,
                name,
                feature=self.feature,
                resource=resource,
                stage=self.stage,
                alarms=self.alarms,
            )
            for name, resource in self.chalice.functions.items()
        }
        for function in functions.values():
            function.resource.add_property_override("Layers", arns)
            function.set(TABLE_NAME=self.table.table_name)
        return functions

    def _api(self) -> None:
        name = self.stage.resource(self.feature)
        api.configure(self, self.chalice.api, name=name, stage=self.stage)
        self.let_write(self.handler)
        self.handler.set(PORTAL_URL=self.stage.portal_url)

    def _publish(self) -> None:
        publish = self.functions["publish"]
        stream = self.table.table_stream_arn
        assert stream  # noqa: S101  # every table of ours has a stream
        sources.read_stream(publish, publish, stream, self.expect_stream(publish, stream))
        source = {"StringEquals": {"events:source": f"portal.{self.feature}"}}
        publish.allow(["events:PutEvents"], bus_arn(self, self.stage), conditions=source)
        publish.set(BUS_NAME=self.stage.resource())

    def _consume(self) -> None:
        detail_types = subscriptions(self.feature)
        if detail_types:
            consume = self.functions["consume"]
            self.let_write(consume)
            self.queue_for(consume, {"detail-type": detail_types}, self.stage.resource())

    def _indexes(self) -> list[str]:
        return [f"{self.table.table_arn}/index/{name}" for name in index_names(self.feature)]

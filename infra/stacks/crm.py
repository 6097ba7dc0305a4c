"""crm: cards and their timelines.

`link` brings communications to the cards; `tick` tells each minute of what waited too long; `bulk` imports and exports tables, a piece at a time; `reindex` is called by hand,
see `infra.reindex`.
"""

from aws_cdk import Duration
from aws_cdk import aws_s3 as s3

from infra.constructs import sources
from infra.constructs.bucket import let_browsers, private_bucket
from infra.constructs.function import FeatureFunction
from infra.stacks.feature import FeatureStack

_TABLES_KEPT = Duration.days(180)
_EXPORTS_KEPT = Duration.days(8)
_WORK = {"detail-type": ["crm.work_queued.v1"]}


class Crm(FeatureStack):
    """`link` reads the stream of a stack that is deployed after this one, which makes the mapping."""

    feature = "crm"

    def wire(self) -> None:
        """Prepares `link` for a stream that does not exist yet, known by the name of its table."""
        self.verifies_tokens()
        self.knows("people", "api_handler", "bulk", "consume", "link", "reindex")
        self.link = self.functions["link"]
        self.let_write(self.link)
        self.let_write(self.functions["reindex"])
        streams = f"{self.stage.resource('communications')}/stream/*"
        arn = self.format_arn(service="dynamodb", resource="table", resource_name=streams)
        self.link_dead_letters = self.expect_stream(self.link, arn)
        tick = self.functions["tick"]
        self.let_write(tick)
        sources.every_minute(tick, tick, self.dead_letters(tick))
        self._exchange_tables()

    def _exchange_tables(self) -> None:
        """The bucket of what is imported and exported, and the queue of the work."""
        bucket = private_bucket(self, "Tables", stage=self.stage)
        let_browsers(bucket, self.stage.portal_url)
        bucket.add_lifecycle_rule(
            id="old-tables",
            expiration=_TABLES_KEPT,
            noncurrent_version_expiration=Duration.days(1),
        )
        bucket.add_lifecycle_rule(
            id="old-exports",
            prefix="exports/",
            expiration=_EXPORTS_KEPT,
            noncurrent_version_expiration=Duration.days(1),
        )
        bulk = self.functions["bulk"]
        self.let_write(bulk)
        # What became of many rows is written by the call.
        bulk.allow(["dynamodb:BatchWriteItem"], self.table.table_arn)
        self.queue_for(bulk, _WORK, self.stage.resource(), awaited=True)
        for function in (self.handler, bulk):
            _let_keep_tables(function, bucket)


def _let_keep_tables(function: FeatureFunction, bucket: s3.Bucket) -> None:
    function.set(TABLES_BUCKET=bucket.bucket_name)
    function.allow(["s3:GetObject", "s3:PutObject"], bucket.arn_for_objects("*"))
    # Without it S3 says of what is not there that it is forbidden.
    function.allow(["s3:ListBucket"], bucket.bucket_arn)

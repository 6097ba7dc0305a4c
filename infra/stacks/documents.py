"""documents: files go up and down by presigned URL, and are checked before they stand on a card."""

from aws_cdk import CfnOutput, Duration

from infra.constructs.bucket import let_browsers, let_erase, object_created, private_bucket
from infra.constructs.function import FeatureFunction
from infra.stacks.feature import FeatureStack

_UPLOADS = "uploads/"
_QUARANTINE = "quarantine/"


class Documents(FeatureStack):
    """`receive` looks at each new upload and moves it to the files or to the quarantine."""

    feature = "documents"

    def wire(self) -> None:
        """Connects the bucket and `receive`."""
        self.verifies_tokens()
        self.knows("crm", "api_handler")
        self.bucket = private_bucket(self, "Files", stage=self.stage, announces=True)
        self._lifecycle()
        receive = self.functions["receive"]
        self.let_write(receive)
        self.queue_for(receive, object_created(self.bucket, _UPLOADS))
        for function in (self.handler, receive):
            self._let_keep_files(function)
        self._let_erase(self.functions["consume"])
        CfnOutput(self, "FilesBucket", value=self.bucket.bucket_name)

    def _let_keep_files(self, function: FeatureFunction) -> None:
        function.set(FILES_BUCKET=self.bucket.bucket_name)
        function.allow(
            ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"],
            self.bucket.arn_for_objects("*"),
        )
        function.allow(
            ["s3:DeleteObject", "s3:DeleteObjectVersion"],
            self.bucket.arn_for_objects(f"{_UPLOADS}*"),
        )

    def _let_erase(self, function: FeatureFunction) -> None:
        """The files of a person whose data are erased go with all their versions."""
        function.set(FILES_BUCKET=self.bucket.bucket_name)
        let_erase(function, self.bucket)

    def _lifecycle(self) -> None:
        self.bucket.add_lifecycle_rule(
            id="unclaimed-uploads", prefix=_UPLOADS, expiration=Duration.days(7)
        )
        self.bucket.add_lifecycle_rule(
            id="quarantine", prefix=_QUARANTINE, expiration=Duration.days(90)
        )
        let_browsers(self.bucket, self.stage.portal_url)

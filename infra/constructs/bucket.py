"""A private bucket that tells EventBridge what was put into it."""

from typing import Any

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.constructs.function import FeatureFunction
from infra.stage import Stage


def private_bucket(
    scope: Construct, construct_id: str, *, stage: Stage, announces: bool = False
) -> s3.Bucket:
    """A versioned, encrypted bucket without public access, over TLS only; `announces` new objects."""
    bucket = s3.Bucket(
        scope,
        construct_id,
        block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
        encryption=s3.BucketEncryption.S3_MANAGED,
        enforce_ssl=True,
        versioned=True,
        object_ownership=s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
        removal_policy=RemovalPolicy.RETAIN if stage.retain else RemovalPolicy.DESTROY,
    )
    bucket.add_lifecycle_rule(
        id="aborted-uploads", abort_incomplete_multipart_upload_after=Duration.days(1)
    )
    if announces:
        _announce(bucket)
    return bucket


def let_browsers(bucket: s3.Bucket, origin: str) -> None:
    """Lets pages of the origin send files to presigned addresses of the bucket, and read them."""
    bucket.add_cors_rule(
        allowed_origins=[origin],
        allowed_methods=[s3.HttpMethods.GET, s3.HttpMethods.POST, s3.HttpMethods.PUT],
        allowed_headers=["*"],
        exposed_headers=["ETag"],
        max_age=3600,
    )


def let_erase(function: FeatureFunction, bucket: s3.Bucket) -> None:
    """Lets the function remove objects for good, with all their versions."""
    function.allow(["s3:DeleteObject", "s3:DeleteObjectVersion"], bucket.arn_for_objects("*"))
    function.allow(["s3:ListBucketVersions"], bucket.bucket_arn)


def object_created(bucket: s3.Bucket, prefix: str) -> dict[str, Any]:
    """The pattern of the default bus's events for new objects under a prefix."""
    return {
        "source": ["aws.s3"],
        "detail-type": ["Object Created"],
        "detail": {
            "bucket": {"name": [bucket.bucket_name]},
            "object": {"key": [{"prefix": prefix}]},
        },
    }


def _announce(bucket: s3.Bucket) -> None:
    # CDK's own switch brings a custom resource and a function to turn it; CloudFormation has the property.
    resource = bucket.node.default_child
    assert isinstance(resource, s3.CfnBucket)  # noqa: S101  # narrows the type
    resource.add_property_override(
        "NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled",
        True,  # noqa: FBT003  # CDK takes the value by position
    )

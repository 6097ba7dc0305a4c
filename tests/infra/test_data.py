"""What is kept is kept safely."""

from typing import Any

import pytest
from tests.infra.cloud import Cloud, Resource

KEPT = (
    "AWS::DynamoDB::Table",
    "AWS::S3::Bucket",
    "AWS::Cognito::UserPool",
    "AWS::Logs::LogGroup",
    "AWS::Events::EventBus",
)


def test_every_table_can_be_restored_and_is_encrypted(production: Cloud) -> None:
    """Point-in-time recovery, encryption with a key of ours at AWS, and no capacity to plan."""
    tables = production.of("AWS::DynamoDB::Table")
    assert tables
    for table in tables:
        properties = table.properties
        assert properties["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"] is True
        assert properties["SSESpecification"]["SSEEnabled"] is True
        assert properties["BillingMode"] == "PAY_PER_REQUEST"
        assert properties["DeletionProtectionEnabled"] is True


def test_every_table_forgets_and_tells(production: Cloud) -> None:
    """Items that expire are removed, and every change is in the stream with both its images."""
    for table in production.of("AWS::DynamoDB::Table"):
        assert table.properties["TimeToLiveSpecification"] == {
            "AttributeName": "expires_at",
            "Enabled": True,
        }
        assert table.properties["StreamSpecification"] == {"StreamViewType": "NEW_AND_OLD_IMAGES"}


def test_every_bucket_is_private_versioned_and_encrypted(production: Cloud) -> None:
    """Nobody reads a bucket past us, and nothing in it is overwritten for good."""
    buckets = production.of("AWS::S3::Bucket")
    assert buckets
    for bucket in buckets:
        properties = bucket.properties
        assert set(properties["PublicAccessBlockConfiguration"].values()) == {True}
        assert len(properties["PublicAccessBlockConfiguration"]) == 4
        assert properties["VersioningConfiguration"] == {"Status": "Enabled"}
        assert properties["BucketEncryption"]["ServerSideEncryptionConfiguration"]
        ownership = properties["OwnershipControls"]["Rules"]
        assert ownership == [{"ObjectOwnership": "BucketOwnerEnforced"}]


def test_every_bucket_refuses_plain_http(production: Cloud) -> None:
    """The bucket's policy denies what does not come over TLS."""
    for bucket in production.of("AWS::S3::Bucket"):
        policies = production.of("AWS::S3::BucketPolicy", stack=bucket.stack)
        own = next(p for p in policies if bucket.is_meant_by(p.properties["Bucket"]))
        assert any(denies_plain_http(s) for s in own.properties["PolicyDocument"]["Statement"])


def test_every_queue_refuses_plain_http_and_is_encrypted(production: Cloud) -> None:
    """The same for letters on their way."""
    for queue in production.of("AWS::SQS::Queue"):
        assert queue.properties["SqsManagedSseEnabled"] is True
        policies = production.of("AWS::SQS::QueuePolicy", stack=queue.stack)
        own = [p for p in policies if any(queue.is_meant_by(q) for q in p.properties["Queues"])]
        denied = [s for p in own for s in p.properties["PolicyDocument"]["Statement"]]
        assert any(denies_plain_http(s) for s in denied), queue


@pytest.mark.parametrize("kind", KEPT)
def test_production_outlives_its_stacks(production: Cloud, local: Cloud, kind: str) -> None:
    """Deleting a stack leaves the data in production, and nothing behind elsewhere."""
    assert production.of(kind)
    for resource in production.of(kind):
        assert policies_of(resource) == {"Retain"}, resource
    assert all("Retain" not in policies_of(r) for r in local.of(kind))


def test_the_user_pool_cannot_be_deleted_by_mistake(production: Cloud) -> None:
    """Accounts are protected like tables, and nobody signs himself up."""
    (pool,) = production.of("AWS::Cognito::UserPool")
    assert pool.properties["DeletionProtection"] == "ACTIVE"
    assert pool.properties["AdminCreateUserConfig"]["AllowAdminCreateUserOnly"] is True
    assert pool.properties["Policies"]["PasswordPolicy"]["MinimumLength"] >= 12


def test_the_client_of_the_pool_signs_in_from_the_server_only(production: Cloud) -> None:
    """Short access tokens, refreshed by a token that can be revoked; no flow for browsers."""
    # The other one is for the browsers of whoever comes by the company's own provider.
    clients = {
        client.properties["ClientName"]: client.properties
        for client in production.of("AWS::Cognito::UserPoolClient")
    }
    properties = clients["portal"]
    flows = ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
    assert properties["ExplicitAuthFlows"] == flows
    assert properties["EnableTokenRevocation"] is True
    assert properties["PreventUserExistenceErrors"] == "ENABLED"
    assert properties["AccessTokenValidity"] <= 15


def denies_plain_http(statement: dict[str, Any]) -> bool:
    """Whether a statement refuses what does not come over TLS."""
    condition = {"Bool": {"aws:SecureTransport": "false"}}
    return bool(statement["Effect"] == "Deny" and statement.get("Condition") == condition)


def policies_of(resource: Resource) -> set[str]:
    """What happens to a resource when its stack goes or it is replaced."""
    body = resource.body
    return {body.get("DeletionPolicy", "Delete"), body.get("UpdateReplacePolicy", "Delete")}

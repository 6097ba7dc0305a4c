"""What each feature finds on AWS besides its table, made anew in memory."""

from collections.abc import Callable, Mapping

import boto3
import pytest
from moto.cognitoidp.models import CognitoIdpUserPool
from moto.cognitoidp.responses import CognitoIdpResponse

MAIL_BUCKET = "portal-mail"
FILES_BUCKET = "portal-files"
REPLY_SECRET = "portal-reply"  # the secret's name
DEAD_LETTERS = "portal-dead-letters"

Issue = Callable[[str], str]
Make = Callable[[pytest.MonkeyPatch], None]


def user_pool(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pool with the portal's client."""
    cognito = boto3.client("cognito-idp")
    pool = cognito.create_user_pool(PoolName="portal")["UserPool"]["Id"]
    answer = cognito.create_user_pool_client(UserPoolId=pool, ClientName="portal")
    monkeypatch.setenv("USER_POOL_ID", pool)
    monkeypatch.setenv("USER_POOL_CLIENT_ID", answer["UserPoolClient"]["ClientId"])


def let_pool_issue(issue: Issue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes the pool's access tokens by `issue`, called with the user's name: moto runs no triggers."""

    def create(*arguments: object, **_: object) -> tuple[str, int]:
        username, use = arguments[2:4]
        return issue(str(username)) if use == "access" else "nobody reads the other one", 900

    monkeypatch.setattr(CognitoIdpUserPool, "create_jwt", create)
    # moto does not know this call at all.
    monkeypatch.setattr(CognitoIdpResponse, "revoke_token", lambda _: "{}", raising=False)


def mail(_: pytest.MonkeyPatch) -> None:
    """The domain from which we may send."""
    boto3.client("sesv2").create_email_identity(EmailIdentity="demo.example")


def mail_bucket(_: pytest.MonkeyPatch) -> None:
    """Where letters arrive."""
    boto3.client("s3").create_bucket(Bucket=MAIL_BUCKET)


def files_bucket(_: pytest.MonkeyPatch) -> None:
    """Where files live, each with its versions."""
    s3 = boto3.client("s3")
    s3.create_bucket(Bucket=FILES_BUCKET)
    s3.put_bucket_versioning(Bucket=FILES_BUCKET, VersioningConfiguration={"Status": "Enabled"})


def reply_secret(_: pytest.MonkeyPatch) -> None:
    """The key of signed reply addresses."""
    boto3.client("secretsmanager").create_secret(Name=REPLY_SECRET, SecretString="секрет" * 8)


def bus(_: pytest.MonkeyPatch) -> None:
    """The bus of events."""
    boto3.client("events").create_event_bus(Name="portal-test")


# The bus is made with people, to whom every scene belongs.
RESOURCES: Mapping[str, tuple[Make, ...]] = {
    "people": (user_pool, bus),
    "communications": (mail_bucket, reply_secret, mail),
    "documents": (files_bucket,),
    "notifications": (mail,),
}

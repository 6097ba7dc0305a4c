"""What each feature finds on AWS besides its table, made anew in memory."""

from collections.abc import Callable, Mapping
from contextlib import suppress

import boto3
import pytest
from moto.cognitoidp.models import CognitoIdpUserPool
from moto.cognitoidp.responses import CognitoIdpResponse

from portal.identity import SESSION
from tests.support import provider

MAIL_BUCKET = "portal-mail"
FILES_BUCKET = "portal-files"
TABLES_BUCKET = "tables"
REPLY_SECRET = "portal-reply"  # the secret's name
DEAD_LETTERS = "portal-dead-letters"

Issue = Callable[[str, str], str]
Make = Callable[[], Mapping[str, str]]
"""Makes a resource, and tells the settings by which functions find it."""


def user_pool() -> Mapping[str, str]:
    """A pool with the portal's client."""
    cognito = boto3.client("cognito-idp")
    pool = cognito.create_user_pool(PoolName="portal")["UserPool"]["Id"]
    answer = cognito.create_user_pool_client(UserPoolId=pool, ClientName="portal")
    client_id = answer["UserPoolClient"]["ClientId"]
    return {"USER_POOL_ID": pool, "USER_POOL_CLIENT_ID": client_id}


def let_pool_issue(issue: Issue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes the pool's access tokens by `issue`, with the user's name and the session's id: moto runs no triggers."""

    def create(*arguments: object, extra_data: dict[str, str], **_: object) -> tuple[str, int]:
        username, use = arguments[2:4]
        if use != "access":
            return "nobody reads the other one", 900
        return issue(str(username), extra_data[SESSION]), 900

    monkeypatch.setattr(CognitoIdpUserPool, "create_jwt", create)
    # moto does not know this call at all.
    monkeypatch.setattr(CognitoIdpResponse, "revoke_token", lambda _: "{}", raising=False)


def mail() -> Mapping[str, str]:
    """The domain from which we may send."""
    ses = boto3.client("sesv2")
    with suppress(ses.exceptions.AlreadyExistsException):
        ses.create_email_identity(EmailIdentity="demo.example")
    return {}


def mail_bucket() -> Mapping[str, str]:
    """Where letters arrive."""
    boto3.client("s3").create_bucket(Bucket=MAIL_BUCKET)
    return {"MAIL_BUCKET": MAIL_BUCKET}


def files_bucket() -> Mapping[str, str]:
    """Where files live, each with its versions."""
    s3 = boto3.client("s3")
    s3.create_bucket(Bucket=FILES_BUCKET)
    s3.put_bucket_versioning(Bucket=FILES_BUCKET, VersioningConfiguration={"Status": "Enabled"})
    return {"FILES_BUCKET": FILES_BUCKET}


def letter_queues() -> Mapping[str, str]:
    """Where letters wait that leave soon, and the words of letters that came."""
    return {
        f"{name}_QUEUE_URL": boto3.client("sqs").create_queue(QueueName=name)["QueueUrl"]
        for name in ("LEAVING", "RECEIVE")
    }


def tables_bucket() -> Mapping[str, str]:
    """Where tables come to be imported."""
    boto3.client("s3").create_bucket(Bucket=TABLES_BUCKET)
    return {"TABLES_BUCKET": TABLES_BUCKET}


def reply_secret() -> Mapping[str, str]:
    """The key of signed reply addresses."""
    boto3.client("secretsmanager").create_secret(Name=REPLY_SECRET, SecretString="секрет" * 8)
    return {"REPLY_SECRET_ID": REPLY_SECRET}


def bus() -> Mapping[str, str]:
    """The bus of events."""
    events = boto3.client("events")
    with suppress(events.exceptions.ResourceAlreadyExistsException):
        events.create_event_bus(Name="portal-test")
    return {}


EVERYWHERE: tuple[Make, ...] = (bus,)
RESOURCES: Mapping[str, tuple[Make, ...]] = {
    "people": (user_pool, mail, provider.settings),
    "communications": (mail_bucket, reply_secret, mail, letter_queues),
    "crm": (tables_bucket,),
    "documents": (files_bucket,),
    "notifications": (mail,),
}

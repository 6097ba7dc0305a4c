"""What the user pool's refusals mean to whoever signs in."""

import boto3
import pytest
from botocore.stub import Stubber

from chalicelib.people.accounts import CognitoAccounts
from portal.errors import PortalError, UnauthenticatedError, UnavailableError


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        ("UnexpectedLambdaException", UnavailableError),
        ("UserLambdaValidationException", UnauthenticatedError),
    ],
)
def test_a_trigger_that_was_late_is_no_refusal(
    code: str, meaning: type[PortalError], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the next time it has started; a person whom it refuses is refused."""
    pool = boto3.client(
        "cognito-idp", "us-east-1", aws_access_key_id="x", aws_secret_access_key="x"
    )
    monkeypatch.setattr(boto3, "client", lambda *_, **__: pool)
    with Stubber(pool) as stub:
        stub.add_client_error("admin_initiate_auth", code)
        with pytest.raises(meaning):
            CognitoAccounts("pool", "client").refresh("token")

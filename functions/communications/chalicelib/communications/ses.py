"""Sending by Amazon SES."""

from collections.abc import Sequence
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConnectTimeoutError,
    EndpointConnectionError,
)

from chalicelib.communications.service.mail_service import SendingFailedError
from portal.errors import UnavailableError

_SERVER_ERROR = 500
_PASSING = frozenset(
    {"TooManyRequestsException", "LimitExceededException", "SendingPausedException"}
)
_REASONS = {
    "MessageRejected": "The mail service rejected the letter.",
    "MailFromDomainNotVerifiedException": "The sender's domain is not verified with the mail service.",
    "AccountSuspendedException": "The mail service has suspended the account.",
    "SendingPausedException": "The mail service has paused the account.",
    "LimitExceededException": "The account's limit of the mail service is used up.",
    "TooManyRequestsException": "Too many letters are being sent. Wait a moment.",
}


class SesSender:
    """SES in one region.

    Source: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
    """

    def __init__(self, region: str) -> None:
        self._region = region
        # SES knows no idempotency key: an attempt repeated unseen would be a second letter.
        self._ses = boto3.client(
            "sesv2", config=Config(retries={"total_max_attempts": 1}, read_timeout=15)
        )

    def send(self, content: bytes, sender: str, recipients: Sequence[str]) -> tuple[str, ...]:
        """Sends once, and gives the Message-IDs under which SES may show the letter."""
        try:
            answer = self._ses.send_email(
                FromEmailAddress=sender,
                Destination={"ToAddresses": list(recipients)},
                Content={"Raw": {"Data": content}},
            )
        except ClientError as error:
            raise _meaning(error) from error
        except (ConnectTimeoutError, EndpointConnectionError) as error:
            # Nobody was reached, so nothing was sent.
            raise SendingFailedError("The mail service cannot be reached.", passing=True) from error
        except BotoCoreError as error:
            raise UnavailableError("The mail service does not answer.") from error
        return self._message_ids(answer["MessageId"])

    def _message_ids(self, identifier: str) -> tuple[str, ...]:
        """SES answers with the bare id and puts a domain behind it, the first region's being another."""
        bare = identifier.strip("<>").partition("@")[0]
        return (f"{bare}@{self._region}.amazonses.com", f"{bare}@email.amazonses.com")


def _meaning(error: ClientError) -> Exception:
    answer: Any = error.response
    if answer.get("ResponseMetadata", {}).get("HTTPStatusCode", 0) >= _SERVER_ERROR:
        return UnavailableError("The mail service does not answer.")
    details = answer.get("Error", {})
    code = details.get("Code", "")
    reason = _REASONS.get(code, "The mail service refused the letter.")
    words = f"{reason} It says: {details.get('Message', '')}".strip()
    return SendingFailedError(words, passing=code in _PASSING)

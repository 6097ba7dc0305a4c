"""Letters through Amazon SES."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

import boto3
from botocore.config import Config

from chalicelib.notifications.model import Letter, RefusedError

if TYPE_CHECKING:
    from mypy_boto3_sesv2 import SESV2Client

_SENDER_NAME = "Sales Portal"


class SesPost:
    """Sends raw messages, since only those carry headers of our own.

    Source: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
    """

    def __init__(self, mail_domain: str) -> None:
        self._sender = f"no-reply@{mail_domain}"
        self._ses: SESV2Client = boto3.client("sesv2", config=Config(retries={"mode": "standard"}))

    def send(self, letter: Letter) -> str:
        """Hands the letter over and gives SES's id of it."""
        errors = self._ses.exceptions
        try:
            answer = self._ses.send_email(
                FromEmailAddress=self._sender,
                Destination={"ToAddresses": [letter.to]},
                Content={"Raw": {"Data": self._message(letter).as_bytes()}},
            )
        except (errors.MessageRejected, errors.BadRequestException) as error:
            raise RefusedError(f"The provider refuses this letter: {error}.") from error
        return answer["MessageId"]

    def _message(self, letter: Letter) -> EmailMessage:
        message = EmailMessage(SMTP)
        message["From"] = Address(_SENDER_NAME, addr_spec=self._sender)
        message["To"] = letter.to
        message["Subject"] = letter.subject
        message["Message-ID"] = letter.message_id
        # RFC 3834, 5: nobody's machine should answer ours.
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(letter.text)
        return message

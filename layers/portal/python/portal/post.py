"""Letters through Amazon SES."""

from email.header import Header
from email.message import Message
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import formataddr
from typing import TYPE_CHECKING

import boto3
from botocore.config import Config

from portal.letters import Letter, RefusedError

if TYPE_CHECKING:
    from mypy_boto3_sesv2 import SESV2Client

_SENDER_NAME = "Sales Portal"
# Short enough to stand on the line of the header's name (RFC 2047, 2: lines of at most 76).
_WORD_LENGTH = 60
_WIRE = compat32.clone(linesep="\r\n")


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
                Destination={"ToAddresses": [_ascii(letter.to)]},
                Content={"Raw": {"Data": self._message(letter).as_bytes(policy=_WIRE)}},
            )
        except (errors.MessageRejected, errors.BadRequestException) as error:
            raise RefusedError(f"The provider refuses this letter: {error}.") from error
        return answer["MessageId"]

    def _message(self, letter: Letter) -> Message:
        message = _body(letter)
        message["From"] = formataddr((_SENDER_NAME, self._sender))
        message["To"] = _ascii(letter.to)
        message["Subject"] = _words(letter.subject)
        message["Message-ID"] = letter.message_id
        # RFC 3834, 5: nobody's machine should answer ours.
        message["Auto-Submitted"] = "auto-generated"
        return message


def _body(letter: Letter) -> Message:
    # The newer EmailMessage loses spaces between the encoded words of a Cyrillic subject:
    # https://github.com/python/cpython/issues/92081
    text = MIMEText(letter.text, "plain", "utf-8")
    if letter.html is None:
        return text
    # RFC 2046, 5.1.4: the last one is what a program that can shows.
    return MIMEMultipart("alternative", _subparts=[text, MIMEText(letter.html, "html", "utf-8")])


def _words(text: str) -> str:
    encoded = Header(text, "utf-8", maxlinelen=_WORD_LENGTH).encode(linesep="\n")
    return " ".join(encoded.split())


def _ascii(address: str) -> str:
    """The address with its domain as the wire has it (RFC 5890); SES takes no other.

    Raises:
        RefusedError: there is no such form.
    """
    local, _, domain = address.rpartition("@")
    try:
        return f"{local}@{domain.encode('idna').decode()}".encode("ascii").decode()
    except UnicodeError as error:
        raise RefusedError("This address cannot be written to from here.") from error

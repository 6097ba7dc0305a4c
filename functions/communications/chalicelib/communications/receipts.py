"""What SES tells of a letter that it took in and stored: where it lies, and to whom it was delivered.

Source: https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html
"""

from collections.abc import Mapping
from typing import Any

from chalicelib.communications.model import comparable
from chalicelib.communications.service import Receiving
from portal.clock import from_wire

_RECEIVED = "Received"
# One transaction of SMTP has no more of them: https://docs.aws.amazon.com/ses/latest/dg/quotas.html
_MOST_RECIPIENTS = 500


def is_receipt(message: Mapping[str, Any]) -> bool:
    """Whether the message is such a word."""
    return bool(message.get("notificationType") == _RECEIVED)


def on_receipt(receiving: Receiving, message: Mapping[str, Any]) -> None:
    """Takes the letter in."""
    receipt = message["receipt"]
    recipients = map(comparable, receipt["recipients"][:_MOST_RECIPIENTS])
    stored_at = from_wire(message["mail"]["timestamp"])
    receiving.receive(receipt["action"]["objectKey"], stored_at, tuple(dict.fromkeys(recipients)))

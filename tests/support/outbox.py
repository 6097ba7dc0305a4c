"""What left a feature: the events on its table, the letters that SES was given."""

import json
from email import message_from_string
from email.policy import default

import boto3
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends

from portal.events import Event


def announced(feature: str, type_: str) -> list[Event]:
    """The events of a type that the feature's items carry, the oldest first."""
    rows = boto3.client("dynamodb").scan(TableName=feature)["Items"]
    events = [Event.from_dict(json.loads(row["event"]["S"])) for row in rows if "event" in row]
    return sorted((e for e in events if e.type == type_), key=lambda event: event.id)


def letters(to: str) -> list[str]:
    """The plain texts of what was sent to an address, the oldest first."""
    backend = ses_backends[DEFAULT_ACCOUNT_ID]["us-east-1"]
    sent = (message_from_string(m.raw_data, policy=default) for m in backend.sent_messages)
    return [_plain(message) for message in sent if message["To"] == to]


def _plain(message: object) -> str:
    body = message.get_body(("plain",))  # type: ignore[attr-defined]  # the policy's kind of message
    text: str = body.get_content()
    return text

"""What left a feature: the events on its table, the letters that SES was given."""

import json
from collections.abc import Iterator
from email import message_from_string
from email.policy import default

from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models import dynamodb_backends
from moto.ses.models import ses_backends

from portal.events import Event


def announced(feature: str, type_: str) -> list[Event]:
    """The events of a type that the feature's items carry, the oldest first."""
    events = (Event.from_dict(json.loads(text)) for text in texts(feature))
    return sorted((e for e in events if e.type == type_), key=lambda event: event.id)


def texts(feature: str) -> Iterator[str]:
    """The events that the feature's items carry, as they stand there; past the API, whose answer takes a second."""
    table = dynamodb_backends[DEFAULT_ACCOUNT_ID]["us-east-1"].get_table(feature)
    for partition in table.items.values():
        for item in partition.values():
            if "event" in item.attrs:
                yield item.attrs["event"].value


def letters(to: str) -> list[str]:
    """The plain texts of what was sent to an address, the oldest first."""
    backend = ses_backends[DEFAULT_ACCOUNT_ID]["us-east-1"]
    sent = (message_from_string(m.raw_data, policy=default) for m in backend.sent_messages)
    return [_plain(message) for message in sent if message["To"] == to]


def _plain(message: object) -> str:
    body = message.get_body(("plain",))  # type: ignore[attr-defined]  # the policy's kind of message
    text: str = body.get_content()
    return text

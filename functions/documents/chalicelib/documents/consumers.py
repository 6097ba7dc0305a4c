"""What documents reacts to."""

from collections.abc import Mapping
from typing import Any

from chalicelib.documents.model import Upload
from chalicelib.documents.service import Receiving
from portal.clock import from_wire
from portal.consuming import EventHandler
from portal.events import Event
from portal.revocations import Revocations
from portal.settings import Settings


def on_person_changed(_: object, event: Event) -> None:
    """Refuses the tokens that were issued before the person's rights changed."""
    if changed_at := event.data["access_changed_at"]:
        person_id = event.data["person"]["id"]
        Revocations(Settings()["TABLE_NAME"]).note(person_id, from_wire(changed_at))


SUBSCRIPTIONS: Mapping[str, EventHandler] = {"people.person_changed.v1": on_person_changed}


def on_object_created(receiving: Receiving, notice: Mapping[str, Any]) -> None:
    """A file came to an upload address.

    Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
    """
    came = notice["detail"]["object"]
    receiving.receive(Upload(came["key"], came.get("version-id") or None), came.get("size", 0))

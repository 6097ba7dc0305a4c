"""What documents reacts to."""

from collections.abc import Mapping
from typing import Any

from chalicelib.documents.model import Upload
from chalicelib.documents.service import Erasing, Receiving
from portal.cards import CardKind, CardRef
from portal.consuming import EventHandler
from portal.events import Event
from portal.revocations import end_session, end_tokens


def on_person_changed(_: object, event: Event) -> None:
    """Refuses the tokens that were issued before the person's rights changed."""
    end_tokens(event)


def on_personal_data_erased(erasing: Erasing, event: Event) -> None:
    """The files of the cards are erased, and crm is answered."""
    data = event.data
    erasing.erase(
        data["erasure_id"],
        data["step"],
        [CardRef(CardKind(card["kind"]), card["id"]) for card in data["cards"]],
        keep_files=data["keep_files"],
    )


SUBSCRIPTIONS: Mapping[str, EventHandler] = {
    "crm.personal_data_erased.v1": on_personal_data_erased,
    "people.person_changed.v1": on_person_changed,
    "people.session_ended.v1": end_session,
}


def on_object_created(receiving: Receiving, notice: Mapping[str, Any]) -> None:
    """A file came to an upload address.

    Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
    """
    came = notice["detail"]["object"]
    receiving.receive(Upload(came["key"], came.get("version-id") or None), came.get("size", 0))

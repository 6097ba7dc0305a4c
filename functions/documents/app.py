"""Documents: composition root."""

from functools import cache
from typing import Any

from chalicelib.documents.cards import CrmCards
from chalicelib.documents.consumers import SUBSCRIPTIONS, on_object_created
from chalicelib.documents.files import S3Files
from chalicelib.documents.service import Documents, Erasing, Library, Receiving, Requests
from chalicelib.documents.store import DocumentsStore
from chalicelib.documents.store.erasures import ErasureAnswers, Shelf
from portal.app import create_app
from portal.clock import utc_now
from portal.consuming import message_consumer, queue_consumer
from portal.ids import new_id
from portal.publishing import publisher
from portal.settings import Settings


def make_documents(settings: Settings) -> Documents:
    """The feature on its table and bucket."""
    store = DocumentsStore(settings["TABLE_NAME"])
    files = S3Files(settings["FILES_BUCKET"])
    cards = CrmCards(settings["CRM_API"])
    return Documents(
        Requests(store, files, cards, utc_now, new_id),
        Library(store, files, cards, utc_now, new_id),
        Receiving(store, files, utc_now, new_id),
        settings["PORTAL_URL"].rstrip("/"),
    )


@cache
def make_receiving() -> Receiving:
    """The part that receives files, which asks nothing of other features."""
    settings = Settings()
    store = DocumentsStore(settings["TABLE_NAME"])
    return Receiving(store, S3Files(settings["FILES_BUCKET"]), utc_now, new_id)


def make_erasing(settings: Settings) -> Erasing:
    """What events are handed to: the part that erases, on the table and the bucket."""
    DocumentsStore(settings["TABLE_NAME"])
    files = S3Files(settings["FILES_BUCKET"])
    return Erasing(Shelf(), files, ErasureAnswers(), utc_now, new_id)


consume_queue = queue_consumer(SUBSCRIPTIONS, make_erasing)
receive_queue = message_consumer(lambda notice: on_object_created(make_receiving(), notice))
app = create_app("documents", make_documents)


@app.lambda_function(name="publish")
def publish(event: dict[str, Any], context: object) -> None:
    """The table's stream."""
    publisher(event, context)


@app.lambda_function(name="consume")
def consume(event: dict[str, Any], context: object) -> dict[str, Any]:
    """The queue of events from the bus."""
    return consume_queue(event, context)


@app.lambda_function(name="receive")
def receive(event: dict[str, Any], context: object) -> dict[str, Any]:
    """The queue of the bucket's notices of new objects under ``uploads/``."""
    return receive_queue(event, context)

"""Communications: composition root."""

from functools import cache, partial
from typing import Any

from chalicelib.communications import mail, service
from chalicelib.communications.cards import CrmCards
from chalicelib.communications.consumers import SUBSCRIPTIONS, Hearing, on_letter_stored
from chalicelib.communications.objects import MailObjects
from chalicelib.communications.reply_secret import reply_key
from chalicelib.communications.routes import routes
from chalicelib.communications.ses import SesSender
from chalicelib.communications.store import CommunicationsStore, MessagePace
from portal.app import create_app
from portal.clock import utc_now
from portal.consuming import message_consumer, queue_consumer
from portal.ids import new_id
from portal.publishing import publisher
from portal.settings import Settings


def make_receiving(settings: Settings) -> service.Receiving:
    """Taking letters in: the table, the bucket and the key of reply addresses."""
    store, domain = CommunicationsStore(settings["TABLE_NAME"]), settings["MAIL_DOMAIN"]
    tracing = service.Tracing(store, partial(reply_key, settings["REPLY_SECRET_ID"]), domain)
    objects = MailObjects(settings["MAIL_BUCKET"])
    return service.Receiving(store, objects, mail, tracing, domain, utc_now, new_id)


def make_hearing(settings: Settings) -> Hearing:
    """Following crm and people: the table alone."""
    store = CommunicationsStore(settings["TABLE_NAME"])
    # Whoever only listens signs no address.
    return Hearing(service.Following(store), service.Colleagues(store, bytes, ""))


def make_communications(settings: Settings) -> service.Communications:
    """All that people can do."""
    receiving = make_receiving(settings)
    store, objects, domain = receiving.store, receiving.objects, receiving.mail_domain
    cards, key, tools = (
        CrmCards(settings["CRM_API"]),
        receiving.tracing.reply_key,
        (utc_now, new_id),
    )
    reading = service.Reading(store, objects, cards)
    writing = service.Writing(store, objects, cards, reading, key, domain, *tools)
    sender = SesSender(settings["AWS_REGION"])
    return service.Communications(
        reading,
        service.Choosing(store, cards, reading, *tools),
        service.Sending(store, objects, mail, sender, writing, reading, *tools),
        service.Messages(store, MessagePace(), cards, *tools),
        service.Retrying(store, objects, reading, receiving),
        service.Mailboxes(store, domain, new_id),
        service.Uploads(store, objects, *tools),
        service.Colleagues(store, key, domain),
        service.Aside(store, reading),
    )


receiving_made_once = cache(lambda: make_receiving(Settings()))
receive_queue = message_consumer(lambda message: on_letter_stored(receiving_made_once(), message))
consume_queue = queue_consumer(SUBSCRIPTIONS, make_hearing)
app = create_app(routes, make_communications)


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
    """The queue of letters that came into the mail bucket."""
    return receive_queue(event, context)

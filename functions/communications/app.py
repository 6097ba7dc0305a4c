"""Communications: composition root."""

from collections.abc import Mapping
from functools import cache, partial
from typing import Any

from chalicelib.communications import mail, service
from chalicelib.communications.cards import CrmCards
from chalicelib.communications.consumers import (
    SUBSCRIPTIONS,
    Hearing,
    on_letter_due,
    on_mail_fate,
    on_minute,
)
from chalicelib.communications.departures import LeavingQueue
from chalicelib.communications.facts import Neighbours
from chalicelib.communications.objects import MailObjects
from chalicelib.communications.pieces import is_piece, on_piece
from chalicelib.communications.receipts import is_receipt, on_receipt
from chalicelib.communications.reply_secret import reply_key
from chalicelib.communications.ses import SesSender
from chalicelib.communications.store import CommunicationsStore, MessagePace
from chalicelib.communications.store.absences import AbsenceTable
from chalicelib.communications.store.bad_addresses import BadAddressTable
from chalicelib.communications.store.erasures import ErasureAnswers
from chalicelib.communications.store.filing import FolderTable
from chalicelib.communications.store.hours import HoursTable
from chalicelib.communications.store.leftovers import LeftoverTable
from chalicelib.communications.store.replays import ReplayTable
from chalicelib.communications.store.rules import RuleTable
from chalicelib.communications.store.signatures import SignatureTable
from chalicelib.communications.store.templates import TemplateTable
from chalicelib.communications.stored import LaterQueue, is_stored, on_stored
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
    reporting = service.Reporting(store, service.BadAddresses(BadAddressTable()), utc_now, new_id)
    ruling = service.Ruling(RuleTable(), objects)
    answering = service.Answering(store, AbsenceTable(), objects, domain, utc_now)
    tools = (utc_now, new_id, ruling, answering)
    return service.Receiving(store, objects, mail, tracing, reporting, domain, *tools)


def make_hearing(settings: Settings) -> Hearing:
    """Following crm and people: the table, and the bucket in which letters are erased."""
    store = CommunicationsStore(settings["TABLE_NAME"])
    # Whoever only listens signs no address.
    objects = MailObjects(settings["MAIL_BUCKET"])
    return Hearing(
        service.Following(store, service.Holding(store)),
        service.Colleagues(store, bytes, ""),
        service.Erasing(
            store,
            objects,
            ErasureAnswers(),
            utc_now,
            new_id,
            service.BadAddresses(BadAddressTable()),
        ),
        service.MailHanding(store),
        HoursTable(),
        AbsenceTable(),
    )


def make_departing(settings: Settings) -> service.Departing:
    """Sending what has been recorded: the table, the bucket, the key of reply addresses and SES."""
    store, domain = CommunicationsStore(settings["TABLE_NAME"]), settings["MAIL_DOMAIN"]
    objects, sender = MailObjects(settings["MAIL_BUCKET"]), SesSender(settings["AWS_REGION"])
    key = partial(reply_key, settings["REPLY_SECRET_ID"])
    return service.Departing(store, objects, mail, sender, key, domain, utc_now, new_id)


def make_ticking(settings: Settings) -> service.Ticking:
    """The part that ticks: the table and the queue."""
    store = CommunicationsStore(settings["TABLE_NAME"])
    return service.Ticking(store, LeavingQueue(settings["LEAVING_QUEUE_URL"]), utc_now)


def make_replaying(receiving: service.Receiving) -> service.Replaying:
    """Reading mailboxes again, with what letters are taken in with."""
    store = CommunicationsStore(Settings()["TABLE_NAME"])
    rereading = service.Rereading(store, receiving.objects, receiving)
    return service.Replaying(ReplayTable(), store, rereading, utc_now, new_id)


def make_health(settings: Settings) -> service.Health:
    """Looking after the mailboxes: the table alone."""
    return service.Health(
        CommunicationsStore(settings["TABLE_NAME"]), HoursTable(), utc_now, new_id
    )


def make_communications(settings: Settings) -> service.Communications:
    """All that people can do."""
    receiving, departing = make_receiving(settings), make_departing(settings)
    store, objects = CommunicationsStore(settings["TABLE_NAME"]), receiving.objects
    cards, queue = CrmCards(settings["CRM_API"]), LeavingQueue(settings["LEAVING_QUEUE_URL"])
    domain, key, tools = receiving.mail_domain, departing.reply_key, (utc_now, new_id)
    reading = service.Reading(store, objects, cards)
    folders, raw = FolderTable(store.records), MailObjects(settings["MAIL_BUCKET"])
    writing = service.Writing(store, objects, cards, reading, key, domain, *tools)
    sending = service.Sending(store, objects, mail, writing, reading, departing, queue, utc_now)
    boxes = service.Mailboxes(store, domain, new_id)
    templates = service.Templates(TemplateTable(), mail.tidied, *tools)
    finder = Neighbours(settings["CRM_API"], settings["PEOPLE_API"], utc_now)
    return service.Communications(
        reading,
        service.Choosing(store, cards, reading, *tools),
        sending,
        service.Planning(store, objects, cards, reading, sending, new_id),
        service.Messages(store, MessagePace(), cards, *tools),
        service.Retrying(reading, service.Rereading(store, objects, receiving)),
        boxes,
        service.Uploads(store, objects, *tools),
        service.Signing(SignatureTable(), boxes, mail.tidied),
        service.Colleagues(store, key, domain),
        service.Aside(store, reading),
        make_health(settings),
        templates,
        service.Rendering(templates, finder, mail.tidied),
        service.BadAddresses(BadAddressTable()),
        service.RuleEditing(RuleTable(), folders, store, reading, new_id),
        service.Folders(store, folders, reading, new_id),
        service.Restoring(LeftoverTable(), store, raw, mail, receiving),
        service.Replays(ReplayTable(), store, reading, *tools),
    )


def on_mail(message: Mapping[str, Any]) -> None:
    """News of mail, or a piece of reading a mailbox again."""
    if is_piece(message):
        on_piece(replaying_made_once(), message)
    elif is_receipt(message):
        on_receipt(receiving_made_once(), message)
    elif is_stored(message):
        on_stored(receiving_made_once(), later_made_once().put, message)
    else:
        on_mail_fate(receiving_made_once().reporting, message)


receiving_made_once = cache(lambda: make_receiving(Settings()))
departing_made_once = cache(lambda: make_departing(Settings()))
ticking_made_once = cache(lambda: make_ticking(Settings()))
health_made_once = cache(lambda: make_health(Settings()))
depart_queue = message_consumer(lambda message: on_letter_due(departing_made_once(), message))
later_made_once = cache(lambda: LaterQueue(Settings()["RECEIVE_QUEUE_URL"]))
replaying_made_once = cache(lambda: make_replaying(receiving_made_once()))
receive_queue = message_consumer(on_mail)
consume_queue = queue_consumer(SUBSCRIPTIONS, make_hearing)
app = create_app("communications", make_communications)


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
    """The queue of letters that came into the mail bucket, of what SES tells of ours, and of mailboxes read again."""
    return receive_queue(event, context)


@app.lambda_function(name="depart")
def depart(event: dict[str, Any], context: object) -> dict[str, Any]:
    """The queue of letters whose time to leave has come."""
    return depart_queue(event, context)


@app.lambda_function(name="tick")
def tick(event: dict[str, Any], _: object) -> None:
    """The schedule, each minute."""
    on_minute(ticking_made_once(), health_made_once(), event)

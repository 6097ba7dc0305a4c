"""crm: composition root; its parts are put together in `composition`."""

from functools import cache
from typing import Any

from chalicelib.crm.composition import make_crm
from chalicelib.crm.consumers import SUBSCRIPTIONS, WORK, on_communication, on_minute
from chalicelib.crm.consumers import reindex as reindex_page
from chalicelib.crm.service.pulse import Ticking
from chalicelib.crm.service.rounds import Opening
from chalicelib.crm.store import (
    TABLE,
    CardStore,
    HoursStore,
    PipelineStore,
    PulseStore,
    ScheduleStore,
)
from portal.app import create_app
from portal.clock import utc_now
from portal.consuming import queue_consumer, stream_consumer
from portal.ids import new_id
from portal.publishing import publisher
from portal.settings import Settings


@cache
def make_ticking() -> Ticking:
    """The part that ticks, which needs the table alone."""
    TABLE.Meta.table_name = Settings()["TABLE_NAME"]
    return Ticking(PulseStore(), CardStore(), utc_now, new_id)


@cache
def make_opening() -> Opening:
    """The part that opens rounds, which needs the table alone as well."""
    TABLE.Meta.table_name = Settings()["TABLE_NAME"]
    return Opening(ScheduleStore(), CardStore(), PipelineStore(), HoursStore(), utc_now, new_id)


make_once = cache(lambda: make_crm(Settings()))
consume_queue = queue_consumer(SUBSCRIPTIONS, make_crm)
work_queue = queue_consumer(WORK, make_crm)
link_record = stream_consumer("link", on_communication(make_once))
app = create_app("crm", make_crm)


@app.lambda_function(name="publish")
def publish(event: dict[str, Any], context: object) -> None:
    """The table's stream."""
    publisher(event, context)


@app.lambda_function(name="consume")
def consume(event: dict[str, Any], context: object) -> dict[str, Any]:
    """The queue of events from the bus."""
    return consume_queue(event, context)


@app.lambda_function(name="link")
def link(event: dict[str, Any], context: object) -> None:
    """The stream of the communications table."""
    link_record(event, context)


@app.lambda_function(name="bulk")
def bulk(event: dict[str, Any], context: object) -> dict[str, Any]:
    """The queue of imports, a piece at a time."""
    return work_queue(event, context)


@app.lambda_function(name="tick")
def tick(_: dict[str, Any], __: object) -> None:
    """The schedule, each minute."""
    on_minute(make_ticking(), make_opening())


@app.lambda_function(name="reindex")
def reindex(event: dict[str, Any], _: object) -> dict[str, Any] | None:
    """Called by hand, a page of cards at a time."""
    return reindex_page(make_once(), event)

"""The base of every table's items, and the settings that all tables share."""

from typing import Self, cast

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.connection import TableConnection
from pynamodb.constants import STREAM_NEW_AND_OLD_IMAGE
from pynamodb.models import Model

from portal.events import Event


class Item(Model):
    """What every item has: a two-part key, the event it announces, and an optional end of life.

    A write that changes what others should know puts the event on the item, so that state and event are
    one write; the table's stream publishes it (see `portal.publishing`).
    """

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    event = UnicodeAttribute(null=True)
    expires_at = NumberAttribute(null=True)

    def announce(self, event: Event) -> Self:
        """The same item, carrying the event."""
        self.event = event.to_json()
        return self

    @classmethod
    def connection(cls) -> TableConnection:
        """The table's one client, which all its classes of items share."""
        return cls._get_connection()

    @classmethod
    def _get_connection(cls) -> TableConnection:
        # PynamoDB would make a client, 70 ms of work, for every class of items; they all lie in one table.
        table = cast("type[Item]", cls.__mro__[cls.__mro__.index(Item) - 1])
        return super()._get_connection() if cls is table else table.connection()


class Meta:
    """The part of PynamoDB's ``Meta`` that all our tables share; the stack reads it too."""

    stream_view_type = STREAM_NEW_AND_OLD_IMAGE
    billing_mode = "PAY_PER_REQUEST"
    max_retry_attempts = 3
    connect_timeout_seconds = 2
    read_timeout_seconds = 5

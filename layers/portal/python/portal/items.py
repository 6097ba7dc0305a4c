"""The base of every table's items, and the settings that all tables share."""

from typing import Self

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
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


class Meta:
    """The part of PynamoDB's ``Meta`` that all our tables share; the stack reads it too."""

    stream_view_type = STREAM_NEW_AND_OLD_IMAGE
    billing_mode = "PAY_PER_REQUEST"
    max_retry_attempts = 3
    connect_timeout_seconds = 2
    read_timeout_seconds = 5

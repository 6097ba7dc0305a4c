"""The items of the table. Each index names the question it answers."""

from typing import Any

from pynamodb.attributes import (
    BooleanAttribute,
    ListAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
)
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex

from portal import dynamo
from portal.cards import CardRef
from portal.dynamo import Item


class Due(GlobalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]  # PynamoDB leaves it so
    """Which pending reminders of this part are due, the earliest first? A fired one is not in it."""

    class Meta:  # noqa: D106  # PynamoDB's word
        index_name = "due"
        projection = AllProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


class Upcoming(GlobalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]  # PynamoDB leaves it so
    """Which reminders has this person pending, the next one first?"""

    class Meta:  # noqa: D106  # PynamoDB's word
        index_name = "upcoming"
        projection = AllProjection()

    upcoming_of = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


class Unread(GlobalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]  # PynamoDB leaves it so
    """What has this person not read yet, newest first?"""

    class Meta:  # noqa: D106  # PynamoDB's word
        index_name = "unread"
        projection = AllProjection()

    unread_by = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)


class TABLE(Item):
    """The table itself; the stack reads its keys and indexes here."""

    class Meta(dynamo.Meta):  # noqa: D106  # PynamoDB's word
        table_name = "notifications"

    due = Due()
    upcoming = Upcoming()
    unread = Unread()
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)
    upcoming_of = UnicodeAttribute(null=True)
    unread_by = UnicodeAttribute(null=True)


class ReminderItem(TABLE):
    """``reminder#<id>`` / ``record``."""

    person_id = UnicodeAttribute()
    at = UnicodeAttribute()
    text = UnicodeAttribute()
    about = UnicodeAttribute(null=True)
    created_at = UnicodeAttribute()
    state = UnicodeAttribute()
    repeat = UnicodeAttribute(null=True)


class DoneItem(TABLE):
    """``done`` / ``reminders``: the instant up to which every reminder has fired."""

    instant = UnicodeAttribute()


class NotificationItem(TABLE):
    """``inbox#<person>`` / ``<id>``."""

    person_id = UnicodeAttribute()
    kind = UnicodeAttribute()
    text = UnicodeAttribute()
    about: ListAttribute[str] = ListAttribute()
    at = UnicodeAttribute()
    event_id = UnicodeAttribute()
    mail = BooleanAttribute()
    read = BooleanAttribute()
    silent = BooleanAttribute(null=True)


class CounterItem(TABLE):
    """``counter#<person>`` / ``unread``: how many notifications are unread."""

    unread_count = NumberAttribute(default=0)


class PersonItem(TABLE):
    """``person#<id>`` / ``record``."""

    id = UnicodeAttribute()
    name = UnicodeAttribute()
    email = UnicodeAttribute()
    language = UnicodeAttribute()
    active = BooleanAttribute()
    memberships: UnicodeSetAttribute = UnicodeSetAttribute(null=True)
    as_of = UnicodeAttribute()
    time_zone = UnicodeAttribute(null=True)
    # Stands in the item of his wishes, which is read together with this one.
    wishes = UnicodeAttribute(null=True)


class WishesItem(TABLE):
    """``person#<id>`` / ``wishes``: how he wants to be told."""

    wishes = UnicodeAttribute()


class MemberItem(TABLE):
    """``members#<grant>`` / ``<person>``: somebody active who is found by that grant."""


class DeliveryItem(TABLE):
    """``delivery#<notification>`` / ``<channel>``: one entry of the delivery log."""

    state = UnicodeAttribute()
    at = UnicodeAttribute()
    provider_id = UnicodeAttribute(null=True)
    reason = UnicodeAttribute(null=True)
    until = UnicodeAttribute(null=True)
    digest = BooleanAttribute(null=True)


class HeldItem(TABLE):
    """``held#<person>`` / ``<notification>``: what waits for his digest."""

    person_id = UnicodeAttribute()
    kind = UnicodeAttribute()
    text = UnicodeAttribute()
    about: ListAttribute[str] = ListAttribute()
    at = UnicodeAttribute()
    event_id = UnicodeAttribute()
    until = UnicodeAttribute()


class DigestItem(TABLE):
    """``digest#<person>`` / ``record``: his digest, from the first notification that is held for it."""

    held_count = NumberAttribute(default=0)
    ids: ListAttribute[str] = ListAttribute(null=True)
    begun_at = UnicodeAttribute(null=True)
    outcome = UnicodeAttribute(null=True)
    provider_id = UnicodeAttribute(null=True)
    reason = UnicodeAttribute(null=True)


def use_table(name: str) -> None:
    """Puts all the items into the table of that name."""
    TABLE.Meta.table_name = name


def to_cards(names: list[str]) -> tuple[CardRef, ...]:
    """The cards of their text forms."""
    return tuple(CardRef.parse(name) for name in names)

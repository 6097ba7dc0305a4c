"""The items of the table. Each index names the question it answers."""

from typing import Any

from pynamodb.attributes import (
    BooleanAttribute,
    ListAttribute,
    MapAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
    VersionAttribute,
)
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex

from portal import dynamo
from portal.dynamo import Item


class ByCard(GlobalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]  # PynamoDB leaves it so
    """Which documents stand on this card, newest first? Which requests were made for it?"""

    class Meta:  # noqa: D106  # PynamoDB's word
        index_name = "by-card"
        projection = AllProjection()

    card_key = UnicodeAttribute(hash_key=True)
    order = UnicodeAttribute(range_key=True)


class ByClientCard(GlobalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]  # PynamoDB leaves it so
    """Which documents of this card does its client see, newest first? Which requests may he answer?"""

    class Meta:  # noqa: D106  # PynamoDB's word
        index_name = "by-client-card"
        projection = AllProjection()

    client_card_key = UnicodeAttribute(hash_key=True)
    order = UnicodeAttribute(range_key=True)


class TABLE(Item):
    """The table itself; the stack reads its keys and indexes here."""

    class Meta(dynamo.Meta):  # noqa: D106  # PynamoDB's word
        table_name = "documents"

    by_card = ByCard()
    by_client_card = ByClientCard()
    card_key = UnicodeAttribute(null=True)
    client_card_key = UnicodeAttribute(null=True)
    order = UnicodeAttribute(null=True)


class _FileItem(TABLE):
    """What documents and their versions have in common."""

    name = UnicodeAttribute()
    size = NumberAttribute()
    content_type = UnicodeAttribute()
    card = UnicodeAttribute()
    audience: UnicodeSetAttribute = UnicodeSetAttribute(null=True)
    shared_with_client = BooleanAttribute()
    uploaded_by: MapAttribute[str, str] = MapAttribute()  # type: ignore[no-untyped-call]  # PynamoDB leaves it so
    created_at = UnicodeAttribute()
    state = UnicodeAttribute()
    sha256 = UnicodeAttribute(null=True)
    reason = UnicodeAttribute(null=True)


class DocumentItem(_FileItem):
    """``document#<id>`` / ``record``."""

    updated_at = UnicodeAttribute()
    current = NumberAttribute()
    given = NumberAttribute()
    pending_until = UnicodeAttribute(null=True)
    lock = VersionAttribute()


class VersionItem(_FileItem):
    """``document#<id>`` / ``version#<number>``."""

    requested_by = UnicodeAttribute(null=True)
    request_hash = UnicodeAttribute(null=True)
    source = UnicodeAttribute(null=True)
    revision = UnicodeAttribute(null=True)


class SlotMap(MapAttribute[str, Any]):
    """A place for one file, within its request."""

    document_id = UnicodeAttribute()
    name = UnicodeAttribute()
    size = NumberAttribute()
    content_type = UnicodeAttribute()
    until = UnicodeAttribute()
    state = UnicodeAttribute()
    reason = UnicodeAttribute(null=True)


class RequestItem(TABLE):
    """``request#<SHA-256 of the token>`` / ``record``."""

    id = UnicodeAttribute()
    note = UnicodeAttribute()
    ends_at = UnicodeAttribute()
    max_bytes = NumberAttribute()
    content_types: ListAttribute[str] = ListAttribute()
    max_files = NumberAttribute()
    card = UnicodeAttribute()
    audience: UnicodeSetAttribute = UnicodeSetAttribute(null=True)
    shared_with_client = BooleanAttribute()
    requested_by = UnicodeAttribute()
    created_at = UnicodeAttribute()
    slots: ListAttribute[SlotMap] = ListAttribute(of=SlotMap)
    withdrawn = BooleanAttribute()
    lock = VersionAttribute()


class PointerItem(TABLE):
    """``request-id#<id>`` / ``pointer``: where the request with that id is."""

    token_hash = UnicodeAttribute()


class StrayItem(TABLE):
    """``strays`` / ``<start of the key>#<digest of key and S3's version>``: what nobody waited for."""

    key = UnicodeAttribute()
    revision = UnicodeAttribute(null=True)
    size = NumberAttribute()
    found_at = UnicodeAttribute()
    reason = UnicodeAttribute()

"""What all the mappings share. Absent values are left out of an item."""

from collections.abc import Mapping
from typing import Any

from chalicelib.documents.model import Access
from chalicelib.documents.store.items import DocumentItem, RequestItem, VersionItem
from portal.cards import CardRef


def to_access(item: DocumentItem | VersionItem | RequestItem) -> Access:
    """Where a stored record stands and who may see it."""
    return Access(CardRef.parse(item.card), frozenset(item.audience or ()), item.shared_with_client)


def present(**values: Any) -> Mapping[str, Any]:  # noqa: ANN401  # attributes of every type
    """The attributes that have a value."""
    return {name: value for name, value in values.items() if value is not None}

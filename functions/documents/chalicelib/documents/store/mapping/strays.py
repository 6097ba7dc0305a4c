"""Between objects that nobody waited for and their items."""

import hashlib

from chalicelib.documents.model import Stray
from chalicelib.documents.store.items import StrayItem
from chalicelib.documents.store.mapping.attributes import present
from portal.clock import from_wire, to_wire


def to_stray_item(stray: Stray) -> StrayItem:
    """The item of an object that nobody waited for."""
    return StrayItem(
        "strays",
        _sk(stray),
        key=stray.key,
        size=stray.size,
        found_at=to_wire(stray.found_at),
        reason=stray.reason,
        **present(revision=stray.revision),
    )


def to_stray(item: StrayItem) -> Stray:
    """The inverse of `to_stray_item`."""
    return Stray(item.key, item.revision, int(item.size), from_wire(item.found_at), item.reason)


def _sk(stray: Stray) -> str:
    """In the order of keys, and within the kilobyte that a sort key may have: an object's key alone may be as long."""
    digest = hashlib.sha256(f"{stray.key}#{stray.revision}".encode()).hexdigest()
    return f"{stray.key[:100]}#{digest}"

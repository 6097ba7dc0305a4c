"""Between objects that nobody waited for and their items."""

from chalicelib.documents.model import Stray
from chalicelib.documents.store.items import StrayItem
from chalicelib.documents.store.mapping.attributes import present
from portal.clock import from_wire, to_wire


def to_stray_item(stray: Stray) -> StrayItem:
    """The item of an object that nobody waited for."""
    return StrayItem(
        "strays",
        f"{stray.key}#{stray.revision or ''}",
        key=stray.key,
        size=stray.size,
        found_at=to_wire(stray.found_at),
        reason=stray.reason,
        **present(revision=stray.revision),
    )


def to_stray(item: StrayItem) -> Stray:
    """The inverse of `to_stray_item`."""
    return Stray(item.key, item.revision, int(item.size), from_wire(item.found_at), item.reason)

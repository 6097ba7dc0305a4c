"""The entries of the timelines as items, and back."""

from dataclasses import asdict
from typing import Any

from pynamodb.attributes import JSONAttribute, UnicodeAttribute

from chalicelib.crm.model.timeline import Entry, EntryKind, Mark, Source
from chalicelib.crm.store.table import TABLE
from portal.clock import from_wire, to_wire
from portal.principals import Actor


class EntryItem(TABLE):
    """``timeline#<card>`` / ``<at>#<id>``; in the partitions of clients without the note."""

    id = UnicodeAttribute()
    kind = UnicodeAttribute()
    at = UnicodeAttribute()
    direction = UnicodeAttribute(null=True)
    summary = UnicodeAttribute()
    actor = JSONAttribute()
    source_feature = UnicodeAttribute()
    source_id = UnicodeAttribute()
    text = UnicodeAttribute(null=True)
    note = UnicodeAttribute(null=True)
    mark = UnicodeAttribute(null=True)
    thread_id = UnicodeAttribute(null=True)
    privacy = UnicodeAttribute(null=True)


def position_of(at: str, entry_id: str) -> str:
    """The place of an entry in every timeline."""
    return f"{at}#{entry_id}"


def of_kind(timeline: str, kind: EntryKind) -> str:
    """Where the entries of one kind stand."""
    return f"{timeline}#{kind}"


def to_item(partition: str, entry: Entry) -> EntryItem:
    """An entry as it stands in a partition."""
    at = to_wire(entry.at)
    position = position_of(at, entry.id)
    values = {
        "id": entry.id,
        "kind": str(entry.kind),
        "at": at,
        "direction": entry.direction,
        "summary": entry.summary,
        "actor": asdict(entry.actor),
        "source_feature": entry.source.feature,
        "source_id": entry.source.id,
        "text": entry.text,
        "note": entry.note,
        "mark": entry.mark and str(entry.mark),
        "thread_id": entry.thread_id,
        "privacy": entry.privacy,
        "kind_timeline": of_kind(partition, entry.kind),
        "position": position,
    }
    present: dict[str, Any] = {name: value for name, value in values.items() if value is not None}
    return EntryItem(partition, position, **present)


def to_entry(item: EntryItem) -> Entry:
    """The inverse of `to_item`."""
    return Entry(
        id=item.id,
        kind=EntryKind(item.kind),
        at=from_wire(item.at),
        direction=item.direction,
        summary=item.summary,
        actor=Actor(**item.actor),
        source=Source(item.source_feature, item.source_id),
        text=item.text,
        note=item.note,
        mark=Mark(item.mark) if item.mark else None,
        thread_id=item.thread_id,
        privacy=item.privacy,
    )

"""The journal of each card: ``<kind>#<id>`` / ``change#<event id>``, written with the card itself.

The event of the change rides here and not on the card: both items are smaller for it, and a write is billed by the
kilobyte. A change too large for one item goes on in others, ``more#<event id>#<n>``.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from pynamodb.attributes import BooleanAttribute, JSONAttribute, NumberAttribute, UnicodeAttribute

from chalicelib.crm.model.journal import Cause, CauseKind, Recorded, Turn, turns
from chalicelib.crm.service.changes import Change
from chalicelib.crm.store.table import TABLE
from portal.cards import CardRef
from portal.clock import from_wire, to_wire
from portal.dynamo import Writes, read, read_many, read_page
from portal.paging import Page, PageRequest
from portal.principals import Actor

_PREFIX = "change#"

# An item holds 400 KB, and a character takes up to four bytes; the event rides along.
# https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
_CHARACTERS_AN_ITEM = 80_000
_ERASED_AT_ONCE = 25
_ERASED = Turn(None, None, erased=True)


class ChangeItem(TABLE):
    """One change, or where it is a large one its beginning."""

    at = UnicodeAttribute()
    actor = JSONAttribute()
    version = NumberAttribute()
    fields = UnicodeAttribute()
    created = BooleanAttribute(null=True)
    cause = JSONAttribute(null=True)
    parts = NumberAttribute(null=True)


class MoreItem(TABLE):
    """How a large change goes on."""

    fields = UnicodeAttribute()


class Journal:
    """The changes of each card in the table."""

    def changes(self, ref: CardRef, request: PageRequest) -> Page[Recorded]:
        """The changes of a card, the latest first."""
        page = read_page(ChangeItem, _pk(ref), request, ChangeItem.sk.startswith(_PREFIX))
        return Page(_recorded(page.items), page.next)

    def change(self, ref: CardRef, change_id: str) -> Recorded | None:
        """One change of a card."""
        item = read(ChangeItem, _pk(ref), f"{_PREFIX}{change_id}", consistent=True)
        return _recorded([item])[0] if item else None

    def erase(self, ref: CardRef, names: frozenset[str]) -> None:
        """Takes the values of some fields out of every change of a card, and the news that told its title."""
        request: PageRequest | None = PageRequest(_ERASED_AT_ONCE)
        while request:
            page = read_page(ChangeItem, _pk(ref), request, ChangeItem.sk.startswith(_PREFIX))
            for item, recorded in zip(page.items, _recorded(page.items), strict=True):
                _erase(item, recorded, names)
            request = PageRequest(_ERASED_AT_ONCE, page.next) if page.next else None


def _erase(item: ChangeItem, recorded: Recorded, names: frozenset[str]) -> None:
    kept = {name: _ERASED if name in names else turn for name, turn in recorded.turns.items()}
    if item.event is None and kept == recorded.turns:
        return
    former, writes = _rest(item), Writes()
    item.fields, *others = _pieces(_to_json(kept))
    item.event, item.parts = None, len(others) or None
    writes.put(item)
    for number, piece in enumerate(others):
        writes.put(MoreItem(item.pk, _more(_id(item), number), fields=piece))
    for pk, sk in former[len(others) :]:
        writes.delete(MoreItem(pk, sk))
    writes.commit()


def add_change(writes: Writes, change: Change[Any]) -> None:
    """Adds to the writes the line of the journal that tells of the change, with its event."""
    text = _to_json(_turns(change))
    first, *others = _pieces(text)
    pk, event = _pk(change.after.ref), change.event
    item = ChangeItem(
        pk,
        f"{_PREFIX}{event.id}",
        at=to_wire(event.occurred_at),
        actor=asdict(event.actor),
        version=(change.after.version or 0) + 1,
        fields=first,
    )
    item.created = change.before is None or None
    item.cause = _from_cause(change.cause)
    item.parts = len(others) or None
    writes.put(item.announce(event))
    for number, piece in enumerate(others):
        writes.put(MoreItem(pk, _more(event.id, number), fields=piece))


def _turns(change: Change[Any]) -> dict[str, Turn]:
    """Of an erasure only which fields it emptied."""
    found = turns(change.before, change.after)
    if change.cause and change.cause.kind is CauseKind.ERASURE:
        return dict.fromkeys(found, _ERASED)
    return found


def _pieces(text: str) -> list[str]:
    size = _CHARACTERS_AN_ITEM
    return [text[start : start + size] for start in range(0, len(text), size)]


def _recorded(items: Iterable[ChangeItem]) -> list[Recorded]:
    """The changes whole; those that go on elsewhere cost one more read together."""
    found = list(items)
    rest = read_many(MoreItem, [key for item in found for key in _rest(item)], consistent=True)
    return [_to_recorded(item, rest) for item in found]


def _rest(item: ChangeItem) -> list[tuple[str, str]]:
    return [(item.pk, _more(_id(item), number)) for number in range(int(item.parts or 0))]


def _to_recorded(item: ChangeItem, rest: Mapping[tuple[str, str], MoreItem]) -> Recorded:
    text = item.fields + "".join(rest[key].fields for key in _rest(item))
    return Recorded(
        id=_id(item),
        at=from_wire(item.at),
        actor=Actor(**item.actor),
        version=int(item.version),
        turns={name: _to_turn(turn) for name, turn in json.loads(text).items()},
        created=bool(item.created),
        cause=_to_cause(item.cause),
    )


def _to_json(found: Mapping[str, Turn]) -> str:
    values = {name: _from_turn(turn) for name, turn in found.items()}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _from_turn(turn: Turn) -> dict[str, Any]:
    return {"erased": True} if turn.erased else {"from": turn.before, "to": turn.after}


def _to_turn(stored: Mapping[str, Any]) -> Turn:
    return Turn(stored.get("from"), stored.get("to"), erased=stored.get("erased", False))


def _from_cause(cause: Cause | None) -> dict[str, Any] | None:
    return {"kind": str(cause.kind), "id": cause.id} if cause else None


def _to_cause(stored: Mapping[str, Any] | None) -> Cause | None:
    return Cause(CauseKind(stored["kind"]), stored["id"]) if stored else None


def _pk(ref: CardRef) -> str:
    return f"{ref.kind}#{ref.id}"


def _id(item: ChangeItem) -> str:
    return item.sk.removeprefix(_PREFIX)


def _more(change_id: str, number: int) -> str:
    return f"more#{change_id}#{number:03}"

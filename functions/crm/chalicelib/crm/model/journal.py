"""The journal of a card: who set which of its fields from what to what, and by what occasion."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from chalicelib.crm.model.cards import BOOKKEEPING, OWN, Owner, Record
from portal.clock import to_wire
from portal.money import Money
from portal.principals import Actor
from portal.values import dataclass


class CauseKind(StrEnum):
    """What a change was part of, when nobody simply changed the card."""

    CONVERSION = "conversion"
    ERASURE = "erasure"
    HAND_OVER = "hand_over"
    IMPORT = "import"
    IMPORT_UNDO = "import_undo"
    MERGE = "merge"
    RESTORE = "restore"
    UNMERGE = "unmerge"


@dataclass(frozen=True)
class Cause:
    """The occasion of a change; `id` is of the import, the merge, the lead, or the change that was undone."""

    kind: CauseKind
    id: str | None = None


@dataclass(frozen=True)
class Turn:
    """A field's value before a change and after it, as JSON has it; None is an empty one."""

    before: Any
    after: Any
    erased: bool = False


@dataclass(frozen=True)
class Recorded:
    """One change of a card as its journal keeps it; `version` is the card's after it."""

    id: str
    at: datetime
    actor: Actor
    version: int
    turns: Mapping[str, Turn]
    created: bool = False
    cause: Cause | None = None


def turns(before: Record | None, after: Record) -> dict[str, Turn]:
    """The fields in which two states of a card differ; of a new card all that are not empty.

    The names are those of `differences`; an owner stands as his id, and as ``owner`` where only his name or his
    departments are others.
    """
    former = plain_values(before) if before else {}
    current = plain_values(after)
    if former.get("owner_id") == current["owner_id"]:
        former["owner"], current["owner"] = _owner(before), _owner(after)
    names = [*current, *(name for name in former if name not in current)]
    found = {name: Turn(former.get(name), current.get(name)) for name in names}
    return {name: turn for name, turn in found.items() if turn.before != turn.after}


def plain_values(record: Record) -> dict[str, Any]:
    """The fields of a card by their names in the journal, as JSON has them; bookkeeping is left out."""
    return dict(_values(record))


def _values(record: Record) -> Iterator[tuple[str, Any]]:
    for each in fields(record):
        value = getattr(record, each.name)
        if each.name == "own":
            yield from ((f"{OWN}{key}", _plain(own)) for key, own in value.items())
        elif each.name == "owner":
            yield "owner_id", record.owner.id
        elif each.name not in BOOKKEEPING | {"id"}:
            yield each.name, _plain(value)


def _owner(record: Record | None) -> Any:  # noqa: ANN401  # JSON
    return _plain(record.owner) if record else None


def _plain(value: Any) -> Any:  # noqa: ANN401, PLR0911  # any field's value, as JSON
    """A field's value as JSON has it, in the form in which the API takes it; what is empty is None."""
    if value in (None, "") or (isinstance(value, tuple | frozenset) and not value):
        return None
    if isinstance(value, Money):
        return {"amount": str(value.amount), "currency": value.currency}
    if isinstance(value, Owner):
        return {"name": value.name, "department_ids": sorted(value.department_ids)}
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, datetime):
        return to_wire(value)
    return str(value) if isinstance(value, StrEnum | date) else value

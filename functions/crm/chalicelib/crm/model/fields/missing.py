"""What a card still lacks."""

from collections.abc import Iterable

from chalicelib.crm.model.cards import OWN, Record


def missing(record: Record, names: Iterable[str]) -> tuple[str, ...]:
    """Those of the fields that have no value; an own field is ``own.<id>``, and no is a value."""
    return tuple(name for name in names if _value(record, name) in (None, "", (), [], frozenset()))


def _value(record: Record, name: str) -> object:
    if name.startswith(OWN):
        return record.own.get(name.removeprefix(OWN))
    return getattr(record, name, None)

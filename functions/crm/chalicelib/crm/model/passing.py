"""What of a card passes sooner than what else is asked of it: when it was last changed.

Were this among the facets, each change of a card would be written on all its shelves. Each such value has one shelf of
its own, on which it is the key; beside the facets all of them stand there, and nowhere else.
"""

from collections.abc import Iterator, Mapping

from chalicelib.crm.model.cards import Record
from portal.cards import CardKind
from portal.clock import to_wire

PASSING = frozenset({"updated"})
"""The names of what passes."""

PASSING_SHELVES = "passing#"
"""What the names of their shelves begin with."""


def passing_of(record: Record) -> Mapping[str, str]:
    """What is absent is left out."""
    return {"updated": to_wire(record.updated_at)}


def passing_places(record: Record) -> Iterator[tuple[str, str]]:
    """The shelves of what passes on which a card stands, each with its key."""
    for name, value in passing_of(record).items():
        yield passing_shelf(record.kind, name), value


def passing_shelf(kind: CardKind, name: str) -> str:
    """The shelf of the cards of a kind in the order of what passes."""
    return f"{PASSING_SHELVES}{kind}#{name}#"

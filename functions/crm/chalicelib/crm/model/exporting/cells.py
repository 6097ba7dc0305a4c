"""The cells of a table that goes out: texts, numbers, days and instants, which a spreadsheet can reckon with."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from portal.values import dataclass

Cell = str | Decimal | date | None
"""Nothing is None. An instant is a `datetime` by the clock of whoever exports, without a zone."""


@dataclass(frozen=True)
class Row:
    """The cells of one card."""

    card_id: str
    cells: Sequence[Cell]


def to_json(row: Row) -> list[object]:
    """A row as it waits for the others."""
    return [row.card_id, *map(_kept, row.cells)]


def from_json(values: Sequence[object]) -> Row:
    """The inverse of `to_json`."""
    card_id, *cells = values
    return Row(str(card_id), [_cell(each) for each in cells])


def _kept(cell: Cell) -> object:
    if isinstance(cell, Decimal):
        return ["n", f"{cell:f}"]
    if isinstance(cell, datetime):
        return ["t", cell.isoformat()]
    return ["d", cell.isoformat()] if isinstance(cell, date) else cell


def _cell(kept: object) -> Cell:
    if not isinstance(kept, list):
        return kept if isinstance(kept, str) else None
    kind, text = kept
    if kind == "n":
        return Decimal(text)
    return datetime.fromisoformat(text) if kind == "t" else date.fromisoformat(text)

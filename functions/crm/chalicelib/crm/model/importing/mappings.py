"""How the columns of a table fill the fields of cards."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from portal.cards import CardKind
from portal.values import dataclass


class Mode(StrEnum):
    """What becomes of a row whose card exists, and of one whose card does not."""

    CREATE = "create"
    UPDATE = "update"
    BOTH = "both"


@dataclass(frozen=True)
class Columns:
    """Which field each column fills, by which field a card is found, and what is done then.

    `erases` lets empty cells empty fields; `makes` lets companies and contacts that are named come to be.
    """

    columns: tuple[str | None, ...]
    mode: Mode = Mode.BOTH
    key: str | None = None
    erases: bool = False
    makes: bool = False


@dataclass(frozen=True)
class NamedMapping:
    """A mapping that was kept for the next file: by headings, so that columns may stand in another order."""

    id: str
    name: str
    kind: CardKind
    fields: Mapping[str, str]
    mode: Mode
    key: str | None
    erases: bool
    makes: bool

    def fits(self, headers: Iterable[str]) -> bool:
        """Whether a file has all the columns that it knows."""
        return set(self.fields) <= set(headers)

"""What became of the rows of a table."""

from enum import StrEnum

from portal.cards import CardRef
from portal.values import dataclass


class Outcome(StrEnum):
    """What became of a row; the last three when the import was undone."""

    CREATED = "created"
    UPDATED = "updated"
    SAME = "same"
    SKIPPED = "skipped"
    FAILED = "failed"
    REMOVED = "removed"
    RESTORED = "restored"
    KEPT = "kept"


@dataclass(frozen=True)
class FieldChange:
    """A field of a card before and after, as a person reads it."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class RowResult:
    """What became of one row; the cards that it made beside its own come after that one."""

    row: int
    outcome: Outcome
    title: str = ""
    ref: CardRef | None = None
    changes: tuple[FieldChange, ...] = ()
    faults: tuple[str, ...] = ()
    made: tuple[CardRef, ...] = ()

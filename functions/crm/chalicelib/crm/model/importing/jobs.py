"""An import: a file, how its columns fill cards, and how far it has come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from chalicelib.crm.model.importing.fields import ID
from portal.cards import CardKind, CardRef
from portal.errors import ConflictError
from portal.principals import Principal

MOST_ROWS, MOST_COLUMNS = 10_000, 100


class State(StrEnum):
    """What an import is at; the work of those in `WORKING` goes on by itself."""

    NEW = "new"
    CHECKING = "checking"
    CHECKED = "checked"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    UNDOING = "undoing"
    UNDONE = "undone"
    FAILED = "failed"


WORKING = frozenset({State.CHECKING, State.RUNNING, State.UNDOING})
_ENDS = {
    State.CHECKING: State.CHECKED,
    State.RUNNING: State.DONE,
    State.UNDOING: State.UNDONE,
}
_MAY_CHECK = frozenset({State.NEW, State.CHECKED, State.FAILED})
_MAY_UNDO = frozenset({State.DONE, State.CANCELLED})


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


class Outcome(StrEnum):
    """What became of a row, or of a card in undoing."""

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


@dataclass(frozen=True)
class Colleague:
    """An employee as tables name him."""

    principal: Principal
    email: str


@dataclass(frozen=True)
class Import:
    """`step` counts the pieces of work, so that an old call to work is known; `round` the checks and the run."""

    id: str
    kind: CardKind
    file_name: str
    size: int
    content_type: str
    language: str
    by: Principal
    created_at: datetime
    state: State = State.NEW
    mapping: Columns | None = None
    step: int = 0
    round: int = 0
    total: int | None = None
    done: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    problem: str | None = None
    ended_at: datetime | None = None
    version: int | None = None

    @property
    def working(self) -> bool:
        """Whether its work goes on by itself."""
        return self.state in WORKING

    @property
    def folder(self) -> str:
        """Where its files are."""
        return f"imports/{self.id}"

    def checking(self, mapping: Columns) -> "Import":
        """The import on its way through the file, without saving.

        Raises:
            ConflictError: it is beyond that, or under way.
        """
        if self.state not in _MAY_CHECK:
            raise ConflictError("This import is under way or done. Begin another one.")
        return replace(self._begun(State.CHECKING), mapping=mapping)

    def running(self) -> "Import":
        """The import on its way.

        Raises:
            ConflictError: it was not checked, or is under way.
        """
        if self.state is not State.CHECKED:
            raise ConflictError("Check the file first, then import it.")
        return self._begun(State.RUNNING)

    def undoing(self) -> "Import":
        """The import on its way back.

        Raises:
            ConflictError: nothing of it has been done, or it has been undone.
        """
        if self.state not in _MAY_UNDO:
            raise ConflictError("There is nothing to undo here, or it is being undone already.")
        return self._begun(State.UNDOING)

    def cancelled(self, at: datetime) -> "Import":
        """The import stopped; what is done stays. A check that is stopped can be made again.

        Raises:
            ConflictError: nothing of it is under way that may stop half done.
        """
        if self.state is State.CHECKING:
            return replace(self, state=State.NEW, step=self.step + 1)
        if self.state is not State.RUNNING:
            raise ConflictError("Nothing is under way that could be stopped.")
        return replace(self, state=State.CANCELLED, step=self.step + 1, ended_at=at)

    def after(self, results: Iterable[RowResult], done: int) -> "Import":
        """The import with more rows behind it."""
        counts = dict(self.counts)
        for result in results:
            counts[result.outcome] = counts.get(result.outcome, 0) + 1
        return replace(self, counts=counts, done=done)

    def of(self, total: int) -> "Import":
        """The import of so many rows."""
        return replace(self, total=total)

    def going_on(self) -> "Import":
        """The import at the end of one piece of work."""
        return replace(self, step=self.step + 1)

    def ended(self, at: datetime) -> "Import":
        """The import at the end of its work."""
        return replace(self, state=_ENDS[self.state], ended_at=at)

    def failed(self, problem: str, at: datetime) -> "Import":
        """The import that cannot go on."""
        return replace(self, state=State.FAILED, problem=problem, ended_at=at)

    def _begun(self, state: State) -> "Import":
        return replace(
            self,
            state=state,
            step=self.step + 1,
            round=self.round + 1,
            total=None,
            done=0,
            counts={},
            problem=None,
            ended_at=None,
        )


def unique_key(mapping: Columns) -> str | None:
    """The field by which cards are found; without one each row is a new card."""
    return mapping.key if mapping.key in {*mapping.columns, ID} else None

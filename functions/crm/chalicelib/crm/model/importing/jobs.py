"""An import: a file, how its columns fill cards, and how far it has come."""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import datetime
from enum import StrEnum

from chalicelib.crm.model.importing.mappings import Columns
from chalicelib.crm.model.importing.results import RowResult
from portal.cards import CardKind
from portal.errors import ConflictError
from portal.principals import Principal
from portal.values import dataclass

MOST_ROWS, MOST_COLUMNS = 10_000, 100


class State(StrEnum):
    """What an import is at; the work of those in `WORKING` goes on by itself."""

    NEW = "new"
    CHECKING = "checking"
    CHECKED = "checked"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"
    UNDOING = "undoing"
    UNDONE = "undone"


WORKING = frozenset({State.CHECKING, State.RUNNING, State.UNDOING})
_ENDS = {
    State.CHECKING: State.CHECKED,
    State.RUNNING: State.DONE,
    State.UNDOING: State.UNDONE,
}
_MAY_STOP = frozenset({State.RUNNING, State.UNDOING})
_MAY_UNDO = frozenset({State.DONE, State.CANCELLED})
_MAY_CHECK = frozenset({State.NEW, State.CHECKED, State.FAILED})


@dataclass(frozen=True)
class Colleague:
    """An employee as tables name him."""

    principal: Principal
    email: str


@dataclass(frozen=True)
class Import:
    """`step` counts the pieces of work, so that an old call to work is known; `round` the checks and the run.

    `undoes` is the round of the run that is, or was, undone.
    """

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
    undoes: int = 0
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
        """The import on its way back; one that was stopped on it goes through all rows again.

        Raises:
            ConflictError: nothing was imported, or it is under way.
        """
        if self.state not in _MAY_UNDO:
            raise ConflictError("Only what was imported can be undone, and only once.")
        return replace(self._begun(State.UNDOING), undoes=self.undoes or self.round)

    def cancelled(self, at: datetime) -> "Import":
        """The import stopped; what is done stays. A check that is stopped can be made again.

        Raises:
            ConflictError: nothing of it is under way that may stop half done.
        """
        if self.state is State.CHECKING:
            return replace(self, state=State.NEW, step=self.step + 1)
        if self.state not in _MAY_STOP:
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

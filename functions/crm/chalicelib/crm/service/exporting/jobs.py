"""An export: which list, in which form, and how far it has come."""

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.crm.service.changes import Selection
from portal.cards import CardKind
from portal.principals import OWNER_GRANT, Audience, Principal, employee_grant, head_grant
from portal.values import dataclass

MOST_ROWS = 100_000
KEPT = timedelta(days=7)
"""So long is the file there; what was exported, by whom, is remembered longer."""


class ExportFormat(StrEnum):
    """The form of the file."""

    CSV = "csv"
    XLSX = "xlsx"
    ZIP = "zip"


class ExportState(StrEnum):
    """What an export is at; the work goes on by itself."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class ExportProblem(StrEnum):
    """Why an export cannot go on."""

    RIGHTS_CHANGED = "rights_changed"


@dataclass(frozen=True)
class Shape:
    """The form of the table: its columns by their names, the language of its words, and the zone of its clocks."""

    format: ExportFormat
    columns: tuple[str, ...]
    language: str
    zone: str


@dataclass(frozen=True)
class Export:
    """A list on its way into a file, as `by` sees it.

    `step` counts the pieces of work, so that an old call to work is known. `parts` are stored already, with so many
    `stored` rows; the list goes on at `cursor`, or is `read` to its end. `rows` is what people are shown.

    With `person_id` it is no list, but what is kept of the person with that card, which the browser gathers.
    """

    id: str
    kind: CardKind
    shape: Shape
    which: Selection
    by: Principal
    created_at: datetime
    state: ExportState = ExportState.RUNNING
    step: int = 1
    parts: int = 0
    stored: int = 0
    rows: int = 0
    cursor: str | None = None
    read: bool = False
    cut: bool = False
    problem: ExportProblem | None = None
    ended_at: datetime | None = None
    person_id: str | None = None
    version: int | None = None

    @property
    def working(self) -> bool:
        """Whether its work goes on by itself."""
        return self.state is ExportState.RUNNING

    @property
    def folder(self) -> str:
        """Where its files are."""
        return f"exports/{self.id}"

    @property
    def file_key(self) -> str:
        """Where the finished file is."""
        return f"{self.folder}/table"

    @property
    def audience(self) -> Audience:
        """Who learns of it: its maker, his heads, and the owners of the portal."""
        heads = map(head_grant, self.by.department_ids)
        return frozenset({employee_grant(self.by.id), OWNER_GRANT, *heads})

    @property
    def narrowed(self) -> bool:
        """Whether a filter was set."""
        return bool(self.which.owner_id or self.which.place or self.which.conditions)

    def gone_by(self, now: datetime) -> bool:
        """Whether the file is there no more."""
        return self.ended_at is not None and now - self.ended_at > KEPT

    def shown(self, rows: int) -> "Export":
        """The export with so many rows behind it, of which the last may not be stored yet."""
        return replace(self, rows=rows)

    def after(self, rows: int, cursor: str | None) -> "Export":
        """The export with one more part stored; at the end of the list, or of what one file holds, it is read."""
        full = rows >= MOST_ROWS and cursor is not None
        return replace(
            self,
            parts=self.parts + 1,
            stored=rows,
            rows=rows,
            cursor=cursor,
            read=cursor is None or full,
            cut=full,
        )

    def going_on(self) -> "Export":
        """The export at the end of one piece of work."""
        return replace(self, step=self.step + 1)

    def done(self, rows: int, at: datetime) -> "Export":
        """The export whose file is there."""
        return replace(self, state=ExportState.DONE, rows=rows, ended_at=at)

    def failed(self, problem: ExportProblem, at: datetime) -> "Export":
        """The export that cannot go on."""
        return replace(self, state=ExportState.FAILED, problem=problem, ended_at=at)

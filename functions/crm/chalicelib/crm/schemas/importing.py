"""Imports over HTTP."""

from typing import Annotated, Literal, Self

from pydantic import Field as Bounds

from chalicelib.crm.model.importing.jobs import Import, State
from chalicelib.crm.model.importing.results import Outcome, RowResult
from chalicelib.crm.service.importing.importing import NewFile
from chalicelib.crm.service.importing.ports import Form
from portal.cards import CardKind
from portal.wire import CardView, Instant, Line, PageQuery, Request, Response

_CSV = "text/csv"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_BYTES = 20_000_000


class NewImport(Request):
    """A table that is about to be sent: what its rows are, and in which language faults are told."""

    kind: CardKind
    file_name: Line
    size: Annotated[int, Bounds(ge=1, le=_MOST_BYTES)]
    format: Literal["csv", "xlsx"]
    language: Literal["ru", "en"] = "ru"

    def to_file(self) -> NewFile:
        """The domain's form."""
        return NewFile(self.file_name, self.size, _XLSX if self.format == "xlsx" else _CSV)


class ImportView(Response):
    """An import: `counts` by what became of the rows so far, `done` of `total`."""

    id: str
    kind: CardKind
    file_name: str
    state: State
    by_id: str
    by_name: str
    created_at: Instant
    ended_at: Instant | None
    total: int | None
    done: int
    counts: dict[Outcome, int]
    problem: str | None

    @classmethod
    def of(cls, job: Import) -> Self:
        """The domain's form as it is sent."""
        return cls(
            id=job.id,
            kind=job.kind,
            file_name=job.file_name,
            state=job.state,
            by_id=job.by.id,
            by_name=job.by.name,
            created_at=job.created_at,
            ended_at=job.ended_at,
            total=job.total,
            done=job.done,
            counts={Outcome(name): count for name, count in job.counts.items()},
            problem=job.problem,
        )


class BegunImport(Response):
    """A new import, and the form with which its file is posted, the file last."""

    item: ImportView
    url: str
    fields: dict[str, str]

    @classmethod
    def of(cls, job: Import, form: Form) -> Self:
        """The domain's form as it is sent."""
        return cls(item=ImportView.of(job), url=form.url, fields=form.fields)


class ResultQuery(PageQuery):
    """Which rows: those of which the same became, or all."""

    outcome: Outcome | None = None


class FieldChangeView(Response):
    """A field before and after."""

    field: str
    before: str | None
    after: str | None


class ResultView(Response):
    """What became of a row of the file."""

    row: int
    outcome: Outcome
    title: str
    card: CardView | None
    changes: list[FieldChangeView]
    faults: list[str]

    @classmethod
    def of(cls, result: RowResult) -> Self:
        """The domain's form as it is sent."""
        return cls(
            row=result.row,
            outcome=result.outcome,
            title=result.title,
            card=CardView(kind=result.ref.kind, id=result.ref.id) if result.ref else None,
            changes=[FieldChangeView.model_validate(each) for each in result.changes],
            faults=list(result.faults),
        )


class FileLink(Response):
    """An address that gives a file for a minute."""

    url: str

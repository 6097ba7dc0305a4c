"""Imports over HTTP."""

from typing import Annotated, Literal, Self

from pydantic import Field as Bounds
from pydantic import StringConstraints

from chalicelib.crm.model.importing.jobs import (
    MOST_COLUMNS,
    Columns,
    Import,
    Mode,
    NamedMapping,
    Outcome,
    RowResult,
    State,
)
from chalicelib.crm.service.importing.importing import Look, NewFile
from chalicelib.crm.service.importing.ports import Form
from portal.cards import CardKind
from portal.wire import CardView, Instant, Line, PageQuery, Request, Response

_CSV = "text/csv"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_BYTES = 20_000_000

FieldName = Annotated[str, StringConstraints(min_length=1, max_length=60)]


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


class ColumnsBody(Request):
    """Which field each column fills, null for none; `key` is the field by which cards are found."""

    columns: Annotated[tuple[FieldName | None, ...], Bounds(max_length=MOST_COLUMNS)]
    mode: Mode = Mode.BOTH
    key: FieldName | None = None
    erases: bool = False
    makes: bool = False
    keep_as: Annotated[Line, StringConstraints(max_length=60)] | None = None

    def to_columns(self) -> Columns:
        """The domain's form."""
        return Columns(self.columns, self.mode, self.key, self.erases, self.makes)


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


class ImportField(Response):
    """A field that a column can fill."""

    name: str
    label: str
    required: bool


class MappingView(Response):
    """How columns fill fields."""

    columns: list[str | None]
    mode: Mode
    key: str | None
    erases: bool
    makes: bool

    @classmethod
    def of(cls, columns: Columns) -> Self:
        """The domain's form as it is sent."""
        return cls.model_validate(columns)


class NamedMappingView(Response):
    """A mapping that was kept, by headings."""

    name: str
    fields: dict[str, str]
    mode: Mode
    key: str | None
    erases: bool
    makes: bool

    @classmethod
    def of(cls, mapping: NamedMapping) -> Self:
        """The domain's form as it is sent."""
        return cls.model_validate(mapping)


class LookView(Response):
    """The beginning of a file, the fields that there are, and how it would be read."""

    headers: list[str]
    rows: list[list[str]]
    fields: list[ImportField]
    keys: list[str]
    mapping: MappingView
    kept: list[NamedMappingView]

    @classmethod
    def of(cls, look: Look, language: str) -> Self:
        """The domain's form as it is sent."""
        return cls(
            headers=look.table.headers,
            rows=look.table.rows,
            fields=[
                ImportField(name=f.name, label=f.label(language), required=f.required)
                for f in look.fields
            ],
            keys=list(look.keys),
            mapping=MappingView.of(look.columns),
            kept=[NamedMappingView.of(each) for each in look.mappings],
        )


class ResultQuery(PageQuery):
    """Which rows: those of which the same became, or all."""

    outcome: Outcome | None = None


class FieldChangeView(Response):
    """A field before and after."""

    field: str
    before: str | None
    after: str | None


class ResultView(Response):
    """What became of a row of the file, or in undoing of what the row had made."""

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

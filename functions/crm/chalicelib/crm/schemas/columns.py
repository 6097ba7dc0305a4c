"""The columns of a table over HTTP."""

from typing import Annotated, Self

from pydantic import Field as Bounds
from pydantic import StringConstraints

from chalicelib.crm.model.importing.jobs import MOST_COLUMNS
from chalicelib.crm.model.importing.mappings import Columns, Mode, NamedMapping
from chalicelib.crm.service.importing.importing import Look
from portal.wire import Line, Request, Response

FieldName = Annotated[str, StringConstraints(min_length=1, max_length=60)]


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

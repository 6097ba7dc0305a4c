"""Exports over HTTP."""

from typing import Annotated, Literal, Self

from pydantic import Field

from chalicelib.crm.model.exporting.columns import Column
from chalicelib.crm.model.exporting.policy import Policy
from chalicelib.crm.schemas.hours import Zone
from chalicelib.crm.service.exporting.jobs import (
    KEPT,
    Export,
    ExportFormat,
    ExportProblem,
    ExportState,
    Shape,
)
from portal.cards import CardKind
from portal.principals import STAFF_ROLES, Principal, Role
from portal.wire import Instant, Line, PageQuery, Request, Response

_MOST_COLUMNS = 100

Language = Literal["ru", "en"]


class NewExport(Request):
    """The form of the table: its columns in their order, the words of a language, instants by the clocks of a zone.

    CSV is parted by semicolons in Russian, as Excel expects it there.
    """

    format: Literal[ExportFormat.CSV, ExportFormat.XLSX]
    columns: Annotated[tuple[Line, ...], Field(min_length=1, max_length=_MOST_COLUMNS)]
    language: Language = "ru"
    zone: Zone = "Europe/Moscow"

    def to_shape(self) -> Shape:
        """The domain's form."""
        columns = tuple(dict.fromkeys(self.columns))
        return Shape(self.format, columns, self.language, self.zone)


class ExportView(Response):
    """An export: whose, of what, and how far it has come; the file is there until `expires_at`, for its maker alone.

    With `person_id` it is of a person's data, whose file the portal does not keep. `narrowed` where a filter was set, `cut` where the list was longer than one file holds.
    """

    id: str
    kind: CardKind
    format: ExportFormat
    state: ExportState
    by_id: str
    by_name: str
    created_at: Instant
    ended_at: Instant | None
    expires_at: Instant | None
    rows: int
    columns: int
    narrowed: bool
    cut: bool
    problem: ExportProblem | None
    person_id: str | None

    @classmethod
    def of(cls, export: Export) -> Self:
        """The domain's form as it is sent."""
        kept = export.state is ExportState.DONE and not export.person_id
        ends = export.ended_at if kept else None
        return cls(
            id=export.id,
            kind=export.kind,
            format=export.shape.format,
            state=export.state,
            by_id=export.by.id,
            by_name=export.by.name,
            created_at=export.created_at,
            ended_at=export.ended_at,
            expires_at=ends + KEPT if ends else None,
            rows=export.rows,
            columns=len(export.shape.columns),
            narrowed=export.narrowed,
            cut=export.cut,
            problem=export.problem,
            person_id=export.person_id,
        )


class ExportsQuery(PageQuery):
    """Whose exports: one's own, or those of the people whom one heads."""

    whose: Literal["mine", "team"] = "mine"


class ExportColumnsQuery(Request):
    """Of which cards, and in which language."""

    kind: CardKind
    language: Language = "ru"


class ExportColumn(Response):
    """A column that a table can have."""

    name: str
    label: str


class ExportColumns(Response):
    """All columns of a kind, in the usual order."""

    items: list[ExportColumn]

    @classmethod
    def of(cls, columns: list[Column], language: str) -> Self:
        """The domain's form as it is sent."""
        items = [ExportColumn(name=c.name, label=c.label(language)) for c in columns]
        return cls(items=items)


class ExportPolicyBody(Request):
    """The roles that may export; owners of the portal always may."""

    roles: frozenset[Role]

    def to_policy(self) -> Policy:
        """The domain's form: nobody from outside is ever among them."""
        return Policy(self.roles & STAFF_ROLES)


class ExportPolicyView(Response):
    """The roles that may export, and whether the caller may."""

    roles: list[Role]
    allowed: bool

    @classmethod
    def of(cls, policy: Policy, caller: Principal) -> Self:
        """The domain's form as it is sent."""
        return cls(roles=sorted(policy.roles), allowed=policy.allows(caller))

"""Saved views over HTTP."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints

from chalicelib.crm.model.views import Arrangement, SavedView
from chalicelib.crm.schemas.own_filters import MOST_VALUES
from portal.cards import CardKind
from portal.principals import Principal
from portal.wire import Id, Line, Patch, Request, Response

Word = Annotated[str, StringConstraints(min_length=1, max_length=60)]
Name = Annotated[Line, StringConstraints(max_length=60)]
Departments = Annotated[frozenset[Id], Field(max_length=20)]
Several = Annotated[tuple[Id, ...], Field(max_length=200)]


class ViewCondition(Request):
    """One condition of a filter, as the client has it in an address."""

    by: Word
    values: Annotated[tuple[Line, ...], Field(max_length=MOST_VALUES)] | None = None
    low: Annotated[str, Field(max_length=40)] | None = None
    high: Annotated[str, Field(max_length=40)] | None = None
    empty: bool | None = None


class ViewState(Request):
    """What of a list is shown, and how: what is absent is as it usually is.

    Each is checked when the list is asked for: a field or a pipeline that a view names may have gone since.
    """

    pipeline: Id | None = None
    owner: Word | None = None
    sort: Word | None = None
    look: Literal["board", "list"] | None = None
    filter: Annotated[tuple[ViewCondition, ...], Field(max_length=12)] | None = None
    columns: Annotated[tuple[Word, ...], Field(max_length=80)] | None = None

    def to_state(self) -> dict[str, Any]:
        """What is kept."""
        return self.model_dump(mode="json", exclude_none=True)


class NewView(Request):
    """A view to keep: for oneself, for departments, or for everybody."""

    kind: CardKind
    name: Name
    state: ViewState
    department_ids: Departments = frozenset()
    everybody: bool = False

    def to_values(self) -> dict[str, Any]:
        """The domain's form."""
        return {
            "kind": self.kind,
            "name": self.name,
            "state": self.state.to_state(),
            "department_ids": self.department_ids,
            "everybody": self.everybody,
        }


class ViewPatch(Patch):
    """What of a view to change."""

    name: Name | None = None
    state: ViewState | None = None
    department_ids: Departments | None = None
    everybody: bool | None = None

    def to_values(self) -> dict[str, Any]:
        """The domain's form."""
        named = {name: getattr(self, name) for name in self.model_fields_set}
        return named | ({"state": self.state.to_state()} if self.state else {})


class ViewQuery(Request):
    """The views of which list."""

    kind: CardKind


class ArrangementBody(Request):
    """Which views come first, which are at hand, and with which a list begins."""

    kind: CardKind
    order: Several = ()
    pinned: Several = ()
    first: Id | None = None

    def to_arrangement(self) -> Arrangement:
        """The domain's form."""
        return Arrangement(self.order, frozenset(self.pinned), self.first)


class ViewView(Response):
    """A view; `mine` tells whether the caller may change it."""

    id: str
    kind: CardKind
    name: str
    state: ViewState
    maker_id: str
    maker_name: str
    department_ids: list[str]
    everybody: bool
    mine: bool
    version: int

    @classmethod
    def of(cls, view: SavedView, caller: Principal) -> Self:
        """The domain's form as it is sent."""
        return cls(
            id=view.id,
            kind=view.kind,
            name=view.name,
            state=ViewState.model_validate(view.state),
            maker_id=view.maker_id,
            maker_name=view.maker_name,
            department_ids=sorted(view.department_ids),
            everybody=view.everybody,
            mine=view.may_change(caller),
            version=view.version or 0,
        )


class ViewList(Response):
    """The views of a list in the caller's order; there is never a second page."""

    items: list[ViewView]
    pinned: list[str]
    first: str | None
    next: None = None

    @classmethod
    def of(cls, views: Iterable[SavedView], arrangement: Arrangement, caller: Principal) -> Self:
        """The domain's form as it is sent."""
        return cls(
            items=[ViewView.of(view, caller) for view in views],
            pinned=sorted(arrangement.pinned),
            first=arrangement.first,
        )

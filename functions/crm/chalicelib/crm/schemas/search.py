"""Search over HTTP."""

from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.search import subtitle
from portal.wire import CardView, Request, Response

_LONGEST, _MOST, _USUAL = 200, 50, 20


class SearchQuery(Request):
    """A few words, or the beginnings of them: of names, addresses, numbers."""

    q: Annotated[str, StringConstraints(max_length=_LONGEST)]
    limit: Annotated[int, Field(ge=1, le=_MOST)] = _USUAL


class FoundView(Response):
    """A card, and what tells it from others of the same title; a closed one is not `open`."""

    card: CardView
    title: str
    subtitle: str | None
    open: bool

    @classmethod
    def of(cls, record: Record) -> Self:
        """The domain's form as it is sent."""
        return cls(
            card=CardView(kind=record.kind, id=record.id),
            title=record.label,
            subtitle=subtitle(record),
            open=record.open,
        )


class FoundList(Response):
    """The best of what was found; there is never a second page: more words find fewer."""

    items: list[FoundView]
    next: None = None

    @classmethod
    def of(cls, records: Iterable[Record]) -> Self:
        """The domain's form as it is sent."""
        return cls(items=[FoundView.of(record) for record in records])

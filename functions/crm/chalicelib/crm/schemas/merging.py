"""Merging over HTTP."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints

from chalicelib.crm.model.merging import Restored
from chalicelib.crm.service.merging import Wish
from portal.wire import CardView, Id, Request, Response

_MOST_FIELDS = 300

FieldName = Annotated[str, StringConstraints(min_length=1, max_length=100)]


class MergeBody(Request):
    """The card that goes into the one that stays; of the fields in `take` its value stays, of lists both."""

    other_id: Id
    other_version: int | None = None
    take: Annotated[tuple[FieldName, ...], Field(max_length=_MOST_FIELDS)] = ()

    def to_wish(self) -> Wish:
        """The domain's form."""
        return Wish(self.other_id, self.take, self.other_version)


class MergedView(Response):
    """The card that stayed, and its version."""

    card: CardView
    version: int


class UnmergedView(Response):
    """The card that came back; `kept` names what stayed on the other card, or with somebody else."""

    card: CardView
    version: int
    kept: list[str]

    @classmethod
    def of(cls, done: Restored) -> Self:
        """The domain's form as it is sent."""
        card = CardView(kind=done.card.kind, id=done.card.id)
        return cls(card=card, version=done.card.version or 0, kept=list(done.kept))

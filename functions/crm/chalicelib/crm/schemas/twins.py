"""Groups of cards that seem to be one, over HTTP."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, Self

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.likeness import Strength
from chalicelib.crm.model.search import subtitle
from chalicelib.crm.model.twins import Group, Twins
from chalicelib.crm.schemas.duplicates import LikenessView, views_of
from portal.cards import CardKind
from portal.wire import CardView, PageQuery, Response


class TwinQuery(PageQuery):
    """Cards of which kind; a lead that is like a contact stands among the leads."""

    kind: Literal["contact", "company", "lead"]

    @property
    def card_kind(self) -> CardKind:
        """The domain's form."""
        return CardKind(self.kind)


class TwinView(Response):
    """A card of a group, and what tells it from the others."""

    card: CardView
    title: str
    subtitle: str | None
    owner_name: str
    created_at: datetime

    @classmethod
    def of(cls, record: Record) -> Self:
        """The domain's form as it is sent."""
        return cls(
            card=CardView(kind=record.kind, id=record.id),
            title=record.label,
            subtitle=subtitle(record),
            owner_name=record.owner.name,
            created_at=record.created_at,
        )


class TwinPairView(Response):
    """Two cards of a group, and by what they seem to be one."""

    one: CardView
    other: CardView
    strength: Strength
    by: list[LikenessView]

    @classmethod
    def of(cls, twins: Twins) -> Self:
        """The domain's form as it is sent."""
        one, other = (CardView(kind=each.kind, id=each.id) for each in (twins.one, twins.other))
        by = views_of(twins.likenesses)
        return cls(one=one, other=other, strength=twins.strength, by=by)


class GroupView(Response):
    """Cards of which each seems to be one with another of them; `strength` is that of the surest pair."""

    cards: list[TwinView]
    pairs: list[TwinPairView]
    strength: Strength

    @classmethod
    def of(cls, group: Group) -> Self:
        """The domain's form as it is sent."""
        return cls(
            cards=[TwinView.of(each) for each in group.cards],
            pairs=[TwinPairView.of(each) for each in group.twins],
            strength=group.strength,
        )


class TwinCounts(Response):
    """How many pairs there are of each kind; a hundred are a hundred or more."""

    contact: int
    company: int
    lead: int

    @classmethod
    def of(cls, counts: Mapping[CardKind, int]) -> Self:
        """The domain's form as it is sent."""
        return cls(**{str(kind): count for kind, count in counts.items()})

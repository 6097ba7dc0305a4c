"""Cards that seem to be one, over HTTP."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import UTC, datetime
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints

from chalicelib.crm.model.cards import Owner, Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact, Handle
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.model.likeness import Alike, Likeness, Strength, Trait
from chalicelib.crm.model.search import subtitle
from chalicelib.crm.schemas.contacts import Handles
from portal.cards import CardKind
from portal.wire import CardView, Id, Request, Response

_MOST = 20
_LONGEST = 300

Written = Annotated[str, StringConstraints(max_length=_LONGEST)]
_KINDS: dict[CardKind, type[Record]] = {kind.kind: kind for kind in (Contact, Company, Lead)}


class NewCardBody(Request):
    """What somebody is about to write on a new card; half of it is enough to look for others."""

    name: Written = ""
    emails: Annotated[tuple[Written, ...], Field(max_length=_MOST)] = ()
    phones: Annotated[tuple[Written, ...], Field(max_length=_MOST)] = ()
    handles: Handles = ()
    tax_id: Written | None = None
    domains: Annotated[tuple[Written, ...], Field(max_length=_MOST)] = ()

    def to_record(self, kind: CardKind) -> Record:
        """A card that is nowhere stored."""
        values: dict[str, Any] = {
            "title": self.name,
            "name": self.name,
            "emails": tuple(email.strip().casefold() for email in self.emails),
            "phones": self.phones,
            "handles": tuple(Handle(each.channel, each.value) for each in self.handles),
            "tax_id": self.tax_id,
            "domains": tuple(domain.casefold() for domain in self.domains),
        }
        record, never = _KINDS[kind], datetime.min.replace(tzinfo=UTC)
        known = {each.name for each in fields(record)}
        taken = {name: value for name, value in values.items() if name in known}
        return record(id="", owner=Owner("", ""), created_at=never, updated_at=never, **taken)


class ApartBody(Request):
    """The other card, and whether the two are not one."""

    other_id: Id
    other_kind: Literal["contact", "company", "lead"] | None = None
    apart: bool = True

    def to_pair(self, kind: type[Record], card_id: str) -> tuple[tuple[type[Record], str], ...]:
        """The card of the path, and the other: of the same kind unless another is named."""
        other = _KINDS[CardKind(self.other_kind)] if self.other_kind else kind
        return (kind, card_id), (other, self.other_id)


class LikenessView(Response):
    """One thing that the cards have in common."""

    trait: Trait
    value: str


def views_of(found: Iterable[Likeness]) -> list[LikenessView]:
    """The domain's form as it is sent."""
    return [LikenessView(trait=each.trait, value=each.value) for each in found]


class AlikeView(Response):
    """A card that seems to be the same, and by what, the surest first; `sure` when more than a name says so."""

    card: CardView
    title: str
    subtitle: str | None
    owner_name: str
    sure: bool
    strength: Strength
    by: list[LikenessView]

    @classmethod
    def of(cls, alike: Alike) -> Self:
        """The domain's form as it is sent."""
        record = alike.record
        return cls(
            card=CardView(kind=record.kind, id=record.id),
            title=record.label,
            subtitle=subtitle(record),
            owner_name=record.owner.name,
            sure=alike.sure,
            strength=alike.strength,
            by=views_of(alike.likenesses),
        )


class AlikeList(Response):
    """The few that are most alike; there is never a second page."""

    items: list[AlikeView]
    next: None = None

    @classmethod
    def of(cls, found: Iterable[Alike]) -> Self:
        """The domain's form as it is sent."""
        return cls(items=[AlikeView.of(each) for each in found])

"""What the schemas of all kinds of card are made of."""

from collections.abc import Iterable
from typing import Annotated, Any, Self, TypeVar

from pydantic import AfterValidator, BaseModel, Field, StringConstraints

from chalicelib.crm.model.cards import Card, Record
from portal.cards import CardKind, CardRef
from portal.errors import InvalidError
from portal.principals import Principal
from portal.wire import (
    CardView,
    Email,
    Id,
    Instant,
    MoneyBody,
    MoneyView,
    Phone,
    Prose,
    Request,
    Response,
)

T = TypeVar("T")

MAX_LISTED = 20

FOLDERS = {
    CardKind.CONTACT: "contacts",
    CardKind.COMPANY: "companies",
    CardKind.LEAD: "leads",
    CardKind.DEAL: "deals",
}
"""Where the cards of each kind are found under ``/api/crm``."""


def _distinct(values: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


# A page of a hundred cards has to fit into the 6 MB that Lambda answers with.
Description = Annotated[Prose, StringConstraints(max_length=10_000)]
Emails = Annotated[tuple[Email, ...], Field(max_length=MAX_LISTED), AfterValidator(_distinct)]
Phones = Annotated[tuple[Phone, ...], Field(max_length=MAX_LISTED), AfterValidator(_distinct)]
Contacts = Annotated[tuple[Id, ...], Field(max_length=MAX_LISTED), AfterValidator(_distinct)]
Participants = Annotated[frozenset[Id], Field(max_length=MAX_LISTED)]


def values_of(body: BaseModel) -> dict[str, Any]:
    """The fields that were sent, as the domain has them."""
    return {name: _to_domain(getattr(body, name)) for name in body.model_fields_set}


OwnValue = str | bool | list[str] | MoneyView
"""The value of an own field; a number and a date are text, a person, a file and an option of a list are ids."""


class RecordView(Response):
    """A card; what is the company's own is null for a client.

    One that was `merged_into` another has gone into that; with `erased_at` its person's data are gone.
    """

    id: str
    owner_id: str | None
    owner_name: str | None
    participant_ids: list[str] | None
    description: str | None
    own: dict[str, OwnValue] | None
    merged_into: str | None
    former_ids: list[str] | None
    created_at: Instant
    updated_at: Instant
    erased_at: Instant | None


def common_fields(record: Record, caller: Principal) -> dict[str, Any]:
    """The values of `RecordView` but the description, as the caller may see them."""
    values = {
        name: getattr(record, name) for name in ("id", "created_at", "updated_at", "erased_at")
    }
    return values | internal(
        caller,
        owner_id=record.owner.id,
        owner_name=record.owner.name,
        participant_ids=sorted(record.participant_ids),
        own=record.own,
        merged_into=record.merged and record.merged.into,
        former_ids=list(record.former_ids),
    )


def internal(caller: Principal, **values: Any) -> dict[str, Any]:  # noqa: ANN401  # fields of any type
    """The values for the company's people, and null for each to a client."""
    return values if caller.is_staff else dict.fromkeys(values)


class AccessQuery(Request):
    """Cards in their text form, parted by commas."""

    cards: Annotated[str, StringConstraints(min_length=1, max_length=1000)]

    def to_refs(self) -> list[CardRef]:
        """The domain's form.

        Raises:
            InvalidError: a card is none, or there are too many.
        """
        parts = self.cards.split(",")
        if len(parts) > MAX_LISTED:
            raise InvalidError.at("?cards", f"Name at most {MAX_LISTED} cards at a time.")
        return [CardRef.parse(part, "?cards") for part in parts]


class CardAccess(Response):
    """A card that the caller may see, and who else may; to a client nobody is named but himself."""

    card: CardView
    title: str
    owner_id: str | None
    participant_ids: list[str] | None
    audience: list[str]
    contact_ids: list[str]

    @classmethod
    def of(cls, card: Card, caller: Principal) -> Self:
        """The domain's form, as the caller may see it."""
        team = {"owner_id": card.owner_id, "participant_ids": sorted(card.participant_ids)}
        audience = card.audience if caller.is_staff else card.audience & caller.grants
        mine = (i for i in card.contact_ids if caller.is_staff or i == caller.contact_id)
        return cls(
            card=CardView(kind=card.kind, id=card.id),
            title=card.title,
            audience=sorted(audience),
            contact_ids=list(mine),
            **internal(caller, **team),
        )


class AccessList(Response):
    """All of the cards asked for that the caller may see; there is never a second page."""

    items: list[CardAccess]
    next: None = None

    @classmethod
    def of(cls, cards: Iterable[Card], caller: Principal) -> Self:
        """The domain's form, as the caller may see it."""
        return cls(items=[CardAccess.of(card, caller) for card in cards])


def _to_domain(value: Any) -> Any:  # noqa: ANN401  # a field of any type
    return value.to_money() if isinstance(value, MoneyBody) else value

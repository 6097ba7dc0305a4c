"""The pieces of every feature's schemas: strict requests, plain responses, and their common types."""

from decimal import Decimal
from typing import Annotated, Any, ClassVar, Generic, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from portal.cards import CardKind, CardRef
from portal.clock import to_wire
from portal.ids import is_id
from portal.money import Money
from portal.paging import DEFAULT_LIMIT, MAX_LIMIT, Page, PageRequest
from portal.texts import normalise_email, normalise_phone, require_line, require_prose

T = TypeVar("T")


def _require_id(text: str) -> str:
    if not is_id(text):
        raise ValueError("This is no id. Ids have 26 letters and digits.")
    return text


def _whole_kopecks(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"))


def _refuse_floats(value: object) -> object:
    if isinstance(value, float):
        raise ValueError('Write the amount as text, for example "120000.00".')  # noqa: TRY004  # pydantic reports ValueError at its field
    return value


Id = Annotated[
    str,
    AfterValidator(_require_id),
    WithJsonSchema({"type": "string", "pattern": "^[0-9A-HJKMNP-TV-Z]{26}$"}),
]
Line = Annotated[str, StringConstraints(max_length=200), AfterValidator(require_line)]
Prose = Annotated[str, StringConstraints(max_length=50_000), AfterValidator(require_prose)]
Email = Annotated[
    str,
    StringConstraints(max_length=254),
    AfterValidator(normalise_email),
    WithJsonSchema({"type": "string", "format": "email"}),
]
Phone = Annotated[
    str,
    StringConstraints(max_length=40),
    AfterValidator(normalise_phone),
    WithJsonSchema({"type": "string", "description": "E.164"}),
]
Instant = Annotated[
    AwareDatetime,
    PlainSerializer(to_wire, when_used="json"),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
Currency = Annotated[str, StringConstraints(pattern="^[A-Z]{3}$")]
Amount = Annotated[
    Decimal,
    BeforeValidator(_refuse_floats),
    Field(max_digits=15, decimal_places=2),
    AfterValidator(_whole_kopecks),
    PlainSerializer(str, when_used="json"),
    WithJsonSchema(
        {"type": "string", "pattern": r"^-?\d{1,13}(\.\d{1,2})?$", "examples": ["120000.00"]}
    ),
]


class Request(BaseModel):
    """A body or a query that a person sends: an unknown field is an error, not a silence."""

    # A cold start makes only the validators that its first request uses.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Patch(Request):
    """A body whose fields all may be left out; a field left out stays as it is."""

    emptied_by_null: ClassVar[frozenset[str]] = frozenset()

    @model_validator(mode="after")
    def _refuse_nulls(self) -> Self:
        for name in self.model_fields_set - self.emptied_by_null:
            if getattr(self, name) is None:
                raise ValueError(f"{name} cannot be empty. Leave it out to keep it as it is.")
        return self

    def sent(self) -> dict[str, Any]:
        """The fields that were sent, as the domain has them."""
        return {name: getattr(self, name) for name in self.model_fields_set}


class Response(BaseModel):
    """What a person is sent."""

    model_config = ConfigDict(frozen=True, from_attributes=True, defer_build=True)


class PageQuery(Request):
    """The query of every list."""

    limit: Annotated[int, Field(ge=1, le=MAX_LIMIT)] = DEFAULT_LIMIT
    cursor: Annotated[str, StringConstraints(max_length=2000)] | None = None

    def page(self) -> PageRequest:
        """The page asked for."""
        return PageRequest(self.limit, self.cursor)


class PageView(Response, Generic[T]):
    """Every list: the records of one page, and the cursor of the next."""

    items: list[T]
    next: str | None

    @classmethod
    def of(cls, page: Page[T]) -> "PageView[T]":
        """The page as it is sent."""
        return cls(items=list(page.items), next=page.next)


class Card(Request):
    """A card, named from a request about something else."""

    kind: CardKind
    id: Id

    def to_ref(self) -> CardRef:
        """The domain's form."""
        return CardRef(self.kind, self.id)


class CardView(Response):
    """A reference to a card."""

    kind: CardKind
    id: str


class MoneyBody(Request):
    """An amount with its currency, ``{"amount": "120000.00", "currency": "RUB"}``."""

    amount: Amount
    currency: Currency = "RUB"

    def to_money(self) -> Money:
        """The domain's form."""
        return Money(self.amount, self.currency)


class MoneyView(Response):
    """An amount with its currency."""

    amount: Amount
    currency: str


class Health(Response):
    """Whether a feature can do its work."""

    status: Literal["ok"] = "ok"

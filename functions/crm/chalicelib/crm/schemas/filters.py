"""Filters of lists over HTTP: several values of one parameter are parted by commas."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Field,
    WithJsonSchema,
    model_validator,
)

from chalicelib.crm.model.cards import OWN
from chalicelib.crm.model.filters import Ask, Bound, Condition
from chalicelib.crm.model.leads import LeadStatus
from chalicelib.crm.model.pipelines import StageKind
from chalicelib.crm.model.words import plain_words
from portal.clock import to_wire
from portal.ids import is_id
from portal.principals import Principal
from portal.wire import Amount, Currency, Id, Instant, Line, Request

MOST_VALUES, MOST_OWN = 30, 10
ME = "me"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _parted(value: object) -> object:
    return [each for each in value.split(",") if each] if isinstance(value, str) else value


def _read(value: object) -> object:
    try:
        return json.loads(value) if isinstance(value, str) else value
    except ValueError as error:
        raise ValueError("Write conditions as a list in JSON.") from error


def _require_ids(texts: tuple[str, ...], but: str = "") -> tuple[str, ...]:
    if not all(is_id(text) or text == but for text in texts):
        raise ValueError("These are no ids. Ids have 26 letters and digits.")
    return texts


_Commas = BeforeValidator(_parted)
_FromJson = BeforeValidator(_read)
_Several = Field(min_length=1, max_length=MOST_VALUES)
_Text = WithJsonSchema({"type": "string"})

Owners = Annotated[
    tuple[str, ...], _Commas, _Several, AfterValidator(partial(_require_ids, but=ME)), _Text
]
Ids = Annotated[tuple[str, ...], _Commas, _Several, AfterValidator(_require_ids), _Text]
Statuses = Annotated[tuple[LeadStatus, ...], _Commas, _Several, _Text]
StageKinds = Annotated[tuple[StageKind, ...], _Commas, _Several, _Text]


class OwnCondition(Request):
    """What an own field has to be: one of `values`, with their words, between `low` and `high`, empty or filled.

    A number and a day are text. Options, persons, and yes or no are one of; other texts are asked for by words, which
    are looked for in their first 200 letters.
    """

    field: Id
    test: Ask
    values: Annotated[tuple[Line, ...], Field(max_length=MOST_VALUES)] = ()
    low: Annotated[str, Field(max_length=40)] | None = None
    high: Annotated[str, Field(max_length=40)] | None = None

    def to_condition(self) -> Condition:
        """The domain's form."""
        values = self.values
        if self.test is Ask.WORDS:
            values = tuple(plain_words(" ".join(values)))
        low, high = _bound(self.low), _bound(self.high)
        return Condition(f"{OWN}{self.field}", self.test, values, low, high)

    @model_validator(mode="after")
    def _require_sense(self) -> Self:
        needs_values = self.test in {Ask.ONE_OF, Ask.WORDS}
        if needs_values and not self.to_condition().values:
            raise ValueError("Name at least one value.")
        if self.test is Ask.RANGE:
            bounds = {type(each) for each in (_bound(self.low), _bound(self.high)) if each}
            if self.low is None and self.high is None:
                raise ValueError("Name where the range begins, or where it ends.")
            if len(bounds) > 1:
                raise ValueError("Name two numbers, or two days.")
        return self


class FilterQuery(Request):
    """Which cards of any kind; a range of instants holds both its ends.

    `owner_id` may name the caller as `me`. `own` is JSON: a list of conditions on own fields.
    """

    owner_id: Owners | None = None
    department_id: Ids | None = None
    created_from: Instant | None = None
    created_to: Instant | None = None
    updated_from: Instant | None = None
    updated_to: Instant | None = None
    own: (
        Annotated[tuple[OwnCondition, ...], _FromJson, Field(max_length=MOST_OWN), _Text] | None
    ) = None

    def owners(self, caller: Principal) -> tuple[str, ...]:
        """Whose cards; none where all are asked for."""
        named = (caller.id if each == ME else each for each in self.owner_id or ())
        return tuple(dict.fromkeys(named))

    def owner(self, caller: Principal) -> str | None:
        """The single owner, if it is one."""
        owners = self.owners(caller)
        return owners[0] if len(owners) == 1 else None

    def conditions(self, caller: Principal) -> tuple[Condition, ...]:
        """Everything that is asked but for one single owner, for whom the lists have shelves without facets."""
        return tuple(self._conditions(caller))

    def _conditions(self, caller: Principal) -> Iterator[Condition]:
        owners = self.owners(caller)
        yield from one_of("owner", owners if len(owners) > 1 else ())
        yield from one_of("departments", self.department_id)
        yield from between("created", self.created_from, self.created_to)
        yield from between("updated", self.updated_from, self.updated_to)
        yield from (each.to_condition() for each in self.own or ())


class CompanyFilter(BaseModel):
    """What contacts and deals are asked for beyond other cards."""

    company_id: Id | None = None


class LeadFilter(BaseModel):
    """What leads are asked for beyond other cards."""

    status: Statuses | None = None


class DealFilters(CompanyFilter):
    """What deals are asked for beyond other cards; amounts are compared as numbers, whatever their currency."""

    contact_id: Id | None = None
    stage_kind: StageKinds | None = None
    closed_from: Instant | None = None
    closed_to: Instant | None = None
    since_from: Instant | None = None
    since_to: Instant | None = None
    amount_from: Amount | None = None
    amount_to: Amount | None = None
    currency: Currency | None = None

    def deal_conditions(self) -> Iterator[Condition]:
        """The domain's form."""
        yield from one_of("company", (self.company_id,) if self.company_id else ())
        yield from one_of("contacts", (self.contact_id,) if self.contact_id else ())
        yield from one_of("kind", self.stage_kind)
        yield from between("closed", self.closed_from, self.closed_to)
        yield from between("since", self.since_from, self.since_to)
        yield from one_of("currency", (self.currency,) if self.currency else ())
        if self.amount_from is not None or self.amount_to is not None:
            yield Condition("amount", Ask.RANGE, low=self.amount_from, high=self.amount_to)


def one_of(facet: str, values: tuple[Any, ...] | None) -> Iterator[Condition]:
    """That a facet is one of the values, where there are any."""
    if values:
        yield Condition(facet, Ask.ONE_OF, tuple(map(str, values)))


def between(facet: str, low: Instant | None, high: Instant | None) -> Iterator[Condition]:
    """That an instant lies in a range, where there is one."""
    begun, ended = (to_wire(end) if end else None for end in (low, high))
    if begun or ended:
        yield Condition(facet, Ask.RANGE, low=begun, high=ended)


def _bound(text: str | None) -> Bound:
    if text is None or _DAY.fullmatch(text):
        return text
    try:
        number = Decimal(text)
    except InvalidOperation as error:
        raise ValueError("Name numbers, or days as 2026-01-31.") from error
    if not number.is_finite():
        raise ValueError("Name numbers, or days as 2026-01-31.")
    return number

"""Filters of lists over HTTP: several values of one parameter are parted by commas."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Field,
    WithJsonSchema,
)

from chalicelib.crm.model.filters import Ask, Condition
from chalicelib.crm.model.leads import LeadStatus
from chalicelib.crm.model.passing import NO_STEP
from chalicelib.crm.model.pipelines import StageKind
from chalicelib.crm.model.words import plain_words
from chalicelib.crm.schemas.own_filters import MOST_VALUES, FromJson, OwnCondition
from portal.clock import to_wire
from portal.ids import is_id
from portal.principals import Principal
from portal.wire import Amount, Currency, Instant, Line, Request

MOST_OWN = 10
ME = "me"


def _parted(value: object) -> object:
    return [each for each in value.split(",") if each] if isinstance(value, str) else value


def _require_ids(texts: tuple[str, ...], but: str = "") -> tuple[str, ...]:
    if not all(is_id(text) or text == but for text in texts):
        raise ValueError("These are no ids. Ids have 26 letters and digits.")
    return texts


_Commas = BeforeValidator(_parted)
_Several = Field(min_length=1, max_length=MOST_VALUES)
_Text = WithJsonSchema({"type": "string"})

Owners = Annotated[
    tuple[str, ...], _Commas, _Several, AfterValidator(partial(_require_ids, but=ME)), _Text
]
Ids = Annotated[tuple[str, ...], _Commas, _Several, AfterValidator(_require_ids), _Text]
Statuses = Annotated[tuple[LeadStatus, ...], _Commas, _Several, _Text]
StageKinds = Annotated[tuple[StageKind, ...], _Commas, _Several, _Text]


Reasons = Annotated[tuple[Line, ...], FromJson, _Several, _Text]
Currencies = Annotated[tuple[Currency, ...], _Commas, _Several, _Text]


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
    own: Annotated[tuple[OwnCondition, ...], FromJson, Field(max_length=MOST_OWN), _Text] | None = (
        None
    )

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

    company_id: Ids | None = None


class WaitingFilter(BaseModel):
    """What deals and leads are asked for by what they wait for; with `stepless`, open deals without a next step.

    `waiting` are those whose client waits for an answer, `answer_to` those that he should have got by then.
    """

    step_from: Instant | None = None
    step_to: Instant | None = None
    stepless: bool | None = None
    waiting: bool | None = None
    answer_to: Instant | None = None

    def waiting_conditions(self) -> Iterator[Condition]:
        """The domain's form."""
        if self.stepless:
            yield Condition("step", Ask.RANGE, low=NO_STEP, high=NO_STEP)
        yield from _since_ever("step", self.step_from, self.step_to)
        yield from _since_ever("answer", None, self.answer_to)
        if self.waiting:
            yield Condition("answer", Ask.FILLED)


class LeadFilter(WaitingFilter):
    """What leads are asked for beyond other cards; a source by the beginnings of its words."""

    status: Statuses | None = None
    source: Line | None = None

    def lead_conditions(self) -> Iterator[Condition]:
        """The domain's form."""
        yield from one_of("status", self.status)
        yield from self.waiting_conditions()
        if self.source and (words := plain_words(self.source)):
            yield Condition("source", Ask.WORDS, tuple(words))


class DealFilters(CompanyFilter, WaitingFilter):
    """What deals are asked for beyond other cards; amounts are compared as numbers, whatever their currency.

    `lost_reason` is JSON: a list of reasons.
    """

    contact_id: Ids | None = None
    stage_kind: StageKinds | None = None
    closed_from: Instant | None = None
    closed_to: Instant | None = None
    since_from: Instant | None = None
    since_to: Instant | None = None
    amount_from: Amount | None = None
    amount_to: Amount | None = None
    currency: Currencies | None = None
    lost_reason: Reasons | None = None

    def deal_conditions(self) -> Iterator[Condition]:
        """The domain's form."""
        yield from one_of("company", self.company_id)
        yield from one_of("contacts", self.contact_id)
        yield from one_of("kind", self.stage_kind)
        yield from between("closed", self.closed_from, self.closed_to)
        yield from between("since", self.since_from, self.since_to)
        yield from one_of("currency", self.currency)
        yield from one_of("reason", self.lost_reason)
        yield from self.waiting_conditions()
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


def _since_ever(facet: str, low: Instant | None, high: Instant | None) -> Iterator[Condition]:
    """That there is an instant, in a range where there is one; what stands for none comes before all."""
    for condition in between(facet, low, high):
        yield replace(condition, low=condition.low or "0")

"""The head of a board over HTTP."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Self

from pydantic import PlainSerializer, WithJsonSchema

from chalicelib.crm.model.filters import Condition
from chalicelib.crm.model.tallies import StageTally
from chalicelib.crm.schemas.filters import DealFilters, FilterQuery
from portal.principals import Principal
from portal.wire import Response


class TallyQuery(FilterQuery, DealFilters):
    """Which deals of those that the caller may see."""

    def all_conditions(self, caller: Principal) -> tuple[Condition, ...]:
        """Everything that is asked but for one single owner."""
        return (*self.conditions(caller), *self.deal_conditions())


class SumView(Response):
    """The sum of amounts in one currency; it may be larger than any one amount."""

    amount: Annotated[
        Decimal,
        PlainSerializer(str, when_used="json"),
        WithJsonSchema({"type": "string", "examples": ["1200000.00"]}),
    ]
    currency: str


class StageTallyView(Response):
    """How many deals the caller may see in a stage, and what they come to in each currency.

    With `more` these are those that were looked at, and there may be others.
    """

    stage_id: str
    count: int
    sums: list[SumView]
    more: bool


class Tally(Response):
    """Every stage of a pipeline in its order; there is never a second page."""

    items: list[StageTallyView]
    next: None = None

    @classmethod
    def of(cls, tallies: Iterable[StageTally]) -> Self:
        """The domain's form as it is sent."""
        return cls(items=[StageTallyView.model_validate(tally) for tally in tallies])

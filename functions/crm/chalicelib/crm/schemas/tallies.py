"""The head of a board over HTTP."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Self

from pydantic import PlainSerializer, WithJsonSchema

from chalicelib.crm.model.tallies import StageTally
from portal.wire import Id, Request, Response


class TallyQuery(Request):
    """Whose deals; without an owner, of all that the caller may see."""

    owner_id: Id | None = None


class SumView(Response):
    """The sum of amounts in one currency; it may be larger than any one amount."""

    amount: Annotated[
        Decimal,
        PlainSerializer(str, when_used="json"),
        WithJsonSchema({"type": "string", "examples": ["1200000.00"]}),
    ]
    currency: str


class StageTallyView(Response):
    """How many deals the caller may see in a stage, and what they come to in each currency."""

    stage_id: str
    count: int
    sums: list[SumView]


class Tally(Response):
    """Every stage of a pipeline in its order; there is never a second page."""

    items: list[StageTallyView]
    next: None = None

    @classmethod
    def of(cls, tallies: Iterable[StageTally]) -> Self:
        """The domain's form as it is sent."""
        return cls(items=[StageTallyView.model_validate(tally) for tally in tallies])

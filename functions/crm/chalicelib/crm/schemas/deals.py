"""Deals and their stage log over HTTP."""

from datetime import date
from typing import Annotated, Any, Self

from pydantic import AfterValidator, model_validator

from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.pipelines import StageKind
from chalicelib.crm.model.sorting import Sort
from chalicelib.crm.schemas.cards import (
    Contacts,
    Description,
    Participants,
    RecordView,
    common_fields,
    internal,
    values_of,
)
from chalicelib.crm.schemas.fields import NewOwn, OwnBody
from chalicelib.crm.schemas.filters import DealFilters, FilterQuery, Ids
from chalicelib.crm.service.deals import DealFilter, Move
from portal.principals import Principal
from portal.wire import (
    Id,
    Instant,
    Line,
    MoneyBody,
    MoneyView,
    PageQuery,
    Patch,
    Request,
)


def _require_price(money: MoneyBody) -> MoneyBody:
    if money.amount < 0:
        raise ValueError("The amount of a deal cannot be less than zero.")
    return money


Price = Annotated[MoneyBody, AfterValidator(_require_price)]


class NewDeal(Request):
    """A deal to add; without a stage it begins in the first of its pipeline, or of the first pipeline."""

    title: Line
    pipeline_id: Id | None = None
    stage_id: Id | None = None
    contact_ids: Contacts = ()
    company_id: Id | None = None
    amount: Price | None = None
    description: Description | None = None
    lost_reason: Line | None = None
    owner_id: Id | None = None
    participant_ids: Participants = frozenset()
    own: NewOwn
    own_later: bool = False

    def to_values(self) -> dict[str, Any]:
        """The domain's form."""
        return values_of(self)


class DealPatch(Patch):
    """The fields of a deal to change; null empties what can be empty. Stages have a route of their own."""

    emptied_by_null = frozenset({"company_id", "amount", "description"})

    title: Line | None = None
    contact_ids: Contacts | None = None
    company_id: Id | None = None
    amount: Price | None = None
    description: Description | None = None
    owner_id: Id | None = None
    participant_ids: Participants | None = None
    own: OwnBody | None = None

    def to_values(self) -> dict[str, Any]:
        """The domain's form."""
        return values_of(self)


class DealQuery(FilterQuery, PageQuery, DealFilters):
    """Which deals; a stage alone implies its pipeline, and several are all of one pipeline."""

    pipeline_id: Id | None = None
    stage_id: Ids | None = None
    sort: Sort | None = None

    def to_filter(self, caller: Principal) -> DealFilter:
        """The domain's form."""
        return DealFilter(
            self.pipeline_id,
            self.stage_id or (),
            self.owner(caller),
            self.sort,
            (*self.conditions(caller), *self.deal_conditions()),
        )


class StageChange(Request):
    """A stage of any pipeline, or a pipeline alone for its beginning; and why.

    A deal is lost for a `reason` that its pipeline knows; `note` says more in free words.
    """

    stage_id: Id | None = None
    pipeline_id: Id | None = None
    reason: Line | None = None
    note: Line | None = None

    def to_move(self) -> Move:
        """The domain's form."""
        return Move(self.stage_id, self.pipeline_id, self.reason, self.note)

    @model_validator(mode="after")
    def _require_where(self) -> Self:
        if not (self.stage_id or self.pipeline_id):
            raise ValueError("Name a stage, or a pipeline for its beginning.")
        return self


class DealView(RecordView):
    """A deal; `stage_kind` says whether it goes on, and `closed_at` since when it does not.

    The round of a service contract says of which, which one it is, and on which day it is due.
    """

    title: str
    pipeline_id: str
    stage_id: str
    stage_kind: StageKind
    stage_since: Instant
    open: bool
    closed_at: Instant | None
    contact_ids: list[str] | None
    company_id: str | None
    amount: MoneyView | None
    lost_reason: str | None
    lost_note: str | None
    round: int | None
    contract_id: str | None
    due_on: date | None

    @classmethod
    def of(cls, deal: Deal, caller: Principal) -> Self:
        """The deal as the caller may see it."""
        own = internal(
            caller,
            description=deal.description,
            contact_ids=list(deal.contact_ids),
            company_id=deal.company_id,
            lost_reason=deal.lost_reason,
            lost_note=deal.lost_note,
            contract_id=deal.contract_id,
        )
        return cls(
            **common_fields(deal, caller),
            **own,
            title=deal.title,
            pipeline_id=deal.pipeline_id,
            stage_id=deal.stage_id,
            stage_kind=deal.stage_kind,
            stage_since=deal.stage_since,
            open=deal.open,
            closed_at=deal.closed_at,
            round=deal.round,
            due_on=deal.due_on,
            amount=MoneyView.model_validate(deal.amount) if deal.amount else None,
        )

"""Deals, their stages, and their stage log."""

from http import HTTPStatus

from chalicelib.crm.model.deals import Deal
from chalicelib.crm.schemas.deals import (
    DealPatch,
    DealQuery,
    DealView,
    NewDeal,
    StageChange,
)
from chalicelib.crm.schemas.pipelines import PipelineView
from chalicelib.crm.schemas.progress import ProgressView
from chalicelib.crm.schemas.stages import StageMoveView, StageTimesView
from chalicelib.crm.service.cards import Caller
from chalicelib.crm.service.crm import Crm
from portal.principals import Principal
from portal.routes import SIGNED_IN, STAFF, Answer, Request, Routes
from portal.wire import PageQuery, PageView

routes = Routes("crm")


@routes.get("/deals", SIGNED_IN)
def deals(crm: Crm, caller: Principal, query: DealQuery) -> PageView[DealView]:
    """The deals that the caller may see: as sorted, or newest first, by stage where a filter is given."""
    page = crm.deals.page(caller, query.to_filter(caller), query.page())
    return PageView.of(page.map(lambda deal: DealView.of(deal, caller)))


@routes.post("/deals", STAFF)
def add_deal(crm: Crm, caller: Principal, body: NewDeal, request: Request) -> Answer[DealView]:
    """Add a deal."""
    deal = crm.deals.add(Caller(caller, request.authorization or ""), body.to_values())
    return Answer(DealView.of(deal, caller), f"/api/crm/deals/{deal.id}", deal.version)


@routes.get("/deals/{card_id}", SIGNED_IN)
def deal(crm: Crm, caller: Principal, card_id: str) -> Answer[DealView]:
    """One deal."""
    found = crm.book.find(caller, Deal, card_id)
    return Answer(DealView.of(found, caller), version=found.version)


@routes.patch("/deals/{card_id}", STAFF)
def change_deal(
    crm: Crm, caller: Principal, card_id: str, body: DealPatch, request: Request
) -> Answer[DealView]:
    """Change a deal."""
    changed = crm.deals.change(
        Caller(caller, request.authorization or ""),
        card_id,
        body.to_values(),
        request.if_match,
    )
    return Answer(DealView.of(changed, caller), version=changed.version)


@routes.post("/deals/{card_id}/stage", STAFF, HTTPStatus.OK)
def move_deal(
    crm: Crm, caller: Principal, card_id: str, body: StageChange, request: Request
) -> Answer[DealView]:
    """Bring a deal into another stage, of its own pipeline or of another."""
    moved = crm.deals.move(caller, card_id, body.to_move(), request.if_match)
    return Answer(DealView.of(moved, caller), version=moved.version)


@routes.get("/deals/{card_id}/progress", SIGNED_IN)
def deal_progress(crm: Crm, caller: Principal, card_id: str) -> ProgressView:
    """How far a deal has come, and who looks after it."""
    return ProgressView.of(*crm.deals.progress(caller, card_id))


@routes.get("/deals/{card_id}/pipeline", STAFF)
def deal_pipeline(crm: Crm, caller: Principal, card_id: str) -> PipelineView:
    """The pipeline of a deal, which who takes part in the deal may see for its sake."""
    return PipelineView.model_validate(crm.deals.progress(caller, card_id)[1])


@routes.get("/deals/{card_id}/stages", STAFF)
def deal_stages(
    crm: Crm, caller: Principal, card_id: str, query: PageQuery
) -> PageView[StageMoveView]:
    """The stage log of a deal, the latest move first."""
    return PageView.of(crm.deals.stages(caller, card_id, query.page()).map(StageMoveView.of))


@routes.get("/deals/{card_id}/stage-times", STAFF)
def deal_stage_times(crm: Crm, caller: Principal, card_id: str) -> StageTimesView:
    """How long a deal has stood in each stage, whatever the length of its log."""
    return StageTimesView.of(*crm.deals.times(caller, card_id))

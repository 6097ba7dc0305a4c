"""Deals in their pipelines."""

from typing import Any

from chalicelib.crm.model.deals import Deal, StageMove, spent_in
from chalicelib.crm.model.filters import Ask, Condition
from chalicelib.crm.model.pipelines import Pipeline, StageKind
from chalicelib.crm.model.sorting import Sort
from chalicelib.crm.model.spots import Spot, emptied
from chalicelib.crm.model.stays import Spent, Times
from chalicelib.crm.service.beginning import deal_begun
from chalicelib.crm.service.cards import Caller, CardBook, Values, require_version
from chalicelib.crm.service.changes import Change, Selection
from chalicelib.crm.service.moves import Why, moved
from chalicelib.crm.service.pipelines import Pipelines, stage_of
from chalicelib.crm.service.ports import StageLog
from chalicelib.crm.service.pulse.ports import HoursBook
from portal.paging import Page, PageRequest
from portal.principals import Actor, Principal
from portal.values import dataclass

_MOST_OF_OLD = 100
"""How many moves of a deal are looked at that is older than the counting of its times."""


@dataclass(frozen=True)
class DealFilter:
    """Which deals of those the caller may see."""

    pipeline_id: str | None = None
    stage_ids: tuple[str, ...] = ()
    owner_id: str | None = None
    sort: Sort | None = None
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class Move:
    """Where a deal shall go: into a stage, or to the beginning of a pipeline; and why."""

    stage_id: str | None = None
    pipeline_id: str | None = None
    reason: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Deals:
    """What deals have beyond other cards: stages."""

    book: CardBook
    pipelines: Pipelines
    log: StageLog
    hours: HoursBook

    def page(self, principal: Principal, which: DealFilter, request: PageRequest) -> Page[Deal]:
        """The deals that the principal may see.

        Raises:
            InvalidError: the filter names no pipeline or stage of ours.
        """
        return self.book.page(principal, Deal, request, self.selection(principal, which))

    def selection(self, principal: Principal, which: DealFilter) -> Selection:
        """What the filter leaves of a list.

        Raises:
            InvalidError: as in `page`.
        """
        place, conditions = self._place(principal, which), which.conditions
        if len(which.stage_ids) > 1:
            conditions = (Condition("stage", Ask.ONE_OF, which.stage_ids), *conditions)
        return Selection(which.owner_id, place, which.sort, conditions)

    def add(self, caller: Caller, values: Values) -> Deal:
        """A new deal; without a stage, in the first open one of its pipeline or of the first pipeline.

        Raises:
            InvalidError, ConflictError: as in `CardBook.add`, and for a pipeline or stage that will not do.
        """
        given = dict(values)
        place = given.pop("pipeline_id", None), given.pop("stage_id", None)
        spot = self.spot(caller.principal, *place)
        reason = given.pop("lost_reason", None)
        spot.pipeline.require_reason(spot.stage, reason, "/lost_reason")
        if spot.stage.kind is StageKind.LOST:
            given["lost_reason"] = reason
        fields = self.book.prepared(caller, Deal.kind, {**given, **spot.fields})
        deal = Deal(**fields, stage_since=fields["created_at"])
        change = self.creation(caller.principal, spot.filled(deal), spot)
        return self.book.save(caller.principal, change)

    def spot(
        self,
        principal: Principal,
        pipeline_id: str | None,
        stage_id: str | None = None,
        prefix: str = "/",
    ) -> Spot:
        """Where a new deal begins; `prefix` is of the pointers in errors.

        Raises:
            InvalidError: there is no such pipeline or stage that the principal may see.
        """
        pipeline, stage = self.pipelines.find(principal, pipeline_id, stage_id, prefix)
        return Spot(pipeline, stage or pipeline.first_stage)

    def creation(
        self,
        principal: Principal,
        deal: Deal,
        spot: Spot | None = None,
        **more: Any,  # noqa: ANN401  # fields of Change
    ) -> Change[Deal]:
        """The change that brings a new deal, with the first line of its stage log."""
        return deal_begun(deal, Actor.of(principal), self.book.ids, spot, **more)

    def change(self, caller: Caller, deal_id: str, values: Values, if_match: int | None) -> Deal:
        """The deal with the changes, as `CardBook.change`.

        Raises:
            InvalidError: as there, and where a value would be emptied that the deal's stage requires.
        """
        if names := emptied(values):
            deal = self.book.find(caller.principal, Deal, deal_id)
            pipeline = self.pipelines.of_deal(deal.pipeline_id)
            Spot(pipeline, stage_of(pipeline, deal.stage_id)).require_kept(names)
        return self.book.change(caller, Deal, deal_id, values, if_match)

    def move(
        self, principal: Principal, deal_id: str, where: Move, if_match: int | None = None
    ) -> Deal:
        """The deal in another stage, of its own pipeline or another; where it stands there already, it is left alone.

        Raises:
            NotFoundError: there is none, or the principal may not see it.
            StaleVersionError: somebody saved after `if_match`.
            InvalidError: there is no such stage or pipeline that the principal may see, a field that the stage
                requires is empty, or a loss has no reason.
        """
        before = self.book.find(principal, Deal, deal_id)
        require_version(before, if_match)
        before.require_change({})
        spot = self._target(principal, before, where)
        if spot.stage.id == before.stage_id:
            return before
        spot.pipeline.require_reason(spot.stage, where.reason)
        spot.filled(before)
        now, hours = self.book.clock(), self.hours.hours()
        why = Why(Actor.of(principal), now, hours, where.reason, where.note)
        return self.book.save(principal, moved(before, spot, why, self.book.ids))

    def stages(self, principal: Principal, deal_id: str, request: PageRequest) -> Page[StageMove]:
        """The stage log of a deal, the latest move first.

        Raises:
            NotFoundError: there is no such deal, or the principal may not see it.
        """
        self.book.find(principal, Deal, deal_id)
        return self.log.moves(deal_id, request)

    def times(self, principal: Principal, deal_id: str) -> tuple[Times, Spent]:
        """The time of a deal in each stage where it has been, and that of its present stay.

        Raises:
            NotFoundError: there is no such deal, or the principal may not see it.
        """
        deal = self.book.find(principal, Deal, deal_id)
        now = Spent.between(deal.stage_since, self.book.clock(), self.hours.hours())
        if deal.spent is not None:
            return deal.spent, now
        return spent_in(self.log.moves(deal_id, PageRequest(_MOST_OF_OLD)).items), now

    def progress(self, principal: Principal, deal_id: str) -> tuple[Deal, Pipeline]:
        """A deal, and the pipeline that it goes through.

        Raises:
            NotFoundError: there is no such deal, or the principal may not see it.
        """
        deal = self.book.find(principal, Deal, deal_id)
        return deal, self.pipelines.of_deal(deal.pipeline_id)

    def _target(self, principal: Principal, deal: Deal, where: Move) -> Spot:
        home = self.pipelines.of_deal(deal.pipeline_id)
        if where.stage_id and where.pipeline_id in {None, home.id} and home.stage(where.stage_id):
            return Spot(home, stage_of(home, where.stage_id))
        return self.spot(principal, where.pipeline_id, where.stage_id)

    def _place(self, principal: Principal, which: DealFilter) -> str:
        if not (which.pipeline_id or which.stage_ids):
            return ""
        first, *others = which.stage_ids or (None,)
        pipeline, stage = self.pipelines.find(principal, which.pipeline_id, first, "?")
        for other in others:
            stage_of(pipeline, other or "", "?")
        return f"{pipeline.id}#{stage.id}#" if stage and not others else f"{pipeline.id}#"

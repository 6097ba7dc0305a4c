"""Deals in their pipelines."""

from dataclasses import dataclass
from typing import Any

from chalicelib.crm.events.cards import CardChanged, DealStageChanged
from chalicelib.crm.events.timeline import EntryAdded
from chalicelib.crm.model.deals import Deal, StageMove
from chalicelib.crm.model.pipelines import Pipeline, Stage
from chalicelib.crm.model.sorting import Sort
from chalicelib.crm.model.timeline import Entry, EntryKind, Source
from chalicelib.crm.service.cards import Caller, CardBook, Values, require_version
from chalicelib.crm.service.changes import Change
from chalicelib.crm.service.pipelines import Pipelines
from chalicelib.crm.service.ports import StageLog
from portal.paging import Page, PageRequest
from portal.principals import Actor, Principal


@dataclass(frozen=True)
class DealFilter:
    """Which deals of those the caller may see."""

    pipeline_id: str | None = None
    stage_id: str | None = None
    owner_id: str | None = None
    sort: Sort | None = None


@dataclass(frozen=True)
class Deals:
    """What deals have beyond other cards: stages."""

    book: CardBook
    pipelines: Pipelines
    log: StageLog

    def page(self, principal: Principal, which: DealFilter, request: PageRequest) -> Page[Deal]:
        """The deals that the principal may see.

        Raises:
            InvalidError: the filter names no pipeline or stage of ours.
        """
        return self.book.page(
            principal, Deal, request, which.owner_id, self._place(which), which.sort
        )

    def add(self, caller: Caller, values: Values) -> Deal:
        """A new deal; without a stage, in the first open one of its pipeline or of the first pipeline.

        Raises:
            InvalidError, ConflictError: as in `CardBook.add`, and for a pipeline or stage that will not do.
        """
        given = dict(values)
        place = self.placed(given.pop("pipeline_id", None), given.pop("stage_id", None))
        fields = self.book.prepared(caller, Deal.kind, {**given, **place})
        deal = Deal(**fields, stage_since=fields["created_at"])
        return self.book.save(caller.principal, self.creation(caller.principal, deal))

    def placed(
        self, pipeline_id: str | None, stage_id: str | None = None, prefix: str = "/"
    ) -> dict[str, Any]:
        """The fields that say where a new deal begins; `prefix` is of the pointers in errors.

        Raises:
            InvalidError: there is no such pipeline or stage.
        """
        pipeline, chosen = self.pipelines.find(pipeline_id, stage_id, prefix)
        stage = chosen or pipeline.first_stage
        return {"pipeline_id": pipeline.id, "stage_id": stage.id, "stage_kind": stage.kind}

    def creation(self, principal: Principal, deal: Deal, **more: Any) -> Change[Deal]:  # noqa: ANN401  # fields of Change
        """The change that brings a new deal, with the first line of its stage log."""
        move = StageMove.first(deal, self.book.ids(), Actor.of(principal))
        event = DealStageChanged(deal, move).to_event(self.book.ids())
        return self.book.creation(principal, deal, move=move, move_event=event, **more)

    def move(
        self,
        principal: Principal,
        deal_id: str,
        stage_id: str,
        reason: str | None,
        if_match: int | None,
    ) -> Deal:
        """The deal in another stage of its pipeline; where it stands there already, it is left alone.

        Raises:
            NotFoundError: there is none, or the principal may not see it.
            StaleVersionError: somebody saved after `if_match`.
            InvalidError: the stage is of another pipeline.
        """
        before = self.book.find(principal, Deal, deal_id)
        require_version(before, if_match)
        _, stage = self.pipelines.find(before.pipeline_id, stage_id)
        if stage is None or stage.id == before.stage_id:
            return before
        return self.book.save(principal, self._step(principal, before, stage, reason))

    def stages(self, principal: Principal, deal_id: str, request: PageRequest) -> Page[StageMove]:
        """The stage log of a deal, the latest move first.

        Raises:
            NotFoundError: there is no such deal, or the principal may not see it.
        """
        self.book.find(principal, Deal, deal_id)
        return self.log.moves(deal_id, request)

    def progress(self, principal: Principal, deal_id: str) -> tuple[Deal, Pipeline]:
        """A deal, and the pipeline that it goes through.

        Raises:
            NotFoundError: there is no such deal, or the principal may not see it.
        """
        deal = self.book.find(principal, Deal, deal_id)
        return deal, self.pipelines.find(deal.pipeline_id, None)[0]

    def _step(
        self, principal: Principal, before: Deal, stage: Stage, reason: str | None
    ) -> Change[Deal]:
        ids, actor = self.book.ids, Actor.of(principal)
        after = before.moved(stage, self.book.clock(), reason)
        move = StageMove.between(before, after, ids(), actor, reason)
        entry = _entry(move, stage)
        return Change(
            before,
            after,
            CardChanged.between(before, after).to_event(ids(), move.at, actor),
            entry=entry,
            entry_event=EntryAdded(entry, after.to_card()).to_event(ids(), move.at),
            move=move,
            move_event=DealStageChanged(after, move).to_event(ids()),
        )

    def _place(self, which: DealFilter) -> str:
        if not (which.pipeline_id or which.stage_id):
            return ""
        pipeline, stage = self.pipelines.find(which.pipeline_id, which.stage_id, "?")
        return f"{pipeline.id}#{stage.id}#" if stage else f"{pipeline.id}#"


def _entry(move: StageMove, stage: Stage) -> Entry:
    return Entry(
        id=move.id,
        kind=EntryKind.STAGE,
        at=move.at,
        direction=None,
        summary=stage.name,
        actor=move.actor,
        source=Source("crm", move.id),
        for_all_clients=True,
        note=move.reason,
    )

"""Deals follow what their pipeline has become: a page at a time, on the queue, however many there are."""

from collections.abc import Mapping
from dataclasses import replace

from chalicelib.crm.events.cards import CardChanged
from chalicelib.crm.events.pipelines import DealsDisplaced
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.pipelines import Pipeline, Stage
from chalicelib.crm.model.rearranging import Rearrangement
from chalicelib.crm.model.spots import Spot
from chalicelib.crm.model.stays import MoveCause
from chalicelib.crm.service.changes import Change, Listing
from chalicelib.crm.service.moves import Why, moved
from chalicelib.crm.service.ports import PipelineBook, Rearrangements, Records
from chalicelib.crm.service.pulse.ports import HoursBook
from portal.cards import CardKind
from portal.clock import Clock
from portal.errors import ConflictError
from portal.events import Event
from portal.ids import Ids
from portal.paging import PageRequest
from portal.principals import OWNER_GRANT, SYSTEM, Actor, Principal
from portal.values import dataclass

_PAGE = 20
_EVERYBODYS = frozenset({OWNER_GRANT})

Begun = tuple[Rearrangement, Event]


@dataclass(frozen=True)
class Rearranging:
    """Brings deals to what their pipelines say."""

    records: Records
    pipelines: PipelineBook
    book: Rearrangements
    hours: HoursBook
    clock: Clock
    ids: Ids

    def require_empty(self, pipeline: Pipeline, stage: Stage | None = None) -> None:
        """Lets go what no deal stands in.

        Raises:
            ConflictError: a deal stands there.
        """
        place = f"{pipeline.id}#{stage.id}#" if stage else f"{pipeline.id}#"
        listing = Listing(CardKind.DEAL, _EVERYBODYS, place=place)
        if self.records.records(Deal, listing, PageRequest(1)).items:
            name = (stage or pipeline).name
            raise ConflictError(f"Deals stand in {name}. Say into which stage they go.")

    def begun(
        self, owner: Principal, before: Pipeline, after: Pipeline, moves: Mapping[str, str]
    ) -> list[Begun]:
        """What has to be stored with a changed pipeline, so that its deals follow."""
        works = [self._work(owner, after, stage, into) for stage, into in moves.items()]
        if {*before.department_ids} != {*after.department_ids}:
            works.append(self._work(owner, after))
        return works

    def emptied(self, owner: Principal, pipeline: Pipeline, into: str) -> Begun:
        """What has to be stored with the removal of a pipeline."""
        return self._work(owner, pipeline, None, into)

    def carry_on(self, work_id: str, step: int) -> None:
        """Does the next page, unless it was done.

        Raises:
            ConflictError: somebody changes the same deals at this moment.
        """
        work = self.book.rearrangement(work_id)
        if work is None or work.step != step:
            return
        listing = Listing(CardKind.DEAL, _EVERYBODYS, place=work.place)
        page = self.records.records(Deal, listing, PageRequest(_PAGE, work.cursor))
        pipelines = self.pipelines.pipelines()
        why = self._why(work)
        changed = sum(self._arrange(work, deal.id, pipelines, why) for deal in page.items)
        left = work.after(changed, page.next)
        if left is None:
            self.book.end_rearrangement(work)
        else:
            self.book.save_rearrangement(left, self._event(left))

    def _arrange(
        self, work: Rearrangement, deal_id: str, pipelines: list[Pipeline], why: Why
    ) -> bool:
        deal = self.records.record(Deal, deal_id)
        if deal is None or deal.pipeline_id != work.pipeline_id:
            return False
        change = self._change(work, deal, pipelines, why)
        if change:
            self.records.save(change)
        return change is not None

    def _change(
        self, work: Rearrangement, deal: Deal, pipelines: list[Pipeline], why: Why
    ) -> Change[Deal] | None:
        if work.into and work.stage_id in {None, deal.stage_id}:
            spot = _spot(pipelines, work.into)
            return moved(deal, spot, why, self.ids) if spot else None
        home = next((each for each in pipelines if each.id == deal.pipeline_id), None)
        if home is None or deal.pipeline_departments == {*home.department_ids}:
            return None
        now = self.clock()
        after = replace(deal, pipeline_departments=frozenset(home.department_ids), updated_at=now)
        event = CardChanged.between(deal, after).to_event(self.ids(), now, SYSTEM)
        return Change(deal, after, event)

    def _why(self, work: Rearrangement) -> Why:
        cause = MoveCause.STAGE_REMOVED if work.stage_id else MoveCause.PIPELINE_REMOVED
        return Why(work.actor, self.clock(), self.hours.hours(), cause=cause)

    def _work(
        self,
        owner: Principal,
        pipeline: Pipeline,
        stage_id: str | None = None,
        into: str | None = None,
    ) -> Begun:
        work = Rearrangement(self.ids(), pipeline.id, Actor.of(owner), stage_id, into)
        return work, self._event(work)

    def _event(self, work: Rearrangement) -> Event:
        return DealsDisplaced(work).to_event(self.ids(), self.clock())


def _spot(pipelines: list[Pipeline], stage_id: str) -> Spot | None:
    found = ((pipeline, pipeline.stage(stage_id)) for pipeline in pipelines)
    return next((Spot(pipeline, stage) for pipeline, stage in found if stage), None)

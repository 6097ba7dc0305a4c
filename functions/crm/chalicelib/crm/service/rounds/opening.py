"""Each minute: the deals of rounds are opened that are due."""

from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.pipelines import Pipeline, StageKind
from chalicelib.crm.model.rounds import Round, Schedule
from chalicelib.crm.model.spots import Spot
from chalicelib.crm.service.beginning import deal_begun
from chalicelib.crm.service.ports import PipelineBook, Records
from chalicelib.crm.service.pulse.ports import HoursBook
from chalicelib.crm.service.rounds.ports import Schedules
from portal.clock import Clock
from portal.due import do_each
from portal.ids import Ids
from portal.paging import PageRequest
from portal.principals import SYSTEM
from portal.values import dataclass

PAGE = 25


@dataclass(frozen=True)
class Opening:
    """Opens rounds.

    The deal of a round has an id that its schedule has chosen beforehand, and the schedule goes on after the deal is
    stored: whatever breaks between, the next tick finds the deal and goes on. Of several rounds that an outage left
    behind, each tick opens one.
    """

    schedules: Schedules
    records: Records
    lines: PipelineBook
    hours: HoursBook
    clock: Clock
    ids: Ids

    def tick(self) -> None:
        """Opens what is due.

        Raises:
            LeftDueError: after all the others were tried.
        """
        do_each(self.schedules.due(self.clock(), PageRequest(PAGE)).items, self._open)

    def _open(self, deal_id: str) -> None:
        schedule, hours = self.schedules.schedule(deal_id), self.hours.hours()
        opens_at = schedule.opens_at(hours) if schedule else None
        day = schedule.next_on if schedule else None
        if schedule is None or opens_at is None or day is None:
            return
        contract = self.records.record(Deal, deal_id)
        if contract is None or contract.merged or contract.stage_kind is StageKind.LOST:
            self.schedules.save(schedule.finished(), None)
            return
        now = self.clock()
        if opens_at <= now and self._begun(contract, schedule):
            after = schedule.after_round(self.ids())
            round_ = Round(after.number, day, now, schedule.next_id)
            self.schedules.save(after, after.opens_at(hours), round_)
        else:
            # The working hours are others than when it was saved, or no pipeline takes the round: looked at again.
            self.schedules.save(schedule, opens_at if opens_at > now else None)

    def _begun(self, contract: Deal, schedule: Schedule) -> bool:
        if self.records.record(Deal, schedule.next_id):
            return True
        pipeline = self._pipeline(contract, schedule)
        if pipeline is None:
            return False
        spot = Spot(pipeline, pipeline.first_stage)
        deal = self._deal(contract, schedule, spot)
        self.records.save(deal_begun(deal, SYSTEM, self.ids, spot))
        return True

    def _pipeline(self, contract: Deal, schedule: Schedule) -> Pipeline | None:
        known = {pipeline.id: pipeline for pipeline in self.lines.pipelines()}
        wanted = (schedule.pipeline_id, contract.pipeline_id)
        return next((known[each] for each in wanted if each in known), None)

    def _deal(self, contract: Deal, schedule: Schedule, spot: Spot) -> Deal:
        now, number = self.clock(), schedule.number + 1
        return Deal(
            **spot.fields,
            id=schedule.next_id,
            owner=contract.owner,
            participant_ids=contract.participant_ids,
            created_at=now,
            updated_at=now,
            title=f"{schedule.title} № {number}",
            stage_since=now,
            contact_ids=contract.contact_ids,
            company_id=contract.company_id,
            round=number,
            contract_id=contract.id,
            due_on=schedule.next_on,
        )

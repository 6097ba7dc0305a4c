"""The schedule of a service contract, as people set it and as the contract goes."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from dateutil.relativedelta import (  # type: ignore[import-untyped]  # it comes without types
    relativedelta,
)

from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.pipelines import StageKind
from chalicelib.crm.model.rounds import Plan, Round, RoundState, Schedule
from chalicelib.crm.service.cards import CardBook
from chalicelib.crm.service.pipelines import Pipelines
from chalicelib.crm.service.pulse.ports import HoursBook
from chalicelib.crm.service.rounds.ports import Schedules
from portal.cards import CardKind, CardRef
from portal.errors import ConflictError, NotFoundError, StaleVersionError
from portal.paging import Page, PageRequest
from portal.principals import Principal
from portal.values import dataclass


class Act(StrEnum):
    """What a person does with a schedule."""

    PAUSE = "pause"
    RESUME = "resume"
    SKIP = "skip"
    UNSKIP = "unskip"
    END = "end"


@dataclass(frozen=True)
class Rounds:
    """Setting schedules, and letting them follow their contracts."""

    book: CardBook
    pipelines: Pipelines
    schedules: Schedules
    hours: HoursBook

    def of(self, principal: Principal, deal_id: str) -> Schedule | None:
        """The schedule of a contract.

        Raises:
            NotFoundError: there is no such deal, or the principal may not see it.
        """
        self.book.find(principal, Deal, deal_id)
        return self.schedules.schedule(deal_id)

    def opened(self, principal: Principal, deal_id: str, request: PageRequest) -> Page[Round]:
        """The rounds there were, the latest first.

        Raises:
            NotFoundError: as in `of`.
        """
        self.book.find(principal, Deal, deal_id)
        return self.schedules.rounds(deal_id, request)

    def plan(
        self, principal: Principal, deal_id: str, plan: Plan, if_match: int | None
    ) -> Schedule:
        """A schedule for a contract, or another one; one that was paused or had ended goes on.

        Raises:
            NotFoundError: as in `of`.
            ConflictError: the deal is lost, or a round itself.
            InvalidError: there is no such pipeline that the principal may see.
            StaleVersionError: somebody saved after `if_match`, or at this moment.
        """
        deal = self.book.find(principal, Deal, deal_id)
        deal.require_change({})
        _require_contract(deal)
        if plan.pipeline_id:
            self.pipelines.find(principal, plan.pipeline_id, None)
        before = self.schedules.schedule(deal_id)
        _require_version(before, if_match)
        base = before or _new(deal, plan.title, plan.months, plan.next_on, self.book.ids())
        return self._save(replace(base, state=RoundState.ACTIVE).planned(plan))

    def act(self, principal: Principal, deal_id: str, act: Act, if_match: int | None) -> Schedule:
        """The schedule after what a person did with it.

        Raises:
            NotFoundError: there is no such deal or no schedule of it, or the principal may not see it.
            ConflictError: the act does not fit what the schedule is, or the deal is lost.
            StaleVersionError: somebody saved after `if_match`, or at this moment.
        """
        deal = self.book.find(principal, Deal, deal_id)
        before = self.schedules.schedule(deal_id)
        if before is None:
            raise NotFoundError("This deal has no rounds.")
        _require_version(before, if_match)
        if act is Act.SKIP:
            return self._skip(before)
        if act is Act.UNSKIP:
            after = before.before_skip()
            return self.schedules.take_back(after, self._opens_at(after), before.number)
        if act is Act.RESUME:
            _require_contract(deal)
        changes: Mapping[Act, Callable[[], Schedule]] = {
            Act.PAUSE: before.paused,
            Act.RESUME: lambda: before.resumed(self._today()),
            Act.END: before.finished,
        }
        return self._save(changes[act]())

    def follow(self, ref: CardRef) -> None:
        """Begins the rounds of a contract that is won, and ends those of one that is lost or gone.

        Raises:
            StaleVersionError: something else happens to the schedule at this moment; try again.
        """
        if ref.kind is not CardKind.DEAL:
            return
        deal = self.book.store.record(Deal, ref.id)
        if deal is not None and (deal.open or deal.contract_id):
            return
        schedule = self.schedules.schedule(ref.id)
        if deal is None or deal.stage_kind is StageKind.LOST:
            if schedule and not schedule.ended:
                self._save(schedule.finished())
        elif schedule is None:
            self._begin(deal)

    def _begin(self, deal: Deal) -> None:
        try:
            months = self.pipelines.of_deal(deal.pipeline_id).round_months
        except NotFoundError:
            return
        if months:
            first = self._day_of(deal) + relativedelta(months=months)
            self._save(_new(deal, deal.title, months, first, self.book.ids()))

    def _skip(self, before: Schedule) -> Schedule:
        day = before.next_on
        if day is None:
            raise ConflictError("No round is to come. Nothing is skipped.")
        after = before.after_round(self.book.ids(), skipped=True)
        round_ = Round(after.number, day, self.book.clock())
        return self.schedules.save(after, self._opens_at(after), round_)

    def _save(self, schedule: Schedule) -> Schedule:
        return self.schedules.save(schedule, self._opens_at(schedule))

    def _opens_at(self, schedule: Schedule) -> datetime | None:
        return schedule.opens_at(self.hours.hours())

    def _today(self) -> date:
        return self.book.clock().astimezone(ZoneInfo(self.hours.hours().zone)).date()

    def _day_of(self, deal: Deal) -> date:
        return deal.stage_since.astimezone(ZoneInfo(self.hours.hours().zone)).date()


def _new(deal: Deal, title: str, months: int, first: date, next_id: str) -> Schedule:
    return Schedule(deal.id, title, months, first, next_id)


def _require_contract(deal: Deal) -> None:
    if deal.contract_id:
        raise ConflictError("This deal is a round itself. Set the rounds on its contract.")
    if deal.stage_kind is StageKind.LOST:
        raise ConflictError("The contract is lost. Reopen the deal first.")


def _require_version(schedule: Schedule | None, if_match: int | None) -> None:
    if if_match not in {None, (schedule.version if schedule else None) or 0}:
        raise StaleVersionError

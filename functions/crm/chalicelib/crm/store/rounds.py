"""Rounds of contracts: ``rounds#<deal>`` / ``schedule`` and ``round#<number>``; ``rounds-due`` / ``<at>#<deal>``."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from pynamodb.attributes import JSONAttribute, UnicodeAttribute, VersionAttribute

from chalicelib.crm.model.rounds import Round, RoundState, Schedule
from chalicelib.crm.store.table import TABLE
from portal.clock import from_wire, to_wire
from portal.dynamo import Writes, read, read_due, read_page
from portal.errors import StaleVersionError
from portal.paging import Page, PageRequest

_SCHEDULE = "schedule"
_ROUND = "round#"
_DUE = "rounds-due"


class ScheduleItem(TABLE):
    """The schedule of one contract; `due` is where it stands among what is due."""

    values = JSONAttribute()
    due = UnicodeAttribute(null=True)
    version = VersionAttribute()


class RoundItem(TABLE):
    """One round of a contract."""

    due_on = UnicodeAttribute()
    at = UnicodeAttribute()
    deal_id = UnicodeAttribute(null=True)


class DueRoundItem(TABLE):
    """A contract whose next round will be opened."""


class ScheduleStore:
    """Schedules in the table, and the rounds there were."""

    def schedule(self, deal_id: str) -> Schedule | None:
        """Of one contract."""
        item = read(ScheduleItem, _pk(deal_id), _SCHEDULE, consistent=True)
        return _to_schedule(item) if item else None

    def save(
        self, schedule: Schedule, opens_at: datetime | None, round_: Round | None = None
    ) -> Schedule:
        """As stored."""
        writes = Writes()
        if round_:
            writes.put(_round_item(schedule.deal_id, round_))
        return _saved(schedule, opens_at, writes)

    def take_back(self, schedule: Schedule, opens_at: datetime | None, number: int) -> Schedule:
        """As stored, without a round."""
        writes = Writes().delete(RoundItem(_pk(schedule.deal_id), _sk(number)))
        return _saved(schedule, opens_at, writes)

    def due(self, until: datetime, page: PageRequest) -> Page[str]:
        """The contracts whose next round opens by then."""
        found = read_due(DueRoundItem, _DUE, page, DueRoundItem.sk, until)
        return found.map(lambda item: item.sk.rpartition("#")[2])

    def rounds(self, deal_id: str, request: PageRequest) -> Page[Round]:
        """The rounds of a contract, the latest first."""
        condition = RoundItem.sk.startswith(_ROUND)
        return read_page(RoundItem, _pk(deal_id), request, condition).map(_to_round)


def _saved(schedule: Schedule, opens_at: datetime | None, writes: Writes) -> Schedule:
    before = read(ScheduleItem, _pk(schedule.deal_id), _SCHEDULE, consistent=True)
    item = _to_item(schedule, opens_at)
    writes.put(item, otherwise=StaleVersionError())
    if before and before.due and before.due != item.due:
        writes.delete(DueRoundItem(_DUE, before.due))
    if item.due:
        writes.put(DueRoundItem(_DUE, item.due))
    writes.commit()
    return _to_schedule(item)


def _pk(deal_id: str) -> str:
    return f"rounds#{deal_id}"


def _sk(number: int) -> str:
    return f"{_ROUND}{number:05}"


def _to_item(schedule: Schedule, opens_at: datetime | None) -> ScheduleItem:
    values: dict[str, Any] = asdict(schedule)
    version, deal_id = values.pop("version"), values.pop("deal_id")
    values["anchor"] = schedule.anchor.isoformat()
    values["until"] = schedule.until and schedule.until.isoformat()
    due = f"{to_wire(opens_at)}#{deal_id}" if opens_at else None
    item = ScheduleItem(_pk(deal_id), _SCHEDULE, values=values, due=due)
    if version is not None:
        item.version = version
    return item


def _to_schedule(item: ScheduleItem) -> Schedule:
    values: dict[str, Any] = dict(item.values)
    made = {
        "anchor": date.fromisoformat(values["anchor"]),
        "until": date.fromisoformat(values["until"]) if values["until"] else None,
        "state": RoundState(values["state"]),
    }
    deal_id = item.pk.removeprefix("rounds#")
    return Schedule(deal_id, **{**values, **made}, version=item.version)


def _round_item(deal_id: str, round_: Round) -> RoundItem:
    item = RoundItem(
        _pk(deal_id), _sk(round_.number), due_on=round_.due_on.isoformat(), at=to_wire(round_.at)
    )
    item.deal_id = round_.deal_id
    return item


def _to_round(item: RoundItem) -> Round:
    return Round(
        int(item.sk.removeprefix(_ROUND)),
        date.fromisoformat(item.due_on),
        from_wire(item.at),
        item.deal_id,
    )

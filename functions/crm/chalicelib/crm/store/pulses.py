"""What cards wait for: ``pulse#<card>`` / ``pulse``, and ``due#<part>`` / ``<at>#<what>#<card>`` until it is told."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from pynamodb.attributes import (
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
    VersionAttribute,
)

from chalicelib.crm.model.pulse import Answer, Measured, Pulse, Step, Talk, Turn
from chalicelib.crm.service.pulse.ports import Answered, Noted
from chalicelib.crm.store import steps, talks
from chalicelib.crm.store.table import TABLE
from portal.cards import CardRef
from portal.clock import from_wire, to_wire
from portal.dynamo import Writes, read, read_due, read_many
from portal.errors import StaleVersionError
from portal.events import Event
from portal.paging import Page, PageRequest

_PULSE = "pulse"


class PulseItem(TABLE):
    """The pulse of one card."""

    step = JSONAttribute(null=True)
    stepless_since = UnicodeAttribute(null=True)
    step_by = UnicodeAttribute(null=True)
    waiting = JSONAttribute(null=True)
    within = NumberAttribute(null=True)
    soon_from = UnicodeAttribute(null=True)
    answer_by = UnicodeAttribute(null=True)
    first = JSONAttribute(null=True)
    first_minutes = NumberAttribute(null=True)
    last = JSONAttribute(null=True)
    last_minutes = NumberAttribute(null=True)
    told: UnicodeSetAttribute = UnicodeSetAttribute(null=True)
    version = VersionAttribute()


class DueItem(TABLE):
    """One thing that people will be told of."""


class PulseStore:
    """Pulses in the table, with the reminders and the talks from which they follow."""

    def pulse(self, ref: CardRef) -> Pulse:
        """Of one card."""
        item = read(PulseItem, *_key(ref), consistent=True)
        return _to_pulse(ref, item) if item else Pulse(ref)

    def pulses(self, refs: Iterable[CardRef]) -> dict[CardRef, Pulse]:
        """Of up to a hundred cards; the missing are left out."""
        keys = {_key(ref): ref for ref in refs}
        found = read_many(PulseItem, keys)
        return {keys[key]: _to_pulse(keys[key], item) for key, item in found.items()}

    def save(
        self,
        before: Pulse,
        after: Pulse,
        event: Event | None = None,
        answered: Answered | None = None,
    ) -> None:
        """Brings a pulse and what falls due from one state to the next."""
        item = _to_item(after)
        writes = Writes().put(item.announce(event) if event else item, None, StaleVersionError())
        former, current = set(_dues(before)), set(_dues(after))
        for key in sorted(former - current):
            writes.delete(DueItem(*key))
        for key in sorted(current - former):
            writes.put(DueItem(*key))
        if answered:
            writes.put(talks.answer_item(answered))
        writes.commit()

    def due(self, shard: int, until: datetime, page: PageRequest) -> Page[CardRef]:
        """The cards of a part on which something is due by then, the earliest first."""
        found = read_due(DueItem, f"due#{shard}", page, DueItem.sk, until)
        return found.map(lambda item: CardRef.parse(item.sk.rpartition("#")[2]))

    def note(self, ref: CardRef, noted: Noted) -> None:
        """Remembers a reminder on a card, unless something later is known of it."""
        steps.note(ref, noted)

    def first_step(self, refs: Sequence[CardRef]) -> Step | None:
        """The earliest open reminder on some cards."""
        found = filter(None, map(steps.first, refs))
        return min(found, key=lambda step: (step.due_at, step.reminder_id), default=None)

    def talk(self, refs: Sequence[CardRef]) -> Talk:
        """How the talk with the client stands on cards that are one."""
        return talks.talk(refs)


def _key(ref: CardRef) -> tuple[str, str]:
    return f"pulse#{ref}", _PULSE


def _dues(pulse: Pulse) -> Iterable[tuple[str, str]]:
    return [(f"due#{pulse.shard}", f"{to_wire(at)}#{due}#{pulse.ref}") for due, at in pulse.dues]


def _to_item(pulse: Pulse) -> PulseItem:
    step, first, last = pulse.step, pulse.first, pulse.last
    values: dict[str, Any] = {
        "step": asdict(step) | {"due_at": to_wire(step.due_at)} if step else None,
        "stepless_since": pulse.stepless_since and to_wire(pulse.stepless_since),
        "step_by": pulse.step_by and to_wire(pulse.step_by),
        "waiting": _from_turn(pulse.waiting) if pulse.waiting else None,
        "within": pulse.within,
        "soon_from": pulse.soon_from and to_wire(pulse.soon_from),
        "answer_by": pulse.answer_by and to_wire(pulse.answer_by),
        "first": _from_answer(first.answer) if first else None,
        "first_minutes": first and first.minutes,
        "last": _from_answer(last.answer) if last else None,
        "last_minutes": last and last.minutes,
        "told": set(pulse.told) or None,
        "version": pulse.version,
    }
    present = {name: value for name, value in values.items() if value is not None}
    return PulseItem(*_key(pulse.ref), **present)


def _to_pulse(ref: CardRef, item: PulseItem) -> Pulse:
    step = item.step
    return Pulse(
        ref=ref,
        step=Step(**(step | {"due_at": from_wire(step["due_at"])})) if step else None,
        stepless_since=_instant(item.stepless_since),
        step_by=_instant(item.step_by),
        waiting=_to_turn(item.waiting) if item.waiting else None,
        within=None if item.within is None else int(item.within),
        soon_from=_instant(item.soon_from),
        answer_by=_instant(item.answer_by),
        first=_to_measured(item.first, item.first_minutes),
        last=_to_measured(item.last, item.last_minutes),
        told=frozenset(item.told or ()),
        version=item.version,
    )


def _instant(text: str | None) -> datetime | None:
    return from_wire(text) if text else None


def _from_answer(answer: Answer) -> list[dict[str, str]]:
    return [_from_turn(answer.asked), _from_turn(answer.answered)]


def _to_measured(turns: list[dict[str, str]] | None, minutes: float | None) -> Measured | None:
    if turns is None or minutes is None:
        return None
    return Measured(Answer(*map(_to_turn, turns)), int(minutes))


def _from_turn(turn: Turn) -> dict[str, str]:
    return {"communication_id": turn.communication_id, "at": to_wire(turn.at)}


def _to_turn(values: dict[str, str]) -> Turn:
    return Turn(values["communication_id"], from_wire(values["at"]))

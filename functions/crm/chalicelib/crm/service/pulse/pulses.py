"""What each card waits for, derived anew whenever something may have changed it.

Nothing is added up: a pulse follows from the reminders and the communications that stand on the card now, so that
repetitions, another order, a letter that moves to another card and crashes change nothing.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.hours import WorkingHours
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.model.pulse import FOLLOWED, Answer, Due, Measured, Pulse, Step, Talk, unhurried
from chalicelib.crm.service.access import Access
from chalicelib.crm.service.linking.ports import Links
from chalicelib.crm.service.ports import PipelineBook, Records
from chalicelib.crm.service.pulse.ports import Answered, HoursBook, Noted, PulseBook
from portal.cards import CardKind, CardRef
from portal.clock import Clock
from portal.principals import Principal
from portal.values import dataclass


@dataclass(frozen=True)
class Pulses:
    """Following the cards, and showing what they wait for."""

    access: Access
    records: Records
    lines: PipelineBook
    links: Links
    book: PulseBook
    hours: HoursBook
    clock: Clock

    def of(self, principal: Principal, refs: Iterable[CardRef]) -> list[Pulse]:
        """What those of the cards wait for that the principal may see; contacts and companies wait for nothing."""
        wanted = [ref for ref in refs if ref.kind in FOLLOWED]
        seen = [card.ref for card in self.access.visible(principal, wanted)] if wanted else []
        found = self.book.pulses(seen)
        return [found.get(ref) or Pulse(ref) for ref in seen]

    def note_reminder(self, refs: Iterable[CardRef], noted: Noted) -> list[CardRef]:
        """A reminder on the cards was set, changed or done; those of them that wait for anything.

        Raises:
            ConflictError: something else happens to it or to a card at this moment; try again.
        """
        followed = [ref for ref in refs if ref.kind in FOLLOWED]
        for ref in followed:
            self.book.note(ref, noted)
        return self._follow_all(followed)

    def follow_communication(self, communication_id: str) -> list[CardRef]:
        """A communication came to cards or left them: all that it ever stood on are looked at, and named."""
        link = self.links.link(communication_id)
        moves = link.history if link else ()
        refs = {ref: None for move in moves for ref in (*move.after, *move.before)}
        return self._follow_all(ref for ref in refs if ref.kind in FOLLOWED)

    def follow(self, ref: CardRef) -> list[CardRef]:
        """Brings the pulse of one card to what stands there now, and of that into which it went; both are named.

        A card that went into another waits for nothing any more: that one waits for what stands on both.

        Raises:
            ConflictError: somebody else does at this moment; try again.
        """
        followed, heir = list[CardRef](), ref if ref.kind in FOLLOWED else None
        while heir:
            followed.append(heir)
            heir = self._follow(heir)
        return followed

    def _follow_all(self, refs: Iterable[CardRef]) -> list[CardRef]:
        return list(dict.fromkeys(each for ref in refs for each in self.follow(ref)))

    def _follow(self, ref: CardRef) -> CardRef | None:
        """The card into which it went, if it did."""
        # In this order: a pulse that was read after the rest could already be of a later state of it.
        before = self.book.pulse(ref)
        record = self._record(ref)
        if record is None or record.merged_into:
            self._still(before)
            return record.merged_into if record else None
        refs = [ref, *(CardRef(ref.kind, each) for each in record.former_ids)]
        talk, hours = self.book.talk(refs), self.hours.hours()
        after = self._pulse(before, record, self.book.first_step(refs), talk, hours)
        if after != before:
            self.book.save(before, after, answered=_answered(before, after, record))
        return None

    def _still(self, before: Pulse) -> None:
        """A card that is no more waits for nothing, and nobody is told of it."""
        after = Pulse(before.ref, version=before.version)
        if after != before:
            self.book.save(before, after)

    def _record(self, ref: CardRef) -> Record | None:
        kind: type[Record] = Deal if ref.kind is CardKind.DEAL else Lead
        return self.records.record(kind, ref.id)

    def _pulse(
        self, before: Pulse, record: Record, step: Step | None, talk: Talk, hours: WorkingHours
    ) -> Pulse:
        waiting = talk.waiting if record.open else None
        since = self._stepless(before, record, step)
        within = self._answer_within(record, hours)
        promise = (waiting.at, within) if waiting and within else None
        after = replace(
            before,
            step=step,
            stepless_since=since,
            step_by=hours.after(since, hours.step_minutes) if since else None,
            waiting=waiting,
            within=within,
            soon_from=hours.after(promise[0], unhurried(promise[1])) if promise else None,
            answer_by=hours.after(*promise) if promise else None,
            first=_measured(talk.first, hours),
            last=_measured(talk.last, hours),
        )
        return _forgetting(after)

    def _stepless(self, before: Pulse, record: Record, step: Step | None) -> datetime | None:
        if step or not record.open or record.kind is not CardKind.DEAL:
            return None
        return before.stepless_since or self.clock()

    def _answer_within(self, record: Record, hours: WorkingHours) -> int | None:
        if not isinstance(record, Deal):
            return hours.answer_within
        lines = (line for line in self.lines.pipelines() if line.id == record.pipeline_id)
        return next((line.answer_within for line in lines), None)


def _forgetting(pulse: Pulse) -> Pulse:
    """Without the spells that are over."""
    present = {pulse.spell(due) for due in Due}
    return replace(pulse, told=pulse.told & present)


def _measured(answer: Answer | None, hours: WorkingHours) -> Measured | None:
    if answer is None:
        return None
    return Measured(answer, hours.minutes(answer.asked.at, answer.answered.at))


def _answered(before: Pulse, after: Pulse, record: Record) -> Answered | None:
    """The answer that ended a spell of waiting, if one did."""
    if after.last is None or after.last == before.last:
        return None
    pipeline_id = record.pipeline_id if isinstance(record, Deal) else None
    return Answered(after.ref, after.last, after.within, record.owner.id, pipeline_id)

"""Each minute: people are told of what has waited for too long."""

from dataclasses import replace
from datetime import datetime
from itertools import chain

from chalicelib.crm.events.pulse import AnswerOverdue, NextStepMissing
from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.model.pulse import SHARDS, Due
from chalicelib.crm.service.ports import Records
from chalicelib.crm.service.pulse.ports import PulseBook
from portal.cards import CardKind, CardRef
from portal.clock import Clock
from portal.due import do_each
from portal.ids import Ids
from portal.paging import PageRequest
from portal.values import dataclass

PAGE = 100


@dataclass(frozen=True)
class Ticking:
    """Tells of what is due; a tick with nothing to do costs a read of nothing for each part."""

    book: PulseBook
    records: Records
    clock: Clock
    ids: Ids

    def tick(self) -> None:
        """Tells of what is due, up to a hundred cards a part.

        Raises:
            LeftDueError: after all the others were tried.
        """
        now = self.clock()
        parts = (self.book.due(shard, now, PageRequest(PAGE)).items for shard in range(SHARDS))
        due = chain.from_iterable(map(dict.fromkeys, parts))
        do_each(due, lambda ref: self._tell(ref, now))

    def _tell(self, ref: CardRef, now: datetime) -> None:
        pulse = self.book.pulse(ref)
        kind: type[Record] = Deal if ref.kind is CardKind.DEAL else Lead
        record = self.records.record(kind, ref.id)
        # One at a time, since a write carries one event; a second is due in a minute still.
        due = next((due for due, at in pulse.dues if at <= now), None)
        if due is None:
            return
        told = replace(pulse, told=pulse.told | {pulse.spell(due)})
        if record is None or not record.open:
            self.book.save(pulse, told)
            return
        news = AnswerOverdue if due is Due.ANSWER else NextStepMissing
        self.book.save(pulse, told, news(record, pulse).to_event(self.ids(), now))

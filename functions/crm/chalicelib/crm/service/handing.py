"""Cards go from an employee who leaves to a colleague."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from chalicelib.crm.events.cards import CardChanged
from chalicelib.crm.model.cards import Owner, Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.journal import Cause, CauseKind
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.service.changes import Change, Listing
from chalicelib.crm.service.ports import HandOvers, Records
from portal.clock import Clock
from portal.ids import Ids
from portal.paging import MAX_LIMIT, PageRequest
from portal.principals import Actor, employee_grant
from portal.values import dataclass

_KINDS: tuple[type[Record], ...] = (Deal, Lead, Contact, Company)


@dataclass(frozen=True)
class HandOver:
    """What was announced: whose cards go to whom, by whose decision."""

    id: str
    from_id: str
    to: Owner
    kinds: frozenset[str]
    actor: Actor


@dataclass(frozen=True)
class Handing:
    """Gives the open cards of one employee to another, and his place among the participants too."""

    store: Records
    done: HandOvers
    clock: Clock
    ids: Ids

    def hand_over(self, hand_over: HandOver) -> None:
        """Cards that have changed hands are no more listed, so that a repetition goes on where it ended.

        Once all have, a repetition does nothing: what its former owner is given later stays with him.

        Raises:
            StaleVersionError: somebody saved one of the cards at the same moment.
        """
        if self.done.is_done(hand_over.id):
            return
        for kind in _KINDS:
            if str(kind.kind) in hand_over.kinds:
                for record in self._open(kind, hand_over.from_id):
                    self._hand(record, hand_over)
        self.done.note_done(hand_over.id)

    def _open(self, kind: type[Record], employee_id: str) -> Iterable[Record]:
        listing = Listing(kind.kind, frozenset({employee_grant(employee_id)}))
        return (
            record
            for record in self._pages(kind, listing)
            # The index may still list a card that he has nothing to do with by now.
            if record.open
            and (record.owner.id == employee_id or employee_id in record.participant_ids)
        )

    def _pages(self, kind: type[Record], listing: Listing) -> Iterator[Record]:
        cursor, more = None, True
        while more:
            page = self.store.records(kind, listing, PageRequest(MAX_LIMIT, cursor))
            yield from page.items
            cursor, more = page.next, page.next is not None

    def _hand(self, before: Record, hand_over: HandOver) -> None:
        now = self.clock()
        after = replace(_handed(before, hand_over), updated_at=now)
        event = CardChanged.between(before, after).to_event(self.ids(), now, hand_over.actor)
        cause = Cause(CauseKind.HAND_OVER, hand_over.id)
        self.store.save(Change(before, after, event, cause=cause))


def _handed(record: Record, hand_over: HandOver) -> Record:
    owner = hand_over.to if record.owner.id == hand_over.from_id else record.owner
    participants = record.participant_ids - {hand_over.from_id}
    if hand_over.from_id in record.participant_ids:
        participants |= {hand_over.to.id}
    return replace(record, owner=owner, participant_ids=participants - {owner.id})

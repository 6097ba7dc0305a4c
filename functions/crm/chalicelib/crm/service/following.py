"""Cards follow their owners: who heads an employee's department sees the employee's cards."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from chalicelib.crm.events.cards import CardChanged
from chalicelib.crm.model.cards import Owner, Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.service.changes import Change, Listing
from chalicelib.crm.service.ports import Announcements, Records
from portal.clock import Clock
from portal.ids import Ids
from portal.paging import MAX_LIMIT, PageRequest
from portal.principals import SYSTEM, employee_grant
from portal.values import dataclass

_KINDS: tuple[type[Record], ...] = (Deal, Lead, Contact, Company)


@dataclass(frozen=True)
class Following:
    """Applies what people announces of employees."""

    store: Records
    announcements: Announcements
    clock: Clock
    ids: Ids

    def follow_employee(self, employee: Owner, as_of: datetime) -> None:
        """Gives all cards of the employee the audience that his departments make.

        Cards that have it are left alone, so that a repetition goes on where the last attempt ended; an
        announcement older than one already applied changes nothing.

        Raises:
            StaleVersionError: somebody saved one of the cards at the same moment.
        """
        if not self.announcements.note_employee(employee, as_of):
            return
        for kind in _KINDS:
            for record in self._owned(kind, employee.id):
                if record.owner != employee:
                    self._hand(record, employee)

    def _owned(self, kind: type[Record], employee_id: str) -> Iterator[Record]:
        listing = Listing(kind.kind, frozenset({employee_grant(employee_id)}), employee_id)
        cursor, more = None, True
        while more:
            page = self.store.records(kind, listing, PageRequest(MAX_LIMIT, cursor))
            # The index may still list a card that has another owner by now.
            yield from (record for record in page.items if record.owner.id == employee_id)
            cursor, more = page.next, page.next is not None

    def _hand(self, before: Record, owner: Owner) -> None:
        after = replace(before, owner=owner)
        event = CardChanged.between(before, after).to_event(self.ids(), self.clock(), SYSTEM)
        self.store.save(Change(before, after, event))

"""Contacts who are away: what their automatic letters told, until they are back."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol
from zoneinfo import ZoneInfo

from chalicelib.crm.model.absences import Absence, absence_of
from chalicelib.crm.model.cards import Card, Record
from chalicelib.crm.model.communications import Communication
from chalicelib.crm.model.timeline import EntryKind
from chalicelib.crm.service.access import Access
from chalicelib.crm.service.cards import CardBook
from chalicelib.crm.service.linking.finding import Finder
from chalicelib.crm.service.linking.ports import Links
from chalicelib.crm.service.ports import Cards
from chalicelib.crm.service.pulse.ports import HoursBook
from chalicelib.crm.service.timeline.ports import Entries
from portal.cards import CardKind, CardRef
from portal.clock import Clock
from portal.events import Event
from portal.paging import PageRequest
from portal.principals import Principal
from portal.values import dataclass

# Who is back answers soon: his letter is among the newest ones.
_LATEST = PageRequest(20)
_RECEIVED = "communications.communication_received"


class AbsenceBook(Protocol):
    """The last absence that each contact told of."""

    def note(self, absence: Absence) -> None:
        """Remembers one, unless a later letter told of another; the same again changes nothing."""

    def absences(self, contact_ids: Iterable[str]) -> dict[str, Absence]:
        """Of up to a hundred contacts, in one read; the missing are left out."""
        ...


@dataclass(frozen=True)
class Absences:
    """Hears of absences, and shows those that last."""

    cards: Cards
    links: Links
    book: AbsenceBook
    access: Access
    finding: CardBook
    entries: Entries
    hours: HoursBook
    clock: Clock

    def hear(self, event: Event) -> None:
        """Remembers the absence that a letter tells of, if a contact of ours is known to have sent it.

        Raises:
            KeyError, ValueError: the event does not keep its contract.
        """
        told = event.data["communication"].get("absence") if event.type == _RECEIVED else None
        if told is None:
            return
        letter = Communication.of(event)
        sender = Finder(self.cards, self.links).parties(letter).sender
        if sender:
            self.book.note(absence_of(sender.id, letter.id, letter.at, told))

    def of(
        self, principal: Principal, kind: type[Record], card_id: str
    ) -> list[tuple[Card, Absence]]:
        """Those contacts of a card who are away now, as far as the principal may see them.

        Raises:
            NotFoundError: there is no such card, or the principal may not see it.
        """
        record = self.finding.find(principal, kind, card_id)
        refs = [CardRef(CardKind.CONTACT, each) for each in record.card_contact_ids]
        contacts = self.access.visible(principal, refs) if refs else []
        ids = [each for contact in contacts for each in _ids(contact)]
        known = self.book.absences(ids[:100]) if ids else {}
        today = self._today() if known else date.max
        lasting = (
            (contact, absence)
            for contact in contacts
            if (absence := _latest(contact, known)) and absence.until >= today
        )
        return [(contact, each) for contact, each in lasting if not self._back(contact, each)]

    def _today(self) -> date:
        return self.clock().astimezone(ZoneInfo(self.hours.hours().zone)).date()

    def _back(self, contact: Card, absence: Absence) -> bool:
        former = [CardRef(CardKind.CONTACT, each) for each in contact.former_ids]
        page = self.entries.page(contact.ref, None, EntryKind.MAIL, _LATEST, former)
        return absence.ended_by(page.items, _ids(contact))


def _ids(contact: Card) -> tuple[str, ...]:
    return contact.id, *contact.former_ids


def _latest(contact: Card, known: dict[str, Absence]) -> Absence | None:
    found = [known[each] for each in _ids(contact) if each in known]
    return max(found, key=lambda each: each.at, default=None)

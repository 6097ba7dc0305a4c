"""What owners ask: to erase, and to see how far it has come."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from chalicelib.crm.events.erasing import PersonalDataErased
from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.erasing import NEIGHBOURS, Asked, Done, Erasure
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.service.cards import CardBook
from chalicelib.crm.service.erasing.ports import Erasures
from portal.cards import CardKind, CardRef
from portal.errors import ConflictError, InvalidError, NotFoundError
from portal.events import Event
from portal.paging import Page, PageRequest
from portal.principals import Actor, Principal
from portal.values import dataclass


@dataclass(frozen=True)
class Erasing:
    """The erasures of a company; the work itself is done by `Walking` and by the other features."""

    book: CardBook
    erasures: Erasures

    def begin(self, owner: Principal, ref: CardRef, name: str, asked: Asked) -> Erasure:
        """An erasure that goes on by itself from now.

        Raises:
            NotFoundError: there is no such card.
            InvalidError: the name is not the card's.
            ConflictError: it is erased already, is being erased, or is a lead that became a contact.
        """
        record = self._record(owner, ref)
        record.require_change({})
        _require_last(record)
        if _plain(name) != _plain(record.label):
            raise InvalidError.at(
                "/name", "This is not the name on the card. Type it as it stands there."
            )
        now = self.book.clock()
        readers = tuple(sorted({record.owner.id, *record.participant_ids}))
        actor = Actor.of(owner)
        erasure = Erasure(self.book.ids(), now, actor, asked, (ref,), readers, moved_at=now)
        told = PersonalDataErased(erasure, Done(cards=(ref,)))
        self.erasures.begin(erasure, told.to_event(self.book.ids(), now))
        return erasure

    def find(self, erasure_id: str) -> Erasure:
        """One erasure.

        Raises:
            NotFoundError: there is none.
        """
        found = self.erasures.erasure(erasure_id)
        if found is None:
            raise NotFoundError("There is no such erasure.")
        return found

    def page(self, request: PageRequest) -> Page[Erasure]:
        """All erasures, the latest first."""
        return self.erasures.erasures(request)

    def retry(self, erasure_id: str) -> Erasure:
        """The erasure, whose unanswered steps were told once more.

        Raises:
            NotFoundError: there is none.
        """
        erasure = self.find(erasure_id)
        walking = frozenset[int]() if erasure.walked else {erasure.step}
        for step in sorted(erasure.unanswered | walking):
            self.erasures.tell_again(erasure_id, step, self.book.ids())
        return erasure

    def hear(self, feature: str, data: Mapping[str, Any]) -> None:
        """Takes down that a feature has done a step; the last one ends the erasure.

        Raises:
            StaleVersionError: the erasure moves at this moment; to be told again.
        """
        erasure_id = data["erasure_id"]
        self.erasures.note(erasure_id, feature, data["step"], data["erased"])
        erasure = self.erasures.erasure(erasure_id)
        if erasure and erasure.complete and erasure.done_at is None:
            self.erasures.finish(replace(erasure, done_at=self.book.clock()))

    def _record(self, owner: Principal, ref: CardRef) -> Record:
        if ref.kind is CardKind.CONTACT:
            return self.book.find(owner, Contact, ref.id)
        return self.book.find(owner, Lead, ref.id)


def feature_of(event: Event) -> str | None:
    """The feature whose answer the event is."""
    feature = event.type.partition(".")[0]
    return feature if feature in NEIGHBOURS else None


def _require_last(record: Record) -> None:
    if record.former_ids:
        # Each of them has a person of its own for as long as they can be parted.
        raise ConflictError(
            "Other cards were merged into this one. Part them first, then erase each."
        )
    if isinstance(record, Lead) and record.converted_to:
        contact = CardRef(CardKind.CONTACT, record.converted_to.contact_id)
        raise ConflictError(
            "This lead became a contact. Erase the contact: the lead goes with it.", contact
        )


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()

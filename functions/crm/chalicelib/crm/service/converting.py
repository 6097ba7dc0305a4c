"""A lead becomes a contact, and perhaps a company and a deal, in one step."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from chalicelib.crm.events.cards import CardChanged
from chalicelib.crm.events.leads import LeadConverted
from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.journal import Cause, CauseKind
from chalicelib.crm.model.leads import Conversion, Lead
from chalicelib.crm.model.timeline import Entry, EntryKind, Source
from chalicelib.crm.service.cards import CardBook, require_version
from chalicelib.crm.service.changes import Change, Note
from chalicelib.crm.service.conversions import Converted, Wanted
from chalicelib.crm.service.deals import Deals
from chalicelib.crm.service.fields import Carrier
from portal.cards import CardKind
from portal.errors import ConflictError, InvalidError, NotFoundError
from portal.principals import Actor, Principal

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Converting:
    """Turns leads into what they were the promise of. Their letters come after them; see `moving`."""

    book: CardBook
    deals: Deals

    def convert(
        self, principal: Principal, lead_id: str, wanted: Wanted, if_match: int | None = None
    ) -> Converted:
        """All of it made in one transaction, for the lead's owner and those who take part.

        Raises:
            NotFoundError: there is no such lead, or the principal may not see it.
            StaleVersionError: somebody saved after `if_match`, or at this moment.
            ConflictError: it was converted before, or an identity belongs to another contact, which is named.
            InvalidError: a contact, a company or a pipeline that is named will not do.
        """
        lead = self.book.find(principal, Lead, lead_id)
        require_version(lead, if_match)
        self._require_first(principal, lead)
        carrier = self.book.own.carrier(lead.own)
        converted = _Draft(self.book, self.deals, principal, lead, wanted, carrier).converted()
        cause = Cause(CauseKind.CONVERSION, lead.id)
        changes = [replace(c, cause=cause) for c in self._changes(principal, lead, converted)]
        notes = [
            Note(card.ref, _entry(principal, converted, card))
            for card in converted.cards
            if card.version is not None
        ]
        return converted.with_stored(self.book.save_together(principal, changes, notes))

    def _require_first(self, principal: Principal, lead: Lead) -> None:
        lead.require_change({})
        if lead.successor is None:
            return
        card = self.book.cards.card(lead.successor)
        if card is None or not principal.may_see(card.audience):
            raise ConflictError("This lead was converted already.")
        raise ConflictError(
            f"This lead was converted already, into {card.kind} {card.id}: {card.title}.", card.ref
        )

    def _changes(
        self, principal: Principal, before: Lead, converted: Converted
    ) -> Iterator[Change[Any]]:
        yield self._end(principal, before, converted)
        for card in converted.cards:
            if card.version is None:
                yield self._creation(principal, card, _entry(principal, converted, card))

    def _creation(self, principal: Principal, card: Record, entry: Entry) -> Change[Any]:
        if isinstance(card, Deal):
            return self.deals.creation(principal, card, entry=entry)
        return self.book.creation(principal, card, entry=entry)

    def _end(self, principal: Principal, before: Lead, converted: Converted) -> Change[Lead]:
        ids, actor, after = self.book.ids, Actor.of(principal), converted.lead
        return Change(
            before,
            after,
            CardChanged.between(before, after).to_event(ids(), after.updated_at, actor),
            entry=_entry(principal, converted, after),
            entry_event=LeadConverted(after).to_event(ids(), after.updated_at, actor),
        )


@dataclass(frozen=True)
class _Draft:
    """One conversion before it is stored."""

    book: CardBook
    deals: Deals
    principal: Principal
    lead: Lead
    wanted: Wanted
    carrier: Carrier

    def converted(self) -> Converted:
        now = self.book.clock()
        company = self._company(now)
        contact = self._contact(now, company)
        deal = self._deal(now, contact, company)
        conversion = Conversion(contact.id, _id(company), _id(deal))
        return Converted(self.lead.converted(conversion, now), contact, company, deal)

    def _company(self, now: datetime) -> Company | None:
        wanted = self.wanted.company
        if isinstance(wanted, str):
            return self._known(Company, wanted)
        return Company(**self._common(now, CardKind.COMPANY), **wanted) if wanted else None

    def _contact(self, now: datetime, company: Company | None) -> Contact:
        wanted = self.wanted.contact
        if isinstance(wanted, str):
            return self._known(Contact, wanted)
        contact = Contact(**self._common(now, CardKind.CONTACT), **wanted, company_id=_id(company))
        return contact if self.wanted.deal else replace(contact, description=self.lead.description)

    def _deal(self, now: datetime, contact: Contact, company: Company | None) -> Deal | None:
        if not self.wanted.deal:
            return None
        given = dict(self.wanted.deal)
        spot = self.deals.spot(self.principal, given.pop("pipeline_id", None), prefix="/deal/")
        deal = Deal(
            **self._common(now, CardKind.DEAL, spot.pipeline.id),
            **spot.fields,
            **given,
            stage_since=now,
            contact_ids=(contact.id,),
            company_id=_id(company),
            description=self.lead.description,
        )
        return spot.filled(deal, "/deal/")

    def _common(
        self, now: datetime, kind: CardKind, pipeline_id: str | None = None
    ) -> dict[str, Any]:
        return {
            "own": self.carrier.to(kind, pipeline_id),
            "id": self.book.ids(),
            "owner": self.lead.owner,
            "participant_ids": self.lead.participant_ids,
            "created_at": now,
            "updated_at": now,
        }

    def _known(self, kind: type[R], card_id: str) -> R:
        try:
            return self.book.find(self.principal, kind, card_id)
        except NotFoundError as error:
            raise InvalidError.at(
                f"/{kind.kind}/id", f"There is no such {kind.kind} among those you may see."
            ) from error


def _entry(principal: Principal, converted: Converted, card: Record) -> Entry:
    """What one card's timeline tells: the lead names what it became, the others name it first."""
    named = [each for each in (converted.lead, *converted.cards) if each.ref != card.ref]
    return Entry(
        id=converted.lead.id,
        kind=EntryKind.CONVERTED,
        at=converted.lead.updated_at,
        direction=None,
        summary=named[0].label,
        actor=Actor.of(principal),
        source=Source("crm", str(named[0].ref)),
        text=", ".join(each.label for each in named[1:]) or None,
    )


def _id(card: Record | None) -> str | None:
    return card.id if card else None

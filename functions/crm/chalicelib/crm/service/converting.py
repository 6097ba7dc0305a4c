"""A lead becomes a contact, and perhaps a company and a deal, in one step."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from chalicelib.crm.events.cards import CardChanged
from chalicelib.crm.events.leads import LeadConverted
from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.journal import Cause, CauseKind
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.model.timeline import Entry, EntryKind, Source
from chalicelib.crm.service.cards import Caller, CardBook, require_version
from chalicelib.crm.service.changes import Change, Note
from chalicelib.crm.service.conversions import Converted, Wanted
from chalicelib.crm.service.converted import Draft
from chalicelib.crm.service.deals import Deals
from portal.errors import ConflictError
from portal.principals import Actor, Principal


@dataclass(frozen=True)
class Converting:
    """Turns leads into what they were the promise of. Their letters come after them; see `moving`."""

    book: CardBook
    deals: Deals

    def convert(
        self, caller: Caller, lead_id: str, wanted: Wanted, if_match: int | None = None
    ) -> Converted:
        """All of it made in one transaction, for the lead's owner and those who take part.

        Raises:
            NotFoundError: there is no such lead, or the principal may not see it.
            StaleVersionError: somebody saved after `if_match`, or at this moment.
            ConflictError: it was converted before, or an identity belongs to another contact, which is named.
            InvalidError: a contact, a company or a pipeline that is named will not do, or a new card lacks what its
                kind or its stage requires; at each field, below the kind.
        """
        principal = caller.principal
        lead = self.book.find(principal, Lead, lead_id)
        require_version(lead, if_match)
        self._require_first(principal, lead)
        carrier = self.book.own.carrier(principal, caller.authorization, lead.own)
        converted = Draft(self.book, self.deals, principal, lead, wanted, carrier).converted()
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

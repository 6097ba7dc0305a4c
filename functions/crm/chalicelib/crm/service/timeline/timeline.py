"""Reading a card's timeline, and commenting on it."""

from collections.abc import Sequence

from chalicelib.crm.events.timeline import EntryAdded
from chalicelib.crm.model.cards import Card
from chalicelib.crm.model.timeline import Entry, EntryKind, Source, summary_of
from chalicelib.crm.service.ports import Cards, Colleagues
from chalicelib.crm.service.timeline.ports import Entries
from portal.cards import CardRef
from portal.clock import Clock
from portal.errors import FieldError, InvalidError, NotFoundError
from portal.ids import Ids
from portal.paging import Page, PageRequest
from portal.principals import Actor, Principal
from portal.values import dataclass


@dataclass(frozen=True)
class Timeline:
    """The timelines of all kinds of card."""

    cards: Cards
    entries: Entries
    colleagues: Colleagues
    clock: Clock
    ids: Ids

    def page(
        self, caller: Principal, ref: CardRef, kind: EntryKind | None, request: PageRequest
    ) -> Page[Entry]:
        """What happened on a card, as far as the caller may read it.

        Raises:
            NotFoundError: the card does not exist, or the caller may not see it.
            InvalidError: the cursor is of another list.
        """
        card = self._visible(caller, ref)
        contact_id = None if caller.is_staff else caller.contact_id
        return self.entries.page(ref, contact_id, kind, request, self._former(card, contact_id))

    def comment(
        self,
        caller: Principal,
        authorization: str,
        ref: CardRef,
        text: str,
        mention_ids: Sequence[str],
    ) -> Entry:
        """A comment on a card, of which those mentioned are told.

        Raises:
            NotFoundError: the card does not exist, or the caller may not see it.
            InvalidError: at ``/mentions/<n>``, for who is no employee or may not see the card.
        """
        card = self._visible(caller, ref)
        mentioned = tuple(dict.fromkeys(mention_ids))
        self._require_readers(card, authorization, mention_ids)
        entry_id, now = self.ids(), self.clock()
        entry = Entry(
            id=entry_id,
            kind=EntryKind.COMMENT,
            at=now,
            direction=None,
            summary=summary_of(text),
            actor=Actor.of(caller),
            source=Source("crm", entry_id),
            text=text,
        )
        event = EntryAdded(entry, card, mentioned_ids=mentioned).to_event(self.ids(), now)
        self.entries.add(ref, entry, event)
        return entry

    def _former(self, card: Card, contact_id: str | None) -> list[CardRef]:
        """The cards that went into this one; a client reads on those that were his before."""
        refs = [CardRef(card.kind, each) for each in card.former_ids]
        if contact_id is None or not refs:
            return refs
        found = self.cards.cards(refs)
        return [ref for ref in refs if ref in found and contact_id in found[ref].contact_ids]

    def _visible(self, caller: Principal, ref: CardRef) -> Card:
        card = self.cards.card(ref)
        if card is None or not caller.may_see(card.audience):
            raise NotFoundError(f"There is no such {ref.kind}.")
        return card

    def _require_readers(self, card: Card, authorization: str, ids: Sequence[str]) -> None:
        wrong = [
            FieldError(f"/mentions/{index}", "This is no employee who may see the card.")
            for index, employee_id in enumerate(ids)
            if not self._may_read(card, authorization, employee_id)
        ]
        if wrong:
            raise InvalidError(*wrong)

    def _may_read(self, card: Card, authorization: str, employee_id: str) -> bool:
        colleague = self.colleagues.principal(authorization, employee_id)
        return colleague is not None and colleague.may_see(card.audience)

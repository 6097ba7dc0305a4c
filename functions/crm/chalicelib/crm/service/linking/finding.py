"""Finding the card of a communication: what is read, and in which order."""

from itertools import chain, islice

from chalicelib.crm.model.cards import Card
from chalicelib.crm.model.communications import Communication
from chalicelib.crm.model.linking import (
    Decision,
    Linked,
    LinkedBy,
    Parties,
    Reason,
    Unlinked,
    decide_by_address,
)
from chalicelib.crm.service.linking.ports import Links
from chalicelib.crm.service.ports import Cards
from portal.cards import CardKind, CardRef
from portal.errors import NotFoundError
from portal.values import dataclass

# A letter to a thousand people is found by the first of them; one transaction takes no more contacts than this.
MOST_COUNTERPARTS = 10
MOST_PARENTS = 20
MOST_SUGGESTIONS = 10


@dataclass(frozen=True)
class Finder:
    """The rules in their order; each reads only what the rules before it have left open."""

    cards: Cards
    links: Links

    def parties(self, letter: Communication) -> Parties:
        """The known contacts among the counterparts."""
        if not letter.trusted:
            return Parties()
        ids = self._contact_ids(letter)
        refs = {each: CardRef(CardKind.CONTACT, each) for each in ids if each}
        found = self.cards.cards(refs.values()) if refs else {}
        sender = found.get(refs[ids[0]]) if letter.inbound and ids and ids[0] else None
        return Parties(tuple(found[ref] for ref in refs.values() if ref in found), sender)

    def _contact_ids(self, letter: Communication) -> list[str | None]:
        if letter.contact_ids:
            return list(letter.contact_ids[:MOST_COUNTERPARTS])
        addresses = letter.counterparts[:MOST_COUNTERPARTS]
        return [self.cards.contact_by_identity("email", address) for address in addresses]

    def chosen(self, letter: Communication, _: Parties) -> Decision:
        """The card that a person named.

        Raises:
            NotFoundError: there is no such card.
        """
        card = self.cards.card(letter.card) if letter.card else None
        if card is None:
            raise NotFoundError("The card that was chosen does not exist.")
        return Linked(self._heir(card), LinkedBy.PERSON)

    def removed(self, letter: Communication, parties: Parties) -> Decision:
        """None: a person took it off its card. The open deals of its contact are suggested."""
        return Unlinked(Reason.TAKEN_OFF, self._open_deals(parties), letter.card)

    def ruled(self, letter: Communication, parties: Parties) -> Decision:
        """The card that it was written on, or else what the rules find: by token, by thread, by address."""
        return (
            self._named(letter.card, LinkedBy.SENT)
            or self._named(letter.token_card, LinkedBy.TOKEN)
            or self._by_thread(letter)
            or self._by_address(letter, parties)
        )

    def _named(self, ref: CardRef | None, by: LinkedBy) -> Decision | None:
        card = self.cards.card(ref) if ref else None
        return Linked(self._heir(card), by) if card else None

    def _heir(self, card: Card) -> Card:
        """The card on which the work of this one goes on: a lead that became a deal, or what was merged into another."""
        seen = {card.ref}
        while card.successor and card.successor not in seen:
            seen.add(card.successor)
            card = self.cards.card(card.successor) or card
        return card

    def _by_thread(self, letter: Communication) -> Decision | None:
        if not letter.trusted or not letter.parent_ids:
            return None
        parents = letter.parent_ids[:MOST_PARENTS]
        links = self.links.links({*parents, letter.thread_id})
        # One letter of the thread that was taken off a card says that the thread is not of that card.
        left = {link.left for link in links.values()}
        mains = [links[parent].main for parent in parents if parent in links]
        refs = [main for main in mains if main and main not in left]
        cards = self.cards.cards(refs) if refs else {}
        card = next((cards[ref] for ref in refs if ref in cards), None)
        return Linked(self._heir(card), LinkedBy.THREAD) if card else None

    def _by_address(self, letter: Communication, parties: Parties) -> Decision:
        if not letter.trusted:
            return Unlinked(Reason.NOT_AUTHENTICATED)
        if not parties.known:
            return Unlinked(Reason.UNKNOWN_SENDER)
        contact, deals = parties.known[0], self._open_deals(parties)
        several = len(deals) > 1
        deal_id = self.links.chosen_deal(contact.id) if several else None
        remembered = self.cards.card(CardRef(CardKind.DEAL, deal_id)) if deal_id else None
        return decide_by_address(contact, deals, remembered)

    def _open_deals(self, parties: Parties) -> tuple[Card, ...]:
        """The open deals of the first known contact."""
        if not parties.known:
            return ()
        first = parties.known[0]
        found = (
            self.cards.open_deals_of_contact(contact_id, MOST_SUGGESTIONS)
            for contact_id in (first.id, *first.former_ids)
        )
        deals = {deal.ref: deal for deal in chain.from_iterable(found)}
        return tuple(islice(deals.values(), MOST_SUGGESTIONS))

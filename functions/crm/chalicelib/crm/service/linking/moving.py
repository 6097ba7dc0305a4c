"""Letters that follow a card: what stood on a lead stands on what it became as well."""

from collections.abc import Iterator
from dataclasses import replace

from chalicelib.crm.events.linking import CommunicationLinked
from chalicelib.crm.model.cards import Card
from chalicelib.crm.model.linking import Link, Move
from chalicelib.crm.model.timeline import Entry, EntryKind
from chalicelib.crm.service.linking.ports import Links, Relinking
from chalicelib.crm.service.ports import Cards
from chalicelib.crm.service.timeline.ports import Entries
from portal.cards import CardKind, CardRef
from portal.clock import Clock
from portal.errors import NotFoundError
from portal.events import Event
from portal.ids import Ids
from portal.paging import PageRequest
from portal.values import dataclass

_PAGE = 25


@dataclass(frozen=True)
class Moving:
    """Brings the communications of a converted lead to the cards it became."""

    cards: Cards
    links: Links
    entries: Entries
    clock: Clock
    ids: Ids

    def follow(self, event: Event) -> None:
        """Puts each letter of the lead on those cards, the lead keeping it last.

        A letter is one step. Those that have followed are left alone, so that a repetition goes on where the last
        attempt ended. Nobody is told of a letter anew: its people know it.

        Raises:
            NotFoundError: the card where work goes on does not exist.
            ConflictError: a letter is being decided upon; try again.
        """
        lead, *refs = map(_ref, (event.data["lead"], *event.data["cards"]))
        found = self.cards.cards([*refs, lead])
        if refs[0] not in found or lead not in found:
            raise NotFoundError(f"There is no such {refs[0].kind}.")
        cards = tuple(found[ref] for ref in [*refs, lead] if ref in found)
        for entry in self._letters(lead):
            link = self.links.link(entry.source.id)
            if link and link.main == lead:
                self._move(event, link, entry, cards)

    def _letters(self, lead: CardRef) -> Iterator[Entry]:
        cursor, more = None, True
        while more:
            page = self.entries.page(lead, None, EntryKind.MAIL, PageRequest(_PAGE, cursor))
            yield from page.items
            cursor, more = page.next, page.next is not None

    def _move(self, event: Event, before: Link, entry: Entry, cards: tuple[Card, ...]) -> None:
        refs = tuple(card.ref for card in cards)
        move = Move(event.id, event.occurred_at, before.by, event.actor, before.cards, refs)
        after = replace(before, cards=refs, revision=before.revision + 1).moved(move)
        linked = CommunicationLinked(after, cards).to_event(self.ids(), self.clock(), event.actor)
        kept = replace(entry, contact_ids=before.contact_ids)
        turn = None if entry.mark else entry.direction
        step = Relinking(before, after, kept, linked, added=None, choice=None, turn=turn)
        self.links.save(step)


def _ref(named: dict[str, str]) -> CardRef:
    return CardRef(CardKind(named["kind"]), named["id"])

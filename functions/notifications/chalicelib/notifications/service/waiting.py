"""Who is told of cards that wait for too long."""

from chalicelib.notifications.model import Kind
from chalicelib.notifications.service.once import ToldOnce
from portal.events import Event
from portal.principals import head_grant

_HEADS = head_grant("")


class Waiting(ToldOnce):
    """Tells whoever is to do something for a card, and those who answer for him."""

    def next_step_missing(self, event: Event, owner_id: str, card_title: str) -> None:
        """Nobody has planned what to do for a deal: its owner does."""
        self.tell(
            event,
            Kind.NEXT_STEP_MISSING,
            {owner_id},
            lambda words: words.next_step_missing.format(card=card_title),
        )

    def answer_overdue(self, event: Event, owner_id: str, card_title: str) -> None:
        """A client waits: the owner of the card answers him, and the heads above him see to it."""
        self.tell(
            event,
            Kind.ANSWER_OVERDUE,
            {owner_id},
            lambda words: words.answer_overdue.format(card=card_title),
        )
        if heads := self._heads(event) - {owner_id}:
            owner = self.people.people([owner_id]).get(owner_id)
            self.tell(
                event,
                Kind.TEAM_ANSWER_OVERDUE,
                heads,
                lambda words: words.team_answer_overdue.format(
                    card=card_title, owner=owner.name if owner else words.somebody
                ),
            )

    def _heads(self, event: Event) -> set[str]:
        grants = [grant for grant in event.audience if grant.startswith(_HEADS)]
        return {person_id for grant in grants for person_id in self.people.members(grant)}

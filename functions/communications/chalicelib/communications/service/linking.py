"""On which cards a communication stands: people choose and take back, crm decides and tells."""

from dataclasses import replace

from chalicelib.communications.events import LinkChosen, LinkRemoved
from chalicelib.communications.model import (
    TAKEN_OFF,
    Channel,
    Communication,
    LinkChange,
    Mailbox,
    State,
    Status,
    Suggestion,
    addressed,
    audience_of,
    privacy_of,
)
from chalicelib.communications.service.holding import Holding
from chalicelib.communications.service.ports import Cards, Store
from chalicelib.communications.service.reading import Reading
from portal.cards import CardRef
from portal.clock import Clock
from portal.errors import ConflictError, NotFoundError
from portal.ids import Ids
from portal.principals import Actor, Principal, employee_grant
from portal.values import dataclass


@dataclass(frozen=True)
class Choosing:
    """A person's choice of the card."""

    store: Store
    cards: Cards
    reading: Reading
    clock: Clock
    ids: Ids

    def choose(
        self, caller: Principal, authorization: str | None, communication_id: str, card: CardRef
    ) -> Communication:
        """The communication on the chosen card; the same choice again changes nothing.

        Raises:
            NotFoundError: there is no such communication or card, or it is not for the caller.
            ConflictError: the communication has not been sent yet.
        """
        record = self.reading.record(caller, authorization, communication_id)
        access = self.cards.visible(authorization, [card]).get(card)
        if access is None:
            raise NotFoundError("There is no such card.")
        _require_sent(record)
        if record.state is State.LINKED and record.cards[:1] == (card,):
            return record
        change = LinkChange(self.clock(), Actor.of(caller), record.cards, card)
        chosen = replace(record.moved(change), audience=access.audience)
        boxes = self._mailboxes(record)
        announcement = LinkChosen(chosen, audience_of(boxes), privacy=privacy_of(boxes))
        event = announcement.to_event(self.ids(), self.clock(), Actor.of(caller))
        return self.store.save(chosen, record, event)

    def take_off(
        self, caller: Principal, authorization: str | None, communication_id: str
    ) -> Communication:
        """The communication on no card, back among those that wait; one that waits already stays as it is.

        Whoever takes it off sees it from then on, so that he can put it where it belongs.

        Raises:
            NotFoundError: there is no such communication, or it is not for the caller.
            ConflictError: the communication has not been sent yet, or is a message, which has its deal by nature.
        """
        record = self.reading.record(caller, authorization, communication_id)
        _require_sent(record)
        if record.channel is Channel.PORTAL:
            raise ConflictError("A message stays on the deal that it was written on.")
        if record.state is State.ASIDE:
            return self.store.save(replace(record, state=State.UNLINKED), record)
        if record.state is State.UNLINKED:
            return record
        change = LinkChange(self.clock(), Actor.of(caller), record.cards, None)
        boxes = self._mailboxes(record)
        audience = audience_of(boxes) | {employee_grant(caller.id)}
        removed = replace(record.moved(change), audience=audience)
        former = next(iter(record.cards), None)
        announcement = LinkRemoved(removed, audience, former, privacy=privacy_of(boxes))
        event = announcement.to_event(self.ids(), self.clock(), Actor.of(caller))
        return self.store.save(removed, record, event)

    def _mailboxes(self, record: Communication) -> list[Mailbox]:
        return addressed(self.store.mailboxes(), record.mailboxes)


def _require_sent(record: Communication) -> None:
    if record.status not in {None, Status.SENT}:
        raise ConflictError("This letter has not been sent yet.")


@dataclass(frozen=True)
class Placement:
    """Where crm put a communication. A higher `revision` replaces a lower one.

    `by_person` follows a choice: of the card `chosen`, for which another stands when it is closed by now.
    """

    communication_id: str
    state: State
    revision: int
    audience: frozenset[str]
    cards: tuple[CardRef, ...] = ()
    contact_ids: tuple[str, ...] = ()
    by_person: bool = False
    chosen: CardRef | None = None
    reason: str | None = None
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True)
class Following:
    """Keeping the record in step with crm."""

    store: Store
    holding: Holding

    def follow(self, placement: Placement) -> None:
        """Takes a placement over, unless a newer one or a person's choice stands already.

        A placement of what is not here changes nothing.

        Raises:
            StaleVersionError: somebody saved the record meanwhile; to be tried again.
        """
        record = self.store.communication(placement.communication_id)
        if record is None or placement.revision <= record.link_revision:
            return
        if _answers(placement, record):
            # Before the record: what fails here is told again.
            if placement.state is State.LINKED:
                self.holding.hold(record, placement.cards)
            self.store.save(_placed(record, placement), record)


def _answers(placement: Placement, record: Communication) -> bool:
    """Until crm has heard of a choice, what it says is older than the choice."""
    if not record.awaits_choice:
        return True
    if record.card is None:
        return placement.reason == TAKEN_OFF
    return placement.by_person and record.card in {placement.chosen, *placement.cards}


@dataclass(frozen=True)
class Aside:
    """Letters that need no card: a person says so, and may take it back."""

    store: Store
    reading: Reading

    def put(
        self,
        caller: Principal,
        authorization: str | None,
        communication_id: str,
        *,
        aside: bool,
    ) -> Communication:
        """The communication, no longer waiting or waiting again; the same once more changes nothing.

        Raises:
            NotFoundError: there is no such communication, or it is not for the caller.
            ConflictError: it stands on a card.
        """
        record = self.reading.record(caller, authorization, communication_id)
        if record.state is State.LINKED:
            raise ConflictError("This letter stands on a card.")
        wanted = State.ASIDE if aside else State.UNLINKED
        return (
            record
            if record.state is wanted
            else self.store.save(replace(record, state=wanted), record)
        )


def _placed(record: Communication, placement: Placement) -> Communication:
    # What waits for nobody goes on waiting for nobody, until it has a card.
    stays = record.state is State.ASIDE and placement.state is State.UNLINKED
    return replace(
        record,
        state=State.ASIDE if stays else placement.state,
        cards=placement.cards,
        contact_ids=placement.contact_ids,
        audience=placement.audience,
        awaits_choice=False,
        reason=placement.reason,
        suggestions=placement.suggestions,
        link_revision=placement.revision,
    )

"""Messages in the portal: between a client and the people who work on his deal."""

from chalicelib.communications.events import CommunicationReceived, CommunicationSent
from chalicelib.communications.model import (
    Address,
    Channel,
    Communication,
    Direction,
    State,
    Status,
    snippet,
)
from chalicelib.communications.service.names import Names
from chalicelib.communications.service.ports import CardAccess, Cards, Pace, Store
from portal.cards import CardRef
from portal.clock import Clock
from portal.errors import ConflictError, NotFoundError
from portal.events import Event
from portal.ids import Ids
from portal.principals import OWNER_GRANT, Actor, Principal, contact_grant, employee_grant
from portal.values import dataclass

_CLIENTS = contact_grant("")


@dataclass(frozen=True)
class Messages:
    """Writing messages. One stands on its deal as soon as it is written: nothing carries it anywhere."""

    store: Store
    pace: Pace
    cards: Cards
    clock: Clock
    ids: Ids

    def write(
        self,
        author: Principal,
        authorization: str | None,
        deal: CardRef,
        text: str,
        request_key: str | None,
    ) -> Communication:
        """The message as recorded. The same `request_key` gives the message that it made before.

        A client's is between him and the company; of the company's each client of the deal is a party.

        Raises:
            NotFoundError: there is no such deal, or it is not for the author.
            ConflictError: nobody is a client of the deal yet.
            TooManyRequestsError: the client has written enough for now.
        """
        if request_key and (made := self.store.requested_with(request_key)):
            return made
        access = self.cards.visible(authorization, [deal]).get(deal)
        if access is None:
            raise NotFoundError("There is no such deal.")
        parties = _parties(author, access)
        if not author.is_staff:
            self.pace.count(author.id, self.clock())
        record = self._record(author, deal, text, access, parties)
        return self.store.add(record, Names(request_key=request_key), self._event(record))

    def _record(
        self,
        author: Principal,
        deal: CardRef,
        text: str,
        access: CardAccess,
        parties: tuple[str, ...],
    ) -> Communication:
        # A client is not told who sees the deal; crm gives the message the deal's audience when it hears of it.
        own = employee_grant(author.id) if author.is_staff else OWNER_GRANT
        return Communication(
            id=self.ids(),
            direction=Direction.OUTBOUND if author.is_staff else Direction.INBOUND,
            at=self.clock(),
            sender=Address(author.name, ""),
            channel=Channel.PORTAL,
            text=text,
            snippet=snippet(text),
            state=State.LINKED,
            audience=access.audience | {own},
            cards=(deal,),
            contact_ids=parties,
            card=deal,
            # Whoever writes in the portal has signed in.
            authenticated=True,
            status=Status.SENT if author.is_staff else None,
            author=Actor.of(author),
        )

    def _event(self, record: Communication) -> Event:
        staff = frozenset(token for token in record.audience if not token.startswith(_CLIENTS))
        inbound = record.direction is Direction.INBOUND
        announcement = (CommunicationReceived if inbound else CommunicationSent)(record, staff)
        return announcement.to_event(self.ids(), record.at, _author(record))


def _parties(author: Principal, access: CardAccess) -> tuple[str, ...]:
    if author.is_staff and not access.contact_ids:
        raise ConflictError("This deal has no client yet. Add a contact to it, then write to him.")
    if author.is_staff:
        return access.contact_ids
    if author.contact_id is None:
        raise NotFoundError("There is no such deal.")
    return (author.contact_id,)


def _author(record: Communication) -> Actor:
    assert record.author is not None  # noqa: S101  # every message has one
    return record.author

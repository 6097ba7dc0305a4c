"""Reading all letters of a mailbox again: owners begin it, look how far it is, and stop it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from chalicelib.communications.events import ReplayQueued
from chalicelib.communications.model import Communication, Mailbox
from chalicelib.communications.model.replays import Replay, ReplayState
from chalicelib.communications.service.reading import Reading
from portal.clock import Clock
from portal.errors import ConflictError, InvalidError, NotFoundError
from portal.events import Event
from portal.ids import Ids
from portal.paging import Page
from portal.principals import Actor, Principal
from portal.values import dataclass


class ReplayStore(Protocol):
    """Where replays stand, the latest of each mailbox."""

    def replays(self) -> list[Replay]:
        """All of them."""
        ...

    def replay(self, mailbox_id: str) -> Replay | None:
        """That of a mailbox."""
        ...

    def keep_replay(self, replay: Replay, event: Event | None) -> Replay:
        """As stored, and told if it goes on; raises `StaleVersionError`."""
        ...

    def uncounted(self, address: str, records: Sequence[Communication]) -> list[Communication]:
        """Those that are not in the list of what came to the mailbox."""
        ...

    def count(self, record: Communication) -> None:
        """Puts a letter into the lists of what came to its mailboxes."""


class Named(Protocol):
    """What owners are told names with."""

    def mailboxes(self) -> list[Mailbox]:
        """All of them."""
        ...

    def records(self, page: Page[str]) -> Page[Communication]:
        """The records of some ids, in their order."""
        ...


@dataclass(frozen=True)
class Replays:
    """Owners' part: it begins, is looked at, and is stopped."""

    store: ReplayStore
    named: Named
    reading: Reading
    clock: Clock
    ids: Ids

    def all(self) -> list[Replay]:
        """The latest of each mailbox."""
        return self.store.replays()

    def unread(self, caller: Principal, replays: Iterable[Replay]) -> dict[str, Communication]:
        """The letters that could not be read, as far as the caller may see them, by id."""
        ids = [one.communication_id for replay in replays for one in replay.unread]
        found = self.named.records(Page(ids)).items if ids else []
        shown = Page([one for one in found if caller.may_see(one.audience)])
        return {one.id: one for one in self.reading.many(caller, shown).items}

    def begin(self, mailbox_id: str, since: datetime, by: Actor) -> Replay:
        """A new one in place of the last.

        Raises:
            InvalidError: there is no such mailbox, or the day is yet to come.
            ConflictError: the letters of this mailbox are being read again already.
        """
        if mailbox_id not in {box.id for box in self.named.mailboxes()}:
            raise InvalidError.at("/mailbox_id", "There is no such mailbox.")
        if since > self.clock():
            raise InvalidError.at("/since", "Choose a day that has begun.")
        last = self.store.replay(mailbox_id)
        if last and last.runs:
            raise ConflictError("The letters of this mailbox are being read again already.")
        version = last.version if last else None
        new = Replay(self.ids(), mailbox_id, since, self.clock(), by, version=version)
        return keep(self.store, new, self.ids(), self.clock())

    def stop(self, mailbox_id: str) -> Replay:
        """It goes no further; what was read stays read, and one that has ended stays as it is.

        Raises:
            NotFoundError: the letters of this mailbox were never read again.
            StaleVersionError: a page was done at this moment; try again.
        """
        last = self.store.replay(mailbox_id)
        if last is None:
            raise NotFoundError("The letters of this mailbox were never read again.")
        if not last.runs:
            return last
        return self.store.keep_replay(replace(last, state=ReplayState.CANCELLED), None)


def keep(store: ReplayStore, replay: Replay, event_id: str, now: datetime) -> Replay:
    """Stores one, and tells that it goes on if it does."""
    event = ReplayQueued(replay).to_event(event_id, now) if replay.runs else None
    return store.keep_replay(replay, event)

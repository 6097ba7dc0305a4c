"""Seeing where one is signed in, and ending it."""

from chalicelib.people.events import PersonChanged, SessionEnded
from chalicelib.people.model import OpenSession, Person, SecurityKind
from chalicelib.people.service.books import SessionBook
from chalicelib.people.service.noting import Noting
from chalicelib.people.service.ports import Accounts, Store
from portal.clock import Clock
from portal.errors import NotFoundError
from portal.ids import Ids
from portal.principals import Actor, Principal
from portal.values import dataclass


@dataclass(frozen=True)
class Ending:
    """The sessions of a person that go on, each until it is ended; its tokens end with it in every feature."""

    store: Store
    book: SessionBook
    accounts: Accounts
    noting: Noting
    clock: Clock
    ids: Ids

    def open(self, person_id: str) -> list[OpenSession]:
        """Those that go on, the last used first.

        Raises:
            NotFoundError: there is no such person.
        """
        person = self._person(person_id)
        now = self.clock()
        mine = [
            session
            for session in self.book.sessions(person.id)
            if session.goes_on(person.sessions_ended_at, now)
        ]
        return sorted(mine, key=lambda session: session.used_at, reverse=True)

    def end(self, caller: Principal, session_id: str) -> None:
        """Ends one of the caller's own; one that has ended already is no error.

        Raises:
            NotFoundError: he has no such session.
        """
        session = self.book.session(caller.id, session_id)
        if session is None:
            raise NotFoundError("You have no such session.")
        if session.ended_at is None:
            self._end(caller, session)

    def end_others(self, caller: Principal) -> None:
        """Ends all of the caller's own but the one that asks."""
        for session in self.open(caller.id):
            if session.id != caller.session_id:
                self._end(caller, session)

    def end_all(self, actor: Principal, person_id: str) -> None:
        """Ends all of somebody's; he is told who did it.

        Raises:
            NotFoundError: there is no such person.
        """
        before = self._person(person_id)
        now = self.clock()
        event = PersonChanged(before, now).to_event(self.ids(), now, Actor.of(actor))
        self.accounts.end_sessions(person_id)
        self.store.save(before.without_sessions(now), before, event)
        self.noting.note(person_id, SecurityKind.SESSIONS_ENDED, Actor.of(actor))

    def _end(self, caller: Principal, session: OpenSession) -> None:
        now = self.clock()
        event = SessionEnded(caller.id, session.id)
        self.book.save(session.ended(now), event.to_event(self.ids(), now, Actor.of(caller)))

    def _person(self, person_id: str) -> Person:
        person = self.store.person(person_id)
        if person is None:
            raise NotFoundError("There is no such person.")
        return person

"""Bringing in a person."""

from dataclasses import replace

from chalicelib.people.events import PasswordLinkRequested, PersonChanged
from chalicelib.people.model import LinkKind, PasswordLink, Person, asked, require_password
from chalicelib.people.service.ports import Accounts, Store
from portal.clock import Clock
from portal.errors import ConflictError
from portal.events import Event
from portal.ids import Ids
from portal.principals import Actor
from portal.values import dataclass


@dataclass(frozen=True)
class Adding:
    """Adds a person with a password, or with an invitation to set one."""

    store: Store
    accounts: Accounts
    clock: Clock
    ids: Ids

    def add(
        self, actor: Actor, person: Person, password: str | None, *, silent: bool = False
    ) -> Person:
        """The person as stored; without a password he is invited by letter to set one, unless `silent`.

        Raises:
            InvalidError: the password will not do.
            ConflictError: the address is taken.
        """
        if self.store.person_by_email(person.email):
            raise ConflictError("This address belongs to somebody already.")
        if silent:
            waiting = replace(person, invited=True)
            return self.store.add(waiting, self._added(actor, waiting))
        if password is None:
            return self._add_invited(actor, replace(person, invited=True))
        self.accounts.create(person.id, require_password(password))
        person = person.with_password(self.clock())
        try:
            return self.store.add(person, self._added(actor, person))
        except ConflictError:
            self.accounts.remove(person.id)
            raise

    def _add_invited(self, actor: Actor, person: Person) -> Person:
        link = asked(self.ids(), LinkKind.INVITATION, person.email, self.clock())
        return self.store.add(person, self._added(actor, person), self._invitation(actor, link))

    def _invitation(self, actor: Actor, link: PasswordLink) -> tuple[PasswordLink, Event]:
        return link, PasswordLinkRequested(link).to_event(self.ids(), self.clock(), actor)

    def _added(self, actor: Actor, person: Person) -> Event:
        return PersonChanged(person, None).to_event(self.ids(), self.clock(), actor)

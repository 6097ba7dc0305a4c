"""Setting passwords: by a link from a letter, or by an owner."""

from datetime import timedelta

from chalicelib.people.events import PasswordLinkRequested, PersonChanged
from chalicelib.people.model import (
    LinkKind,
    PasswordLink,
    Person,
    asked,
    from_token,
    require_password,
)
from chalicelib.people.service.limits import Limit, Limits
from chalicelib.people.service.ports import Accounts, Links, Store
from portal.clock import Clock
from portal.errors import ConflictError, GoneError, NotFoundError
from portal.ids import Ids
from portal.principals import SYSTEM, Actor, Principal
from portal.values import dataclass

_PATIENCE = (
    "Letters were asked for too often. Look into your mailbox, or wait a quarter of an hour."
)
_QUARTER = timedelta(minutes=15)

FOR_AN_ADDRESS = Limit("reset", 3, _QUARTER, _PATIENCE)
FROM_A_SOURCE = Limit("reset-from", 30, _QUARTER, _PATIENCE)

_ENDED = (
    "This link was used already, or is too old."
    " Ask for a new letter on the sign-in page: “Forgotten password”."
)


@dataclass(frozen=True)
class Passwords:
    """Passwords and the links to them. Asking for a link costs the same whoever's address it is."""

    store: Store
    links: Links
    accounts: Accounts
    limits: Limits
    clock: Clock
    ids: Ids

    def ask(self, email: str, source: str) -> None:
        """Lets a letter go to the address, if anybody has it; who asks is never told.

        Raises:
            TooManyRequestsError: for this address, or from this source, it was asked too often.
        """
        self.limits.count(FROM_A_SOURCE, source)
        self.limits.count(FOR_AN_ADDRESS, email)
        link = asked(self.ids(), LinkKind.RESET, email, self.clock())
        event = PasswordLinkRequested(link).to_event(self.ids(), self.clock(), SYSTEM)
        self.links.add(link, event)

    def invite(self, actor: Principal, person_id: str) -> None:
        """Sends an invitation anew; links of earlier ones go on for as long as they last.

        Raises:
            NotFoundError: there is no such person.
            ConflictError: the person has a password, or may not sign in.
        """
        person = self._person(person_id)
        if not person.active:
            raise ConflictError("This account is closed. Open it first, then invite again.")
        if not person.invited:
            raise ConflictError("This person has a password already, and can ask for a new one.")
        link = asked(self.ids(), LinkKind.INVITATION, person.email, self.clock())
        event = PasswordLinkRequested(link).to_event(self.ids(), self.clock(), Actor.of(actor))
        self.links.add(link, event)

    def check(self, token: str) -> tuple[PasswordLink, Person]:
        """The link that a token opens, and whose password it sets.

        Raises:
            GoneError: it opens nothing any more, or never did.
        """
        link_id, secret = from_token(token)
        link = self.links.link(link_id)
        person = self.store.person(link.person_id) if link and link.person_id else None
        if not (link and person and link.opens_for(person, secret, self.clock())):
            raise GoneError(_ENDED)
        return link, person

    def set_by_link(self, token: str, password: str) -> None:
        """Sets the password; all sessions end, and no link asked for before opens any more.

        Raises:
            GoneError: the token opens nothing any more.
            InvalidError: the password will not do; the link stays good.
        """
        _, person = self.check(token)
        self.accounts.create(person.id, require_password(password))
        self.accounts.end_sessions(person.id)
        now = self.clock()
        event = PersonChanged(person, now).to_event(self.ids(), now, _oneself(person))
        self.store.save(person.with_password(now).without_sessions(now), person, event)

    def give(self, actor: Principal, person_id: str, password: str) -> None:
        """Sets somebody's password; his sessions go on.

        Raises:
            NotFoundError: there is no such person.
            InvalidError: the password will not do.
        """
        person = self._person(person_id)
        self.accounts.create(person.id, require_password(password))
        now = self.clock()
        event = PersonChanged(person, None).to_event(self.ids(), now, Actor.of(actor))
        self.store.save(person.with_password(now), person, event)

    def _person(self, person_id: str) -> Person:
        person = self.store.person(person_id)
        if person is None:
            raise NotFoundError("There is no such person.")
        return person


def _oneself(person: Person) -> Actor:
    return Actor.of(person.to_principal())

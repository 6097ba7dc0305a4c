"""Signing in through the company's own provider."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from chalicelib.people.model import Origin, Person, SecurityKind, Session
from chalicelib.people.model import provider as refusals
from chalicelib.people.model.provider import (
    Identity,
    ProviderLink,
    ProviderRefusedError,
    ProviderRules,
)
from chalicelib.people.model.tickets import Checks, Purpose, Ticket, begun, id_in
from chalicelib.people.service.admission import Admission, require_address
from chalicelib.people.service.limits import Limit, Limits
from chalicelib.people.service.ports import Accounts
from chalicelib.people.service.proofs import Proof, Proofs
from chalicelib.people.service.sessions import Sessions
from chalicelib.people.service.vouching import Provider, Tickets
from portal.clock import Clock
from portal.errors import ConflictError, NotFoundError
from portal.ids import Ids
from portal.principals import Actor, Principal

FROM_A_SOURCE = Limit(
    "provider-from",
    300,
    timedelta(minutes=5),
    "Too many people are signing in from here. Wait a few minutes.",
)

Secrets = Callable[[], str]


@dataclass(frozen=True)
class Begun:
    """Where the browser goes, and what it keeps to itself meanwhile."""

    address: str
    ticket_id: str
    secret: str


@dataclass(frozen=True)
class Answer:
    """What the browser brings back from the provider; the secret is the one it has kept."""

    state: str
    code: str
    secret: str


@dataclass(frozen=True)
class ByProvider:
    """Without rules the company has no provider, and nothing here is found."""

    rules: ProviderRules | None
    provider: Provider
    tickets: Tickets
    admission: Admission
    sessions: Sessions
    accounts: Accounts
    proofs: Proofs
    limits: Limits
    secrets: Secrets
    clock: Clock
    ids: Ids

    def begin(self, to: str, source: str) -> Begun:
        """The way to the provider, for somebody who wants to be on the page `to` afterwards.

        Raises:
            NotFoundError: the company has no provider.
            TooManyRequestsError: it was begun too often from this source.
            UnavailableError: the provider does not answer.
        """
        self._rules()
        self.limits.count(FROM_A_SOURCE, source)
        return self._begin(Purpose.SIGN_IN, to=to)

    def finish(self, answer: Answer, origin: Origin) -> tuple[Session, str]:
        """The session, and the page that he wanted.

        Raises:
            NotFoundError: the company has no provider.
            ProviderRefusedError: he does not come in; it tells why.
            UnavailableError: the provider does not answer.
        """
        rules = self._rules()
        ticket = self._spent(answer, Purpose.SIGN_IN, None)
        identity = self.provider.identity(answer.code, Checks(answer.secret))
        person = self.admission.person(identity, rules)
        tokens = self.accounts.vouch(person.id)
        return self.sessions.opened(tokens, origin, by_provider=True), ticket.to

    def link_of(self, person_id: str) -> ProviderLink | None:
        """By whom of the provider's people he signs in; without a key he has turned it off."""
        return self.admission.identities.link_of(person_id)

    def begin_link(self, caller: Principal, proof: Proof) -> Begun:
        """The way to the provider, for somebody who wants to sign in by it from now on.

        Raises:
            NotFoundError: the company has no provider.
            UnauthenticatedError: the password or the code is wrong.
            UnavailableError: the provider does not answer.
        """
        self._rules()
        person = self._person(caller)
        self.accounts.revoke(self.proofs.tokens(person.email, person, proof).refresh or "")
        return self._begin(Purpose.LINK, person_id=caller.id)

    def finish_link(self, caller: Principal, answer: Answer) -> ProviderLink | None:
        """The link as it is now.

        Raises:
            NotFoundError: the company has no provider.
            ConflictError: it cannot be; it tells why.
            UnavailableError: the provider does not answer.
        """
        rules = self._rules()
        try:
            identity = self._linkable(caller, answer, rules)
            self.admission.link(self._person(caller), identity)
        except ProviderRefusedError as error:
            # The caller is signed in, and stays so.
            raise ConflictError(str(error)) from error
        return self.link_of(caller.id)

    def unlink(self, caller: Principal) -> None:
        """From now on nobody signs in as the caller by the provider, until he links it again.

        Raises:
            ConflictError: he would have no way in any more.
        """
        rules, before = self._rules(), self.link_of(caller.id)
        person = self._person(caller)
        if person.password_set_at is None or not rules.lets_by_password(person):
            raise ConflictError(
                "You would have no way in any more. First set a password: “Forgotten password” on the sign-in page."
            )
        off = ProviderLink(caller.id, None, "", self.clock())
        self.admission.identities.save(off, before)
        self.admission.noting.note(
            caller.id,
            SecurityKind.PROVIDER_UNLINKED,
            Actor.of(caller),
            before.email if before else "",
        )

    def _begin(self, purpose: Purpose, *, to: str = "", person_id: str | None = None) -> Begun:
        secret = self.secrets()
        ticket = begun(self.ids(), purpose, secret, self.clock(), to=to, person_id=person_id)
        address = self.provider.address(ticket.state, Checks(secret))
        self.tickets.add(ticket)
        return Begun(address, ticket.id, secret)

    def _spent(self, answer: Answer, purpose: Purpose, person_id: str | None) -> Ticket:
        ticket = self.tickets.ticket(id_in(answer.state))
        wanted = (answer.state, purpose, person_id)
        if ticket is None or (ticket.state, ticket.purpose, ticket.person_id) != wanted:
            raise refusals.expired()
        if not ticket.opens_with(answer.secret, self.clock()) or not self.tickets.spend(ticket):
            raise refusals.expired()
        return ticket

    def _linkable(self, caller: Principal, answer: Answer, rules: ProviderRules) -> Identity:
        self._spent(answer, Purpose.LINK, caller.id)
        identity = self.provider.identity(answer.code, Checks(answer.secret))
        require_address(identity, rules)
        return identity

    def _rules(self) -> ProviderRules:
        if self.rules is None:
            raise NotFoundError("The company has no provider of its own.")
        return self.rules

    def _person(self, caller: Principal) -> Person:
        person = self.admission.store.person(caller.id)
        if person is None:
            raise NotFoundError("There is no such person.")
        return person

"""Signing in and out, and going on."""

from datetime import timedelta

from chalicelib.people.events import SessionEnded
from chalicelib.people.model import (
    OpenSession,
    Origin,
    Person,
    SecurityKind,
    Session,
)
from chalicelib.people.model.factors import CODE_NEEDED, CODE_WRONG
from chalicelib.people.model.provider import ProviderRules, passwords_off
from chalicelib.people.service.books import SecurityBook, SessionBook
from chalicelib.people.service.noting import Noting
from chalicelib.people.service.ports import Accounts, Store, Tokens
from chalicelib.people.service.proofs import Proof, Proofs
from portal.clock import Clock
from portal.errors import UnauthenticatedError
from portal.identity import principal_of_issued
from portal.ids import Ids
from portal.principals import Actor, Principal
from portal.values import dataclass

_REFUSAL = "The address or the password is wrong."
_ENDED = "Your session has ended. Sign in again."
_ASKS_ON = {CODE_NEEDED, CODE_WRONG}


@dataclass(frozen=True)
class Sessions:
    """Sessions of employees and clients."""

    store: Store
    book: SessionBook
    security: SecurityBook
    accounts: Accounts
    proofs: Proofs
    noting: Noting
    clock: Clock
    ids: Ids
    rules: ProviderRules | None = None

    def sign_in(self, email: str, proof: Proof, origin: Origin) -> Session:
        """A new session.

        Raises:
            UnauthenticatedError: the same words for an unknown address, a wrong password and a closed account;
                others where the password is right and a code is needed or wrong, or passwords are not for him.
            TooManyRequestsError: as `Proofs.tokens` has it.
        """
        person = self.store.person_by_email(email)
        try:
            tokens = self.proofs.tokens(email, person, proof)
        except UnauthenticatedError as error:
            if error.reason in _ASKS_ON:
                raise
            raise UnauthenticatedError(_REFUSAL) from error
        if person and self.rules and not self.rules.lets_by_password(person):
            self.accounts.revoke(tokens.refresh or "")
            raise passwords_off()
        return self.opened(tokens, origin)

    def opened(self, tokens: Tokens, origin: Origin, *, by_provider: bool = False) -> Session:
        """The session that begins with new tokens; of one on a new device its person is told."""
        principal, person = self._bearer(tokens, _REFUSAL)
        now = self.clock()
        session = OpenSession(
            _id_of(principal), person.id, origin, now, now, by_provider=by_provider
        )
        known = {one.origin.device for one in self.book.sessions(person.id)}
        self.book.save(session)
        if known and origin.device not in known:
            actor = Actor.of(person.to_principal())
            self.noting.note(person.id, SecurityKind.NEW_DEVICE, actor, origin.device)
        return self._session(person, tokens, tokens.refresh or "")

    def refresh(self, refresh_token: str | None, origin: Origin) -> Session:
        """The same session with a new access token.

        Raises:
            UnauthenticatedError: there is no session, it was ended, or the person may no longer sign in.
        """
        if not refresh_token:
            raise UnauthenticatedError("There is no session here. Sign in.")
        tokens = self.accounts.refresh(refresh_token)
        principal, person = self._bearer(tokens, _ENDED)
        now, session_id = self.clock(), _id_of(principal)
        # One that began before sessions were kept is kept from now on.
        session = self.book.session(person.id, session_id) or OpenSession(
            session_id, person.id, origin, now, now
        )
        if not session.goes_on(person.sessions_ended_at, now):
            raise UnauthenticatedError(_ENDED)
        self.book.save(session.used(origin, now))
        return self._session(person, tokens, tokens.refresh or refresh_token)

    def sign_out(self, refresh_token: str | None) -> None:
        """Ends the session, if there is one."""
        if not refresh_token:
            return
        try:
            principal = principal_of_issued(self.accounts.refresh(refresh_token).access)
        except UnauthenticatedError:
            return
        session = self.book.session(principal.id, _id_of(principal))
        if session:
            now = self.clock()
            event = SessionEnded(principal.id, session.id)
            ended = event.to_event(self.ids(), now, Actor.of(principal))
            self.book.save(session.ended(now), ended)
        self.accounts.revoke(refresh_token)

    def _bearer(self, tokens: Tokens, refusal: str) -> tuple[Principal, Person]:
        principal = principal_of_issued(tokens.access)
        person = self.store.person(principal.id)
        if person is None or not person.active:
            raise UnauthenticatedError(refusal)
        return principal, person

    def _session(self, person: Person, tokens: Tokens, refresh_token: str) -> Session:
        expires_at = self.clock() + timedelta(seconds=tokens.expires_in)
        must_enrol = not principal_of_issued(tokens.access).roles
        return Session(person, tokens.access, refresh_token, expires_at, must_enrol)


def _id_of(principal: Principal) -> str:
    if principal.session_id is None:
        raise UnauthenticatedError(_ENDED)
    return principal.session_id

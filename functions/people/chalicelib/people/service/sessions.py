"""Signing in and out."""

from dataclasses import dataclass
from datetime import timedelta

from chalicelib.people.model import Session
from chalicelib.people.service.limits import Limit, Limits
from chalicelib.people.service.ports import Accounts, Store, Tokens
from portal.clock import Clock
from portal.errors import UnauthenticatedError
from portal.identity import principal_of_issued
from portal.ids import Ids

ATTEMPTS = Limit(
    "sign-in", 10, timedelta(minutes=5), "Too many attempts to sign in. Wait a few minutes."
)

_REFUSAL = "The address or the password is wrong."


@dataclass(frozen=True)
class Sessions:
    """Sessions of employees and clients."""

    store: Store
    accounts: Accounts
    limits: Limits
    clock: Clock
    ids: Ids

    def sign_in(self, email: str, password: str) -> Session:
        """A new session.

        Raises:
            UnauthenticatedError: the same words for an unknown address, a wrong password and a closed account.
            TooManyRequestsError: ten attempts within five minutes have failed for this address.
        """
        window = self.limits.count(ATTEMPTS, email)
        person = self.store.person_by_email(email)
        # An unknown address costs the same call to the user pool, so that time does not tell either.
        username = person.id if person and person.active else self.ids()
        try:
            tokens = self.accounts.sign_in(username, password)
        except UnauthenticatedError as error:
            raise UnauthenticatedError(_REFUSAL) from error
        self.limits.forget(ATTEMPTS, email, window)
        return self._session(tokens, tokens.refresh or "")

    def refresh(self, refresh_token: str | None) -> Session:
        """The same session with a new access token.

        Raises:
            UnauthenticatedError: there is no session, it has ended, or the person may no longer sign in.
        """
        if not refresh_token:
            raise UnauthenticatedError("There is no session here. Sign in.")
        tokens = self.accounts.refresh(refresh_token)
        return self._session(tokens, tokens.refresh or refresh_token)

    def sign_out(self, refresh_token: str | None) -> None:
        """Ends the session, if there is one."""
        if refresh_token:
            self.accounts.revoke(refresh_token)

    def _session(self, tokens: Tokens, refresh_token: str) -> Session:
        person = self.store.person(principal_of_issued(tokens.access).id)
        if person is None or not person.active:
            raise UnauthenticatedError(_REFUSAL)
        expires_at = self.clock() + timedelta(seconds=tokens.expires_in)
        return Session(person, tokens.access, refresh_token, expires_at)

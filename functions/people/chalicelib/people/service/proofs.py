"""Proving who one is: by a password, and by a code where the person has a second factor."""

from datetime import timedelta

from chalicelib.people.model import CodeNeededError, Person, SecurityKind, WrongCodeError
from chalicelib.people.model.factors import digest, is_from_app, plain
from chalicelib.people.service.books import SecurityBook
from chalicelib.people.service.limits import Limit, Limits
from chalicelib.people.service.noting import Noting
from chalicelib.people.service.ports import Accounts, Challenge, Tokens
from portal.errors import UnauthenticatedError
from portal.ids import Ids
from portal.principals import Actor
from portal.values import dataclass

PASSWORDS = Limit(
    "sign-in", 10, timedelta(minutes=5), "Too many attempts to sign in. Wait a few minutes."
)
CODES = Limit(
    "code", 10, timedelta(hours=1), "Too many wrong codes. Wait an hour, or ask an owner for help."
)


@dataclass(frozen=True)
class Proof:
    """What somebody offers; the code may be of the app or for recovery."""

    password: str
    code: str = ""


@dataclass(frozen=True)
class Proofs:
    """Checks what people offer. An unknown person costs the same as a known one, so that time tells nothing."""

    accounts: Accounts
    book: SecurityBook
    noting: Noting
    limits: Limits
    ids: Ids

    def tokens(self, email: str, person: Person | None, proof: Proof) -> Tokens:
        """The tokens of a new session.

        Raises:
            UnauthenticatedError: the password is wrong; `CodeNeededError` where it is not and there is no code.
            WrongCodeError: the code is wrong.
            TooManyRequestsError: too many attempts for this address, or wrong codes of this person.
        """
        window = self.limits.count(PASSWORDS, email)
        username = person.id if person and person.active else self.ids()
        found = self.accounts.sign_in(username, proof.password)
        if person:
            found = self._with_factor(person, found, proof)
        if isinstance(found, Challenge):
            raise CodeNeededError
        self.limits.forget(PASSWORDS, email, window)
        return found

    def _with_factor(
        self, person: Person, found: Tokens | Challenge, proof: Proof
    ) -> Tokens | Challenge:
        if isinstance(found, Tokens) and person.second_factor:
            found = self._asked_again(person, found, proof.password)
        if isinstance(found, Tokens) or not proof.code:
            return found
        window = self.limits.count(CODES, person.id)
        tokens = self._by_code(person, found, proof)
        self.limits.forget(CODES, person.id, window)
        return tokens

    def _asked_again(self, person: Person, tokens: Tokens, password: str) -> Tokens | Challenge:
        # Somebody is using a recovery code at this moment, or was cut off while he did: see `_by_recovery`.
        self.accounts.revoke(tokens.refresh or "")
        self.accounts.ask_for_code(person.id, asking=True)
        again = self.accounts.sign_in(person.id, password)
        if isinstance(again, Tokens):
            raise UnauthenticatedError("Another sign-in is under way. Try again in a moment.")
        return again

    def _by_code(self, person: Person, challenge: Challenge, proof: Proof) -> Tokens:
        code = plain(proof.code)
        if is_from_app(code):
            return self.accounts.answer(person.id, challenge, code)
        return self._by_recovery(person, code, proof.password)

    def _by_recovery(self, person: Person, code: str, password: str) -> Tokens:
        """The user pool knows no recovery codes: for one sign-in, here alone, it does not ask for a code."""
        if not self.book.spend_code(person.id, digest(code)):
            raise WrongCodeError
        self.accounts.ask_for_code(person.id, asking=False)
        try:
            found = self.accounts.sign_in(person.id, password)
        finally:
            self.accounts.ask_for_code(person.id, asking=True)
        if isinstance(found, Challenge):
            raise UnauthenticatedError("Another sign-in is under way. Try again in a moment.")
        left = str(self.book.codes_left(person.id))
        actor = Actor.of(person.to_principal())
        self.noting.note(person.id, SecurityKind.RECOVERY_USED, actor, left)
        return found

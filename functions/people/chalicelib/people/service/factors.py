"""The second factor: set up, taken away, asked for by role."""

from collections.abc import Callable
from dataclasses import replace

from chalicelib.people.events import PersonChanged
from chalicelib.people.model import Enrolment, FactorState, Person, SecurityKind, SecurityPolicy
from chalicelib.people.model.factors import RECOVERY_CODES, digest, enrolment
from chalicelib.people.service.books import SecurityBook
from chalicelib.people.service.noting import Noting
from chalicelib.people.service.ports import Accounts, Store
from chalicelib.people.service.proofs import Proof, Proofs
from portal.clock import Clock
from portal.errors import (
    ConflictError,
    InvalidError,
    NotAllowedError,
    NotFoundError,
    StaleVersionError,
)
from portal.ids import Ids
from portal.principals import OUTSIDE_ROLES, Actor, Principal, Role
from portal.values import dataclass

ISSUER = "Sales Portal"

RecoveryCodes = Callable[[], str]
"""Makes one code that nobody guesses."""


@dataclass(frozen=True)
class Factors:
    """Each step asks for the password anew: who finds an open session must not lock its owner out."""

    store: Store
    book: SecurityBook
    accounts: Accounts
    proofs: Proofs
    noting: Noting
    make_code: RecoveryCodes
    clock: Clock
    ids: Ids

    def state(self, person_id: str) -> FactorState:
        """How a person proves who he is."""
        person = self._person(person_id)
        left = self.book.codes_left(person.id) if person.second_factor else 0
        return FactorState(person.second_factor, self.book.policy().requires(person.roles), left)

    def begin(self, caller: Principal, password: str) -> Enrolment:
        """A new secret for the caller's authenticator; nothing changes until `confirm`.

        Raises:
            UnauthenticatedError: the password is wrong.
            ConflictError: he has a second factor already.
        """
        person = self._without(caller)
        tokens = self.proofs.tokens(person.email, person, Proof(password))
        secret = self.accounts.new_secret(tokens.access)
        self.accounts.revoke(tokens.refresh or "")
        return enrolment(secret, ISSUER, person.email)

    def confirm(self, caller: Principal, proof: Proof) -> list[str]:
        """From the first right code on a code is asked for; the recovery codes, which nobody sees again.

        Raises:
            UnauthenticatedError, WrongCodeError: the password or the code is wrong.
            ConflictError: he has a second factor already.
        """
        person = self._without(caller)
        tokens = self.proofs.tokens(person.email, person, Proof(proof.password))
        try:
            self.accounts.confirm_secret(tokens.access, proof.code)
        finally:
            self.accounts.revoke(tokens.refresh or "")
        self.accounts.ask_for_code(person.id, asking=True)
        codes = self._new_codes(person)
        self._save(person, Actor.of(caller), enabled=True)
        self.noting.note(person.id, SecurityKind.FACTOR_ON, Actor.of(caller))
        return codes

    def renew_codes(self, caller: Principal, proof: Proof) -> list[str]:
        """New recovery codes; the ones of before open nothing any more.

        Raises:
            UnauthenticatedError, WrongCodeError: the password or the code is wrong.
            ConflictError: he has no second factor.
        """
        person = self._proven(caller, proof)
        codes = self._new_codes(person)
        self.noting.note(person.id, SecurityKind.CODES_RENEWED, Actor.of(caller))
        return codes

    def remove(self, caller: Principal, proof: Proof) -> None:
        """From now on the password alone lets the caller in.

        Raises:
            UnauthenticatedError, WrongCodeError: the password or the code is wrong.
            ConflictError: he has no second factor.
            NotAllowedError: his role does not let him go without.
        """
        if self.book.policy().requires(caller.roles):
            raise NotAllowedError(
                "Your role asks for a second factor. An owner of the portal set it so."
            )
        self._turn_off(self._proven(caller, proof), Actor.of(caller), SecurityKind.FACTOR_OFF)

    def reset(self, actor: Principal, person_id: str) -> None:
        """Takes the second factor away from somebody who has lost it; he is told.

        Raises:
            NotFoundError: there is no such person.
        """
        person = self._person(person_id)
        self._turn_off(person, Actor.of(actor), SecurityKind.FACTOR_RESET)

    def require(self, roles: frozenset[Role], if_match: int | None) -> SecurityPolicy:
        """Those who have one of the roles can do nothing from now on until they have set one up.

        Raises:
            InvalidError: one of the roles is for people outside the company.
            StaleVersionError: somebody saved after `if_match`.
        """
        if roles & OUTSIDE_ROLES:
            raise InvalidError.at(
                "/required_roles", "client and partner are for people outside the company."
            )
        policy = self.book.policy()
        if if_match not in {None, policy.version}:
            raise StaleVersionError
        return self.book.save_policy(replace(policy, required_roles=roles))

    def _turn_off(self, person: Person, actor: Actor, kind: SecurityKind) -> None:
        # The record last: until it says so, the next sign-in turns the question on again.
        self.accounts.ask_for_code(person.id, asking=False)
        self.book.save_codes(person.id, ())
        self._save(person, actor, enabled=False)
        self.noting.note(person.id, kind, actor)

    def _save(self, person: Person, actor: Actor, *, enabled: bool) -> None:
        event = PersonChanged(person, None).to_event(self.ids(), self.clock(), actor)
        self.store.save(replace(person, second_factor=enabled), person, event)

    def _new_codes(self, person: Person) -> list[str]:
        codes = [self.make_code() for _ in range(RECOVERY_CODES)]
        self.book.save_codes(person.id, map(digest, codes))
        return codes

    def _proven(self, caller: Principal, proof: Proof) -> Person:
        person = self._person(caller.id)
        _require(person)
        tokens = self.proofs.tokens(person.email, person, proof)
        self.accounts.revoke(tokens.refresh or "")
        return self._person(caller.id)

    def _without(self, caller: Principal) -> Person:
        person = self._person(caller.id)
        if person.second_factor:
            raise ConflictError("You have a second factor already. Remove it first.")
        return person

    def _person(self, person_id: str) -> Person:
        person = self.store.person(person_id)
        if person is None:
            raise NotFoundError("There is no such person.")
        return person


def _require(person: Person) -> None:
    if not person.second_factor:
        raise ConflictError("There is no second factor here.")

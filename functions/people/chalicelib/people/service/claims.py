"""What an access token says of its bearer."""

from dataclasses import replace

from chalicelib.people.model import Person
from chalicelib.people.model.provider import ProviderRules, from_username
from chalicelib.people.model.tree import Tree
from chalicelib.people.service.books import SecurityBook
from chalicelib.people.service.ports import Store
from portal.clock import Clock
from portal.errors import UnauthenticatedError
from portal.identity import to_claim
from portal.principals import Principal
from portal.values import dataclass


@dataclass(frozen=True)
class Claims:
    """Claims made while the user pool issues a token."""

    store: Store
    security: SecurityBook
    clock: Clock
    rules: ProviderRules | None = None

    def issue(self, username: str) -> str:
        """The claim that carries the person's rights as of now.

        Where his role asks for a second factor and he has none, that is no right at all: he can set one up; but the
        provider may have asked for one already.

        Raises:
            UnauthenticatedError: the person is unknown or may no longer sign in, or not in this way.
        """
        person_id, by_provider = from_username(username)
        if by_provider and self.rules is None:
            raise UnauthenticatedError("The company has no provider of its own any more.")
        person = self.store.person(person_id)
        if person is None or not person.active:
            raise UnauthenticatedError("This account is closed.")
        asked = by_provider and self.rules is not None and self.rules.second_factor
        return to_claim(self._rights(person, asked=asked), self.clock())

    def _rights(self, person: Person, *, asked: bool) -> Principal:
        principal = person.to_principal()
        if person.headed_ids:
            # Whoever heads a department heads what belongs to it: the one rule of audiences knows heads alone.
            below = Tree(self.store.departments()).below(person.headed_ids)
            principal = replace(principal, headed_ids=below)
        if asked or person.second_factor or not self.security.policy().requires(person.roles):
            return principal
        return Principal(principal.id, principal.name, frozenset())

"""What an access token says of its bearer."""

from dataclasses import dataclass, replace

from chalicelib.people.model import Person
from chalicelib.people.model.tree import Tree
from chalicelib.people.service.books import SecurityBook
from chalicelib.people.service.ports import Store
from portal.clock import Clock
from portal.errors import UnauthenticatedError
from portal.identity import to_claim
from portal.principals import Principal


@dataclass(frozen=True)
class Claims:
    """Claims made while the user pool issues a token."""

    store: Store
    security: SecurityBook
    clock: Clock

    def issue(self, person_id: str) -> str:
        """The claim that carries the person's rights as of now.

        Where his role asks for a second factor and he has none, that is no right at all: he can set one up.

        Raises:
            UnauthenticatedError: the person is unknown or may no longer sign in.
        """
        person = self.store.person(person_id)
        if person is None or not person.active:
            raise UnauthenticatedError("This account is closed.")
        return to_claim(self._rights(person), self.clock())

    def _rights(self, person: Person) -> Principal:
        principal = person.to_principal()
        if person.headed_ids:
            # Whoever heads a department heads what belongs to it: the one rule of audiences knows heads alone.
            below = Tree(self.store.departments()).below(person.headed_ids)
            principal = replace(principal, headed_ids=below)
        if person.second_factor or not self.security.policy().requires(person.roles):
            return principal
        return Principal(principal.id, principal.name, frozenset())

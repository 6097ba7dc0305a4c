"""What an access token says of its bearer."""

from dataclasses import dataclass

from chalicelib.people.service.ports import Store
from portal.clock import Clock
from portal.errors import UnauthenticatedError
from portal.identity import to_claim


@dataclass(frozen=True)
class Claims:
    """Claims made while the user pool issues a token."""

    store: Store
    clock: Clock

    def issue(self, person_id: str) -> str:
        """The claim that carries the person's rights as of now.

        Raises:
            UnauthenticatedError: the person is unknown or may no longer sign in.
        """
        person = self.store.person(person_id)
        if person is None or not person.active:
            raise UnauthenticatedError("This account is closed.")
        return to_claim(person.to_principal(), self.clock())

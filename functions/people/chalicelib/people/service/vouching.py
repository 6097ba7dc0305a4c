"""What the use cases of the company's own provider need from outside; tests have it in memory."""

from typing import Protocol

from chalicelib.people.model.provider import Identity, ProviderLink
from chalicelib.people.model.tickets import Checks, Ticket


class Provider(Protocol):
    """The issuer that vouches for people."""

    def address(self, state: str, checks: Checks) -> str:
        """Where the browser goes; raises `UnavailableError`."""
        ...

    def identity(self, code: str, checks: Checks) -> Identity:
        """Whom a code is of.

        Raises `ProviderRefusedError` for a code or a token that is not what we asked for, `UnavailableError`.
        """
        ...


class Tickets(Protocol):
    """Sign-ins that are under way."""

    def add(self, ticket: Ticket) -> None:
        """Remembers a new one."""

    def ticket(self, ticket_id: str) -> Ticket | None:
        """One, unless it was spent or is forgotten."""
        ...

    def spend(self, ticket: Ticket) -> bool:
        """Whether nobody has done so before."""
        ...


class Identities(Protocol):
    """Which of the provider's people are which of ours."""

    def person_id_of(self, key: str) -> str | None:
        """Who is linked with it."""
        ...

    def link_of(self, person_id: str) -> ProviderLink | None:
        """By whom he signs in, or that he does not want to."""
        ...

    def save(self, link: ProviderLink, before: ProviderLink | None) -> None:
        """Stores it in the place of the former one; raises `ConflictError` when the key is somebody else's."""

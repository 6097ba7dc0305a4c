"""A company in memory that has a provider of its own."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.unit.people.company import Company

from chalicelib.people.model import Origin, Person, SecurityKind, Session
from chalicelib.people.model.provider import (
    Identity,
    ProviderLink,
    ProviderRefusedError,
    ProviderRules,
    distrusted,
)
from chalicelib.people.model.tickets import Checks, Ticket
from chalicelib.people.service import Admission, Answer, ByProvider, Limits, Proof
from portal.errors import ConflictError, UnauthenticatedError
from portal.ids import new_id
from portal.paging import PageRequest

RULES = ProviderRules({"ru": "Кейклоук", "en": "Keycloak"}, frozenset({"demo.example"}))
SELLER = Identity(
    "https://id.test", "ivan", "seller@demo.example", email_verified=True, name="Иван Продавцов"
)
NEWCOMER = Identity(
    "https://id.test", "anna", "anna@demo.example", email_verified=True, name="Анна Ёлкина"
)
CODE = "code"


class MemoryProvider:
    """Vouches for whom it is told to, by one code that goes with the browser's secret."""

    def __init__(self) -> None:
        self.identity_now = SELLER
        self.asked: list[Checks] = []

    def address(self, state: str, checks: Checks) -> str:
        self.asked.append(checks)
        return f"https://id.test/?state={state}"

    def identity(self, code: str, checks: Checks) -> Identity:
        if code != CODE or checks not in self.asked:
            raise distrusted()
        return self.identity_now


class MemoryTickets:
    """Sign-ins under way."""

    def __init__(self) -> None:
        self.kept: dict[str, Ticket] = {}

    def add(self, ticket: Ticket) -> None:
        self.kept[ticket.id] = ticket

    def ticket(self, ticket_id: str) -> Ticket | None:
        return self.kept.get(ticket_id)

    def spend(self, ticket: Ticket) -> bool:
        return self.kept.pop(ticket.id, None) is not None


class MemoryIdentities:
    """Whom of ours the provider's people are."""

    def __init__(self) -> None:
        self.people: dict[str, str] = {}
        self.links: dict[str, ProviderLink] = {}

    def person_id_of(self, key: str) -> str | None:
        return self.people.get(key)

    def link_of(self, person_id: str) -> ProviderLink | None:
        return self.links.get(person_id)

    def save(self, link: ProviderLink, before: ProviderLink | None) -> None:
        if link.key and self.people.get(link.key, link.person_id) != link.person_id:
            raise ConflictError("taken")
        if before and before.key:
            self.people.pop(before.key)
        if link.key:
            self.people[link.key] = link.person_id
        self.links[link.person_id] = link


class Vouched(Company):
    """The company, whose browser is at hand."""

    def __init__(self, rules: ProviderRules | None = RULES) -> None:
        super().__init__()
        self.provider, self.tickets = MemoryProvider(), MemoryTickets()
        self.identities = MemoryIdentities()
        self.by_provider = self._by_provider(rules)

    def obey(self, **changes: object) -> None:
        """From now on the deployment says something else."""
        rules = replace(RULES, **changes)  # type: ignore[arg-type]  # any of its fields
        self.by_provider = self._by_provider(rules)
        self.sessions = self.by_provider.sessions
        self.claims = replace(self.claims, rules=rules)
        self.letters = replace(self.letters, rules=rules)

    def begin(self, to: str = "/deals", device: str = "") -> Answer:
        """What the browser brings back, if nobody has meddled with it."""
        begun = self.by_provider.begin(to, f"192.0.2.{device or 1}")
        return Answer(begun.address.partition("=")[2], CODE, begun.secret)

    def come(self, identity: Identity = SELLER) -> Session:
        """The session of whom the provider vouches for."""
        self.provider.identity_now = identity
        return self.by_provider.finish(self.begin(), Origin("Firefox, Linux", "192.0.2.1"))[0]

    def begin_link(self, person: Person, proof: Proof) -> Answer:
        """What the browser brings back to Settings."""
        begun = self.by_provider.begin_link(person.to_principal(), proof)
        return Answer(begun.address.partition("=")[2], CODE, begun.secret)

    def notes(self, person_id: str) -> list[SecurityKind]:
        """What touched his ways in, the latest first."""
        return [note.kind for note in self.security.notes(person_id, PageRequest(100, None)).items]

    def _by_provider(self, rules: ProviderRules | None) -> ByProvider:
        admission = Admission(
            self.store, self.identities, self.security, self.noting, self.clock, new_id
        )
        return ByProvider(
            rules,
            self.provider,
            self.tickets,
            admission,
            replace(self.sessions, rules=rules),
            self.accounts,
            self.proofs,
            Limits(self.store, self.clock),
            lambda: f"secret {new_id()}",
            self.clock,
            new_id,
        )


def refusal(attempt: Callable[[], object]) -> str | None:
    """Why it is refused."""
    with pytest.raises(UnauthenticatedError) as refused:
        attempt()
    assert refused.value.reason is None or isinstance(refused.value, ProviderRefusedError)
    return refused.value.reason

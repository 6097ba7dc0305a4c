"""People in memory: a company with an owner and a seller."""

from datetime import UTC, datetime
from itertools import count

from tests.unit.people.books import MemorySecurity, MemorySessions
from tests.unit.people.fakes import MemoryAccounts, MemoryStore
from tests.unit.people.links import MemoryLinks
from tests.unit.people.post import MemoryPost

from chalicelib.people.model import Origin, Person, Session
from chalicelib.people.service import (
    Claims,
    Departments,
    Directory,
    Ending,
    Factors,
    Leaving,
    Letters,
    Limits,
    Noting,
    Passwords,
    Proof,
    Proofs,
    Sessions,
)
from chalicelib.people.service.directory import PersonChanges
from portal.ids import new_id
from portal.principals import Role

PASSWORD = "demo-Portal-1"


class Company:
    """People in memory, with an owner and a seller, on a clock that a test can move."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
        self.store = MemoryStore()
        self.accounts = MemoryAccounts(self.store)
        self.directory = Directory(self.store, self.accounts, self.clock, new_id)
        limits, links = Limits(self.store, self.clock), MemoryLinks(self.store)
        self.book, self.security = MemorySessions(), MemorySecurity()
        noting = self.noting = Noting(self.security, self.clock, new_id)
        proofs = self.proofs = Proofs(self.accounts, self.security, noting, limits, new_id)
        self.sessions = Sessions(
            self.store,
            self.book,
            self.security,
            self.accounts,
            proofs,
            noting,
            self.clock,
            new_id,
        )
        self.ending = Ending(self.store, self.book, self.accounts, noting, self.clock, new_id)
        recovery, self.codes = count(1), [f"abcde-{number:05}" for number in range(1, 30)]
        self.factors = Factors(
            self.store,
            self.security,
            self.accounts,
            proofs,
            noting,
            lambda: f"abcde-{next(recovery):05}",
            self.clock,
            new_id,
        )
        self.passwords = Passwords(self.store, links, self.accounts, limits, self.clock, new_id)
        self.post, numbers = MemoryPost(), count(1)
        self.letters = Letters(
            self.store,
            links,
            self.post,
            self.clock,
            lambda: f"secret-{next(numbers)}",
            "demo.example",
            "https://portal.test",
        )
        self.departments = Departments(self.store, self.clock, new_id)
        self.leaving = Leaving(self.store, self.clock, new_id)
        self.claims = Claims(self.store, self.security, self.clock)
        self.owner = self.directory.add_first_owner("Ольга", "owner@demo.example", PASSWORD)
        self.seller = self.add("seller@demo.example", Role.EMPLOYEE)

    def clock(self) -> datetime:
        return self.now

    def add(self, email: str, *roles: Role) -> Person:
        person = Person(new_id(), email, email, frozenset(roles))
        return self.directory.add_employee(self.owner.to_principal(), person, PASSWORD)

    def sign_in(
        self, email: str, password: str = PASSWORD, code: str = "", device: str = "Firefox, Linux"
    ) -> Session:
        return self.sessions.sign_in(email, Proof(password, code), Origin(device, "192.0.2.1"))

    def change(
        self, actor: Person, person: Person, changes: PersonChanges, version: int | None = None
    ) -> Person:
        return self.directory.change(actor.to_principal(), person.id, changes, version)

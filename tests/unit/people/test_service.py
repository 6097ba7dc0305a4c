"""The rules of people."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.unit.people.fakes import MemoryAccounts, MemoryStore

from chalicelib.people.model import Person, require_password
from chalicelib.people.service import Claims, Departments, Directory, Sessions
from chalicelib.people.service.directory import PersonChanges
from chalicelib.people.service.sessions import ATTEMPTS_A_WINDOW, WINDOW
from portal.errors import (
    ConflictError,
    InvalidError,
    NotAllowedError,
    StaleVersionError,
    TooManyRequestsError,
    UnauthenticatedError,
)
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
        self.sessions = Sessions(self.store, self.accounts, self.clock, new_id)
        self.departments = Departments(self.store, self.clock, new_id)
        self.claims = Claims(self.store, self.clock)
        self.owner = self.directory.add_first_owner("Ольга", "owner@demo.example", PASSWORD)
        self.seller = self.add("seller@demo.example", Role.EMPLOYEE)

    def clock(self) -> datetime:
        return self.now

    def add(self, email: str, *roles: Role) -> Person:
        person = Person(new_id(), email, email, frozenset(roles))
        return self.directory.add_employee(self.owner.to_principal(), person, PASSWORD)

    def change(
        self, actor: Person, person: Person, changes: PersonChanges, version: int | None = None
    ) -> Person:
        return self.directory.change(actor.to_principal(), person.id, changes, version)


@pytest.fixture
def company() -> Company:
    return Company()


def test_there_is_only_one_first_owner(company: Company) -> None:
    """Once somebody is here, nobody becomes owner from outside."""
    with pytest.raises(ConflictError):
        company.directory.add_first_owner("Взломщик", "thief@demo.example", PASSWORD)


def test_only_an_owner_changes_others(company: Company) -> None:
    """A seller neither promotes himself nor renames a colleague, but keeps his own phone."""
    for changes in (PersonChanges(roles=frozenset({Role.OWNER})), PersonChanges(active=False)):
        with pytest.raises(NotAllowedError):
            company.change(company.seller, company.seller, changes)
    with pytest.raises(NotAllowedError):
        company.change(company.seller, company.owner, PersonChanges(phone=None))
    changed = company.change(company.seller, company.seller, PersonChanges(phone="+79123456789"))
    assert changed.phone == "+79123456789"


@pytest.mark.parametrize(
    "changes", [PersonChanges(active=False), PersonChanges(roles=frozenset({Role.HR}))]
)
def test_an_owner_cannot_leave_the_portal_ownerless(
    company: Company, changes: PersonChanges
) -> None:
    """The last owner stays one, since only another can take the role away."""
    with pytest.raises(NotAllowedError):
        company.change(company.owner, company.owner, changes)


def test_employees_have_inside_roles(company: Company) -> None:
    """Nobody works here as a client, nor without any role."""
    for roles in (frozenset({Role.CLIENT}), frozenset[Role]()):
        with pytest.raises(InvalidError):
            company.change(company.owner, company.seller, PersonChanges(roles=roles))


def test_a_department_that_is_none_is_refused(company: Company) -> None:
    """An employee works in departments that exist."""
    with pytest.raises(InvalidError):
        company.change(
            company.owner, company.seller, PersonChanges(department_ids=frozenset({new_id()}))
        )


def test_who_saw_an_older_version_is_told(company: Company) -> None:
    """A change on top of somebody else's save does not go through."""
    company.change(company.owner, company.seller, PersonChanges(name="Новый"), version=1)
    with pytest.raises(StaleVersionError):
        company.change(company.owner, company.seller, PersonChanges(name="Старый"), version=1)


def test_only_changes_of_rights_end_tokens(company: Company) -> None:
    """A new name leaves tokens alone; a new role and a deactivation end them."""
    company.change(company.owner, company.seller, PersonChanges(name="Иван"))
    company.change(company.owner, company.seller, PersonChanges(roles=frozenset({Role.HR})))
    company.change(company.owner, company.seller, PersonChanges(active=False))
    ends = [event.data["access_changed_at"] for event in company.store.events[-3:]]
    assert ends == [None, "2026-03-02T09:00:00.000Z", "2026-03-02T09:00:00.000Z"]


def test_unknown_closed_and_mistaken_look_alike(company: Company) -> None:
    """The same words, and the same question to the user pool, for all three."""
    company.change(company.owner, company.seller, PersonChanges(active=False))
    said = set()
    for email, password in (
        ("nobody@demo.example", PASSWORD),
        ("seller@demo.example", PASSWORD),
        ("owner@demo.example", "wrong"),
    ):
        with pytest.raises(UnauthenticatedError) as refusal:
            company.sessions.sign_in(email, password)
        said.add(str(refusal.value))
    assert len(said) == 1
    assert len(company.accounts.tried) == 3


def test_guessing_is_slowed_down(company: Company) -> None:
    """After ten failures even the right password waits for the next window."""
    for _ in range(ATTEMPTS_A_WINDOW):
        with pytest.raises(UnauthenticatedError):
            company.sessions.sign_in("seller@demo.example", "wrong")
    with pytest.raises(TooManyRequestsError) as refusal:
        company.sessions.sign_in("seller@demo.example", PASSWORD)
    assert 0 < refusal.value.retry_after <= WINDOW.total_seconds()
    company.now += timedelta(seconds=refusal.value.retry_after)
    assert company.sessions.sign_in("seller@demo.example", PASSWORD).person == company.seller


def test_a_success_forgets_earlier_failures(company: Company) -> None:
    """Whoever signs in after a slip starts counting anew."""
    for _ in range(3):
        for _ in range(ATTEMPTS_A_WINDOW - 1):
            with pytest.raises(UnauthenticatedError):
                company.sessions.sign_in("seller@demo.example", "wrong")
        company.sessions.sign_in("seller@demo.example", PASSWORD)


def test_a_deactivated_person_gets_no_token(company: Company) -> None:
    """Neither a refresh nor the user pool's trigger lets him on."""
    session = company.sessions.sign_in("seller@demo.example", PASSWORD)
    company.change(company.owner, company.seller, PersonChanges(active=False))
    with pytest.raises(UnauthenticatedError):
        company.sessions.refresh(session.refresh_token)
    with pytest.raises(UnauthenticatedError):
        company.claims.issue(company.seller.id)


def test_a_head_is_an_employee_who_can_sign_in(company: Company) -> None:
    """A client, a closed account and a stranger lead no department."""
    client = replace(
        company.seller, id=new_id(), email="c@x.example", roles=frozenset({Role.CLIENT})
    )
    company.store.people[client.id] = client
    company.change(company.owner, company.seller, PersonChanges(active=False))
    for head_id in (client.id, company.seller.id, new_id()):
        with pytest.raises(InvalidError):
            company.departments.add(company.owner.to_principal(), "Продажи", head_id)


@pytest.mark.parametrize(
    "password",
    ["", "short-A1", "nocapitals-123", "NOSMALL-12345", "NoDigits-here", "NoSigns12345", "a" * 300],
)
def test_weak_passwords_are_refused(password: str) -> None:
    """The person is told what a password needs."""
    with pytest.raises(InvalidError):
        require_password(password)

"""The rules of people."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.unit.people.company import PASSWORD, Company

from chalicelib.people.model import Origin, require_password
from chalicelib.people.service.directory import PersonChanges
from chalicelib.people.service.proofs import PASSWORDS
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
            company.sign_in(email, password)
        said.add(str(refusal.value))
    assert len(said) == 1
    assert len(company.accounts.tried) == 3


def test_guessing_is_slowed_down(company: Company) -> None:
    """After ten failures even the right password waits for the next window."""
    for _ in range(PASSWORDS.attempts):
        with pytest.raises(UnauthenticatedError):
            company.sign_in("seller@demo.example", "wrong")
    with pytest.raises(TooManyRequestsError) as refusal:
        company.sign_in("seller@demo.example", PASSWORD)
    assert 0 < refusal.value.retry_after <= PASSWORDS.window.total_seconds()
    company.now += timedelta(seconds=refusal.value.retry_after)
    assert company.sign_in("seller@demo.example", PASSWORD).person == company.seller


def test_a_success_forgets_earlier_failures(company: Company) -> None:
    """Whoever signs in after a slip starts counting anew."""
    for _ in range(3):
        for _ in range(PASSWORDS.attempts - 1):
            with pytest.raises(UnauthenticatedError):
                company.sign_in("seller@demo.example", "wrong")
        company.sign_in("seller@demo.example", PASSWORD)


def test_a_deactivated_person_gets_no_token(company: Company) -> None:
    """Neither a refresh nor the user pool's trigger lets him on."""
    session = company.sign_in("seller@demo.example", PASSWORD)
    company.change(company.owner, company.seller, PersonChanges(active=False))
    with pytest.raises(UnauthenticatedError):
        company.sessions.refresh(session.refresh_token, Origin("", ""))
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


def test_every_rule_that_a_password_breaks_is_named() -> None:
    """At once, each in a sentence of its own."""
    with pytest.raises(InvalidError) as refusal:
        require_password("пароль1")
    assert {error.pointer for error in refusal.value.errors} == {"/password"}
    assert [error.message for error in refusal.value.errors] == [
        "Use 12 to 256 characters.",
        "Add a small Latin letter.",
        "Add a capital Latin letter.",
        "Add a sign, such as - or #.",
    ]

"""Choosing oneself by whom of the provider's people one signs in."""

from dataclasses import replace

import pytest
from tests.unit.people.company import PASSWORD
from tests.unit.people.vouched import NEWCOMER, SELLER, Vouched, refusal

from chalicelib.people.model import SecurityKind
from chalicelib.people.service import Proof
from portal.errors import ConflictError, UnauthenticatedError
from portal.principals import Role


@pytest.fixture
def company() -> Vouched:
    return Vouched()


def test_one_turns_it_off_and_links_another_account(company: Vouched) -> None:
    """Off, it stays off for whoever comes with the same address; linked again, the other one is he."""
    company.come()
    caller = company.seller.to_principal()
    company.by_provider.unlink(caller)
    assert refusal(company.come) == "provider_turned_off"
    company.provider.identity_now = replace(SELLER, subject="new", email="i@demo.example")
    link = company.by_provider.finish_link(
        caller, company.begin_link(company.seller, Proof(PASSWORD))
    )
    assert link
    assert link.email == "i@demo.example"
    assert company.come(company.provider.identity_now).person.id == company.seller.id
    assert company.notes(company.seller.id)[:2] == [
        SecurityKind.PROVIDER_LINKED,
        SecurityKind.PROVIDER_UNLINKED,
    ]


def test_linking_asks_for_the_password_and_takes_nobody_s_account(company: Vouched) -> None:
    """An open session alone must not give its finder a way in of his own."""
    with pytest.raises(UnauthenticatedError):
        company.begin_link(company.seller, Proof("wrong"))
    company.come()
    brought = company.begin_link(company.owner, Proof(PASSWORD))
    with pytest.raises(ConflictError, match="linked"):
        company.by_provider.finish_link(company.owner.to_principal(), brought)
    other = company.begin_link(company.owner, Proof(PASSWORD))
    with pytest.raises(ConflictError, match="Begin again"):
        company.by_provider.finish_link(company.seller.to_principal(), other)


def test_nobody_locks_himself_out(company: Vouched) -> None:
    """Without a password the provider is the only way in."""
    company.obey(newcomers=Role.EMPLOYEE)
    newcomer = company.come(NEWCOMER).person
    with pytest.raises(ConflictError, match="no way in"):
        company.by_provider.unlink(newcomer.to_principal())

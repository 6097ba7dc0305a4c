"""The second factor and the sessions, on a user pool in memory."""

from datetime import timedelta

import pytest
from tests.unit.people.company import PASSWORD, Company
from tests.unit.people.fakes import CODE

from chalicelib.people.model import Origin, SecurityKind
from chalicelib.people.model.factors import enrolment
from chalicelib.people.service import Proof
from chalicelib.people.service.proofs import CODES
from portal.errors import (
    ConflictError,
    NotAllowedError,
    TooManyRequestsError,
    UnauthenticatedError,
)
from portal.identity import from_claim
from portal.principals import Role

SELLER = "seller@demo.example"
NOWHERE = Origin("", "")


@pytest.fixture
def company() -> Company:
    return Company()


def enrolled(company: Company) -> list[str]:
    """The seller's recovery codes: from now on he is asked for a code."""
    seller = company.seller.to_principal()
    company.factors.begin(seller, PASSWORD)
    return company.factors.confirm(seller, Proof(PASSWORD, CODE))


def notes(company: Company) -> list[SecurityKind]:
    return [note.kind for note in company.security.kept]


def test_the_qr_code_says_what_an_authenticator_reads() -> None:
    """Whatever the address has in it."""
    found = enrolment("ABC234", "Sales Portal", "anna+1@demo.example")
    assert found.address == (
        "otpauth://totp/Sales%20Portal%3Aanna%2B1%40demo.example?secret=ABC234&issuer=Sales%20Portal"
    )


def test_a_code_is_asked_for_once_there_is_a_second_factor(company: Company) -> None:
    """The password alone opens nothing any more, nor does a wrong code."""
    assert company.sign_in(SELLER)
    enrolled(company)
    with pytest.raises(UnauthenticatedError) as asks:
        company.sign_in(SELLER)
    with pytest.raises(UnauthenticatedError) as wrong:
        company.sign_in(SELLER, code="000000")
    assert (asks.value.reason, wrong.value.reason) == ("code_needed", "code_wrong")
    assert company.sign_in(SELLER, code=" 123 456 ").person.id == company.seller.id


def test_whoever_has_no_password_is_not_told_of_the_factor(company: Company) -> None:
    """A wrong password gets the words it always gets, with a code or without one."""
    enrolled(company)
    for code in ("", CODE):
        with pytest.raises(UnauthenticatedError, match="address or the password") as refusal:
            company.sign_in(SELLER, "wrong", code)
        assert refusal.value.reason is None


def test_a_recovery_code_opens_once(company: Company) -> None:
    """The question for a code stands again afterwards, and the person is told how many are left."""
    first, *others = enrolled(company)
    assert company.sign_in(SELLER, code=first.upper())
    with pytest.raises(UnauthenticatedError):
        company.sign_in(SELLER, code=first)
    assert company.sign_in(SELLER, code=others[0])
    assert company.seller.id in company.accounts.asking
    assert company.factors.state(company.seller.id).codes_left == len(others) - 1
    assert company.security.kept[-1].detail == str(len(others) - 1)
    assert first.replace("-", "") not in str(company.security.codes)


def test_a_sign_in_that_was_cut_off_leaves_no_way_round(company: Company) -> None:
    """Where the pool forgot to ask although the record says so, it is made to ask again."""
    enrolled(company)
    company.accounts.asking.clear()
    before = set(company.accounts.open)
    with pytest.raises(UnauthenticatedError) as refusal:
        company.sign_in(SELLER)
    assert refusal.value.reason == "code_needed"
    assert company.accounts.open == before


def test_codes_are_not_guessed_without_end(company: Company) -> None:
    """Ten an hour, for whoever has the password."""
    enrolled(company)
    for attempt in range(CODES.attempts):
        company.now += timedelta(minutes=attempt % 2 * 5)
        with pytest.raises(UnauthenticatedError):
            company.sign_in(SELLER, code="000000")
    company.now += timedelta(minutes=5)
    with pytest.raises(TooManyRequestsError):
        company.sign_in(SELLER, code=CODE)


def test_a_wrong_password_or_code_sets_nothing_up(company: Company) -> None:
    """And who has a factor sets up no second one."""
    seller = company.seller.to_principal()
    for proof in (Proof("wrong", CODE), Proof(PASSWORD, "000000")):
        with pytest.raises(UnauthenticatedError):
            company.factors.confirm(seller, proof)
    assert not company.factors.state(seller.id).enabled
    enrolled(company)
    with pytest.raises(ConflictError):
        company.factors.begin(seller, PASSWORD)


def test_a_factor_is_taken_away_by_its_bearer_or_by_an_owner(company: Company) -> None:
    """The bearer proves himself; both are noted."""
    enrolled(company)
    seller = company.seller.to_principal()
    with pytest.raises(UnauthenticatedError):
        company.factors.remove(seller, Proof(PASSWORD))
    company.factors.remove(seller, Proof(PASSWORD, CODE))
    assert company.sign_in(SELLER)
    enrolled(company)
    company.factors.reset(company.owner.to_principal(), seller.id)
    assert company.sign_in(SELLER)
    assert notes(company) == ["factor_on", "factor_off", "factor_on", "factor_reset"]


def test_renewed_codes_replace_the_former_ones(company: Company) -> None:
    """None of before opens any more."""
    former = enrolled(company)
    renewed = company.factors.renew_codes(company.seller.to_principal(), Proof(PASSWORD, CODE))
    with pytest.raises(UnauthenticatedError):
        company.sign_in(SELLER, code=former[0])
    assert company.sign_in(SELLER, code=renewed[0])


def test_a_role_that_must_have_a_factor_has_no_rights_without(company: Company) -> None:
    """The token is good for setting one up; with it, the rights are there, and it cannot be removed."""
    company.factors.require(frozenset({Role.EMPLOYEE}), None)
    principal, _ = from_claim(company.claims.issue(company.seller.id))
    assert (principal.roles, principal.grants) == (frozenset(), frozenset())
    assert from_claim(company.claims.issue(company.owner.id))[0].roles == {Role.OWNER}
    company.accounts.claim = company.claims.issue
    session = company.sign_in(SELLER)
    assert session.must_enrol
    enrolled(company)
    assert not company.sessions.refresh(session.refresh_token, NOWHERE).must_enrol
    with pytest.raises(NotAllowedError):
        company.factors.remove(company.seller.to_principal(), Proof(PASSWORD, CODE))

"""Signing in by the company's own provider, on people in memory."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from tests.unit.people.mailbox import deliver
from tests.unit.people.vouched import NEWCOMER, SELLER, Vouched, refusal

from chalicelib.people.consumers import on_token_issued
from chalicelib.people.model import Origin, SecurityKind
from chalicelib.people.model.provider import Identity, account_of
from chalicelib.people.service import Answer
from portal.errors import NotFoundError, UnauthenticatedError
from portal.identity import from_claim
from portal.principals import Role

NOWHERE = Origin("", "")


@pytest.fixture
def company() -> Vouched:
    return Vouched()


def test_whom_the_provider_vouches_for_is_in(company: Vouched) -> None:
    """As the person of his address, in a session that says how it began."""
    session = company.come()
    assert session.person.id == company.seller.id
    (opened,) = company.ending.open(company.seller.id)
    assert opened.by_provider
    assert company.notes(company.seller.id) == [SecurityKind.PROVIDER_LINKED]


def test_he_is_known_again_when_his_address_has_changed(company: Vouched) -> None:
    """By what the provider calls him; of that no more than a digest is kept."""
    company.come()
    session = company.come(replace(SELLER, email="ivan.prodavtsov@demo.example"))
    assert session.person.id == company.seller.id
    assert "ivan" not in str(company.identities.people)


def test_somebody_else_with_his_address_is_not_he(company: Vouched) -> None:
    """An address that was given to a colleague opens nothing of its former owner's."""
    company.come()
    assert refusal(lambda: company.come(replace(SELLER, subject="other"))) == (
        "provider_linked_elsewhere"
    )


@pytest.mark.parametrize(
    ("identity", "reason"),
    [
        (replace(SELLER, email_verified=False), "provider_unverified"),
        (replace(SELLER, email=""), "provider_unverified"),
        (replace(SELLER, email="seller@elsewhere.example"), "provider_foreign"),
        (replace(SELLER, email="seller@sub.demo.example"), "provider_foreign"),
        (NEWCOMER, "provider_unknown"),
    ],
)
def test_who_does_not_come_in_is_told_why(
    company: Vouched, identity: Identity, reason: str
) -> None:
    """And nothing of him is kept."""
    assert refusal(lambda: company.come(identity)) == reason
    assert company.identities.links == {}
    assert NEWCOMER.email not in {person.email for person in company.store.people.values()}


def test_an_address_is_believed_where_the_deployment_says_so(company: Vouched) -> None:
    """Some providers never say that they have checked it."""
    company.obey(trusted_addresses=True)
    assert company.come(replace(SELLER, email_verified=False)).person.id == company.seller.id


def test_a_newcomer_is_added_with_the_role_of_the_deployment(company: Vouched) -> None:
    """Once, by the name that the provider gives; everybody hears of it."""
    company.obey(newcomers=Role.EMPLOYEE)
    first, second = company.come(NEWCOMER), company.come(NEWCOMER)
    assert first.person.id == second.person.id
    assert first.person.name == "Анна Ёлкина"
    assert first.person.roles == {Role.EMPLOYEE}
    assert first.person.id in {e.data["person"]["id"] for e in company.store.events}


def test_a_name_that_is_none_is_the_address_s(company: Vouched) -> None:
    """A provider may send anything in its place."""
    company.obey(newcomers=Role.EMPLOYEE)
    assert company.come(replace(NEWCOMER, name="\u202eанна")).person.name == "anna"


def test_an_invited_person_has_come(company: Vouched) -> None:
    """He needs no password any more."""
    company.store.people[company.seller.id] = replace(company.seller, invited=True)
    assert not company.come().person.invited


def test_whoever_has_left_stays_out(company: Vouched) -> None:
    """Linked or not."""
    company.change(company.owner, company.seller, {"active": False})
    assert refusal(company.come) == "provider_closed"
    assert company.identities.links == {}


def test_a_sign_in_ends_where_it_began_and_once(company: Vouched) -> None:
    """Another browser's, another purpose's, a made-up one, one done already and one too old are alike."""
    good = company.begin()
    for wrong in (
        replace(good, secret="of another browser"),
        replace(company.begin(), state="sign-in.unknown"),
        replace(company.begin(), state=company.begin().state.replace("sign-in", "link")),
        Answer("", "", ""),
    ):
        ended = partial(company.by_provider.finish, wrong, NOWHERE)
        assert refusal(ended) == "provider_expired"
    done, old = company.begin(), company.begin()
    assert company.by_provider.finish(done, NOWHERE)[1] == "/deals"
    assert refusal(lambda: company.by_provider.finish(done, NOWHERE)) == "provider_expired"
    company.now += timedelta(minutes=11)
    assert refusal(lambda: company.by_provider.finish(old, NOWHERE)) == "provider_expired"


def test_a_code_of_another_sign_in_opens_nothing(company: Vouched) -> None:
    """What the provider refuses, or answers wrongly, is not believed."""
    wrong = replace(company.begin(), code="stolen")
    assert refusal(lambda: company.by_provider.finish(wrong, NOWHERE)) == "provider_distrusted"


def test_a_second_factor_of_ours_is_not_gone_round(company: Vouched) -> None:
    """Unless the deployment says that the provider has asked for one; then nobody is asked twice."""
    company.factors.require(frozenset({Role.EMPLOYEE}), None)
    assert refusal(company.come) == "provider_code_asked"
    company.obey(second_factor=True)
    assert company.come()
    rights, _ = from_claim(company.claims.issue(account_of(company.seller.id)))
    assert rights.roles == {Role.EMPLOYEE}
    assert from_claim(company.claims.issue(company.seller.id))[0].roles == frozenset()


def test_the_user_pool_s_own_sign_in_is_given_no_rights(company: Vouched) -> None:
    """Its tokens say who has come from the provider; they open nothing of ours."""
    event = {"triggerSource": "TokenGeneration_HostedAuth", "userName": "Keycloak_ivan"}
    assert on_token_issued(company.claims, dict(event)) == event


def test_without_a_provider_its_accounts_have_no_rights_any_more(company: Vouched) -> None:
    """A session that began by it does not outlive it, and nothing can be begun."""
    with pytest.raises(UnauthenticatedError):
        company.claims.issue(account_of(company.seller.id))
    with pytest.raises(NotFoundError):
        Vouched(None).begin()


def test_passwords_may_be_for_owners_and_clients_alone(company: Vouched) -> None:
    """The owner can mend what the provider breaks; a seller is told where his way in is."""
    company.obey(passwords=False)
    assert company.sign_in("owner@demo.example")
    assert refusal(lambda: company.sign_in("seller@demo.example")) == "provider_only"
    assert refusal(lambda: company.sign_in("seller@demo.example", "wrong")) is None


def test_whom_a_password_would_not_let_in_is_written_of_the_provider(company: Vouched) -> None:
    """The letter leads to the page with the button, and no link in it sets anything."""
    company.obey(passwords=False)
    company.passwords.ask("seller@demo.example", "192.0.2.1")
    company.passwords.ask("owner@demo.example", "192.0.2.1")
    deliver(company)
    seller, owner = company.post.sent
    assert "через Кейклоук" in seller.text
    assert "https://portal.test/sign-in" in seller.text
    assert "token=" not in seller.text
    assert "token=" in owner.text

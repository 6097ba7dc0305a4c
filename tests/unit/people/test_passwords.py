"""Passwords by a link from a letter."""

from datetime import timedelta

import pytest
from tests.unit.people.company import PASSWORD, Company
from tests.unit.people.mailbox import SELLER, SOURCE, asked, deliver, invited, token

from chalicelib.people.model import LinkState
from chalicelib.people.service.directory import PersonChanges
from chalicelib.people.service.passwords import FOR_AN_ADDRESS, FROM_A_SOURCE
from portal.errors import (
    ConflictError,
    GoneError,
    InvalidError,
    NotFoundError,
    TooManyRequestsError,
)
from portal.ids import new_id

NEW_PASSWORD = "другой-Portal-2"


@pytest.fixture
def company() -> Company:
    return Company()


def test_a_forgotten_password_is_set_by_a_letter(company: Company) -> None:
    """The old one opens nothing any more, every session ends, and so do the tokens already out."""
    link, person = company.passwords.check(found := asked(company))
    assert (link.kind, person.email) == ("reset", SELLER)
    company.passwords.set_by_link(found, NEW_PASSWORD)
    assert company.accounts.passwords[company.seller.id] == NEW_PASSWORD
    assert company.accounts.ended == [company.seller.id]
    assert company.store.events[-1].data["access_changed_at"] == "2026-03-02T09:01:00.000Z"


def test_nothing_that_is_kept_or_announced_opens_anything(company: Company) -> None:
    """The secret stands in the letter alone."""
    _, _, secret = asked(company).partition(".")
    assert secret
    assert secret not in str(company.store.links)
    assert secret not in str(company.store.events)


def test_whoever_asks_learns_nothing(company: Company) -> None:
    """For an unknown address the same is done, and no letter goes."""
    company.passwords.ask(SELLER, SOURCE)
    company.passwords.ask("nobody@demo.example", SOURCE)
    known, unknown = list(company.store.links.values())
    assert (known.state, known.person_id) == (unknown.state, unknown.person_id)
    deliver(company)
    assert [letter.to for letter in company.post.sent] == [SELLER]
    assert company.store.links[unknown.id].state is LinkState.SKIPPED


@pytest.mark.parametrize("link_kind", ["reset", "invitation"])
def test_a_link_opens_once(company: Company, link_kind: str) -> None:
    """Nor does any other that was asked for before."""
    if link_kind == "invitation":
        company.passwords.invite(company.owner.to_principal(), invited(company).id)
        deliver(company)
    else:
        asked(company)
        asked(company)
    first, second = (letter.text for letter in company.post.sent[-2:])
    assert first != second
    used = token(company)
    company.now += timedelta(minutes=1)
    company.passwords.set_by_link(used, NEW_PASSWORD)
    company.post.sent.pop()
    for spent in (used, token(company)):
        with pytest.raises(GoneError, match="Ask for a new letter"):
            company.passwords.set_by_link(spent, NEW_PASSWORD)


@pytest.mark.parametrize(("link_kind", "hours"), [("reset", 1), ("invitation", 72)])
def test_a_link_has_its_time(company: Company, link_kind: str, hours: int) -> None:
    """An hour after its letter for a new password, three days for the first one."""
    if link_kind == "invitation":
        invited(company)
        company.now += timedelta(hours=5)
        deliver(company)
        found = token(company)
    else:
        found = asked(company)
    company.now += timedelta(hours=hours, seconds=-1)
    assert company.passwords.check(found)
    company.now += timedelta(seconds=1)
    with pytest.raises(GoneError):
        company.passwords.check(found)


@pytest.mark.parametrize(
    "token_", ["", ".", "x", "x.y", "01ARZ3NDEKTSV4RRFFQ69G5FAV.secret-1", "ж" * 200]
)
def test_what_is_no_token_opens_nothing(company: Company, token_: str) -> None:
    """In the words of a link that has ended."""
    asked(company)
    with pytest.raises(GoneError):
        company.passwords.check(token_)


def test_another_secret_opens_nothing(company: Company) -> None:
    """Knowing the link's id is not enough."""
    link_id = asked(company).partition(".")[0]
    with pytest.raises(GoneError):
        company.passwords.check(f"{link_id}.secret-2")


def test_a_weak_password_leaves_the_link_good(company: Company) -> None:
    """The person mends it and goes on."""
    found = asked(company)
    with pytest.raises(InvalidError):
        company.passwords.set_by_link(found, "слабый")
    company.passwords.set_by_link(found, NEW_PASSWORD)
    assert company.accounts.passwords[company.seller.id] == NEW_PASSWORD


@pytest.mark.parametrize(
    "changes", [PersonChanges(active=False), PersonChanges(email="new@demo.example")]
)
def test_a_link_is_for_the_person_and_address_it_went_to(
    company: Company, changes: PersonChanges
) -> None:
    """A closed account stays closed, and a letter to a former address opens nothing."""
    found = asked(company)
    company.change(company.owner, company.seller, changes)
    with pytest.raises(GoneError):
        company.passwords.check(found)


def test_letters_are_not_asked_for_without_end(company: Company) -> None:
    """A stranger's mailbox is not flooded, nor do strangers try all addresses from one place."""
    for number in range(FOR_AN_ADDRESS.attempts):
        company.passwords.ask("nobody@demo.example", f"198.51.100.{number}")
    with pytest.raises(TooManyRequestsError):
        company.passwords.ask("nobody@demo.example", "192.0.2.99")
    for number in range(FROM_A_SOURCE.attempts):
        company.passwords.ask(f"{number}@demo.example", SOURCE)
    with pytest.raises(TooManyRequestsError) as refusal:
        company.passwords.ask(SELLER, SOURCE)
    company.now += timedelta(seconds=refusal.value.retry_after)
    assert asked(company)


def test_who_is_added_without_a_password_is_invited(company: Company) -> None:
    """Until he sets it; then he signs in."""
    anna = invited(company)
    assert anna.invited
    deliver(company)
    company.passwords.set_by_link(token(company), PASSWORD)
    assert not company.directory.employee(anna.id).invited
    assert company.sign_in("anna@demo.example", PASSWORD).person.id == anna.id


def test_only_who_waits_is_invited_again(company: Company) -> None:
    """Not who has a password, not who may not sign in, and not nobody."""
    anna, owner = invited(company), company.owner.to_principal()
    company.passwords.invite(owner, anna.id)
    company.change(company.owner, anna, PersonChanges(active=False))
    for person_id in (company.seller.id, anna.id):
        with pytest.raises(ConflictError):
            company.passwords.invite(owner, person_id)
    with pytest.raises(NotFoundError):
        company.passwords.invite(owner, new_id())


def test_a_password_given_by_an_owner_ends_the_invitation(company: Company) -> None:
    """The letter that is still on its way opens nothing."""
    anna = invited(company)
    deliver(company)
    company.now += timedelta(seconds=1)
    company.passwords.give(company.owner.to_principal(), anna.id, PASSWORD)
    with pytest.raises(GoneError):
        company.passwords.check(token(company))
    assert company.accounts.ended == []

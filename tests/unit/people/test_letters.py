"""The letters by which people come to their passwords."""

from datetime import timedelta

import pytest
from tests.unit.people.company import Company
from tests.unit.people.mailbox import SELLER, SOURCE, asked, deliver, token

from chalicelib.people.model import LinkState, Person
from chalicelib.people.service.letters import ABANDONED_AFTER
from portal.errors import UnavailableError
from portal.ids import new_id
from portal.principals import Role


@pytest.fixture
def company() -> Company:
    return Company()


def test_an_event_heard_again_sends_no_second_letter(company: Company) -> None:
    """Once a letter is known to have gone."""
    asked(company)
    deliver(company)
    assert len(company.post.sent) == 1


def test_a_letter_that_perhaps_went_is_sent_again(company: Company) -> None:
    """Under the same Message-ID, not while the first attempt may be running; both its links open."""
    company.post.fails = OSError("the function was ended")
    with pytest.raises(OSError, match="ended"):
        asked(company)
    first = token(company)
    with pytest.raises(UnavailableError):
        deliver(company)
    company.now += ABANDONED_AFTER + timedelta(seconds=1)
    deliver(company)
    assert len({letter.message_id for letter in company.post.sent}) == 1
    assert len(company.post.sent) == 2
    for found in (first, token(company)):
        assert company.passwords.check(found)


def test_an_address_that_is_refused_is_noted(company: Company) -> None:
    """And nothing is tried again."""
    company.post.refuses = True
    company.passwords.ask(SELLER, SOURCE)
    deliver(company)
    (link,) = company.store.links.values()
    assert (link.state, link.reason) == (LinkState.REFUSED, "No such address.")
    company.post.refuses = False
    deliver(company)
    assert company.post.sent == []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_letter_speaks_its_reader_s_language(company: Company, language: str) -> None:
    """With his name, and markup in a name is only text."""
    anna = Person(
        new_id(),
        "Анна <b>Ёлкина</b>",
        "anna@demo.example",
        frozenset({Role.EMPLOYEE}),
        language=language,
    )
    company.directory.add_employee(company.owner.to_principal(), anna, None)
    deliver(company)
    (letter,) = company.post.sent
    assert letter.text.startswith("Здравствуйте, Анна" if language == "ru" else "Hello Анна")
    assert "Анна &lt;b&gt;Ёлкина" in (letter.html or "")
    assert f"https://portal.test/password#token={token(company)}" in (letter.html or "")

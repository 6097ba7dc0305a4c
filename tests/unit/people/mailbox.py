"""Letters with links, as their readers use them."""

from datetime import timedelta

from tests.unit.people.company import Company

from chalicelib.people.model import Person
from portal.ids import new_id
from portal.principals import Role

SELLER = "seller@demo.example"
SOURCE = "192.0.2.1"


def deliver(company: Company) -> None:
    """The consumer hears of everything that was asked."""
    for event in company.store.events:
        if event.type == "people.password_link_requested":
            company.letters.send(event.data["link_id"])


def asked(company: Company, email: str = SELLER) -> str:
    """The token of the letter that follows."""
    company.now += timedelta(minutes=1)
    company.passwords.ask(email, SOURCE)
    deliver(company)
    return token(company)


def token(company: Company) -> str:
    """The token of the last letter."""
    words = company.post.sent[-1].text.split()
    (address,) = (word for word in words if word.startswith("https://"))
    return address.partition("#token=")[2]


def invited(company: Company) -> Person:
    """A colleague who has no password yet."""
    person = Person(new_id(), "Анна Ёлкина", "anna@demo.example", frozenset({Role.EMPLOYEE}))
    return company.directory.add_employee(company.owner.to_principal(), person, None)

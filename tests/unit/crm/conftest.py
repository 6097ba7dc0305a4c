"""The company in memory, with one contact of the seller's."""

import pytest
from tests.unit.crm.card_fakes import SELLER, Company, asking

from chalicelib.crm.model.contacts import Contact


@pytest.fixture
def company() -> Company:
    return Company()


@pytest.fixture
def contact(company: Company) -> Contact:
    return company.book.add(
        asking(SELLER), Contact, {"name": "Пётр Ладогин", "emails": ("petr@press.example",)}
    )

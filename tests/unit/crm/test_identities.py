"""By what contacts and companies are told apart."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from chalicelib.crm.model.cards import Owner
from chalicelib.crm.model.companies import require_tax_id
from chalicelib.crm.model.contacts import Contact, Handle, Identity

NOW = datetime(2026, 3, 2, tzinfo=UTC)
ANNA = Contact(id="anna", owner=Owner("o", "О"), name="Анна", created_at=NOW, updated_at=NOW)


@pytest.mark.parametrize("text", ["7707083893", "7736207543", "500100732259", " 7707083893 "])
def test_a_tax_id_that_checks(text: str) -> None:
    """Real numbers of organisations and persons pass."""
    assert require_tax_id(text) == text.strip()


@pytest.mark.parametrize(
    "text",
    ["7707083894", "500100732250", "500100732269", "770708389", "77070838931", "", "٧٧٠٧٠٨٣٨٩٣"],
)
def test_a_tax_id_that_does_not_check(text: str) -> None:
    """A wrong digit, a wrong length and digits of another script are refused."""
    with pytest.raises(ValueError, match="INN"):
        require_tax_id(text)


def test_identities_of_a_contact() -> None:
    """Every address, number and name counts; a messenger's name with or without @, in any case."""
    anna = replace(
        ANNA,
        emails=("anna@пресс.рф",),
        phones=("+79123456789",),
        handles=(Handle("telegram", "@Анна_П"), Handle("telegram", "анна_п"), Handle("vk", "anna")),
    )
    assert anna.identities == {
        Identity("email", "anna@пресс.рф"),
        Identity("phone", "+79123456789"),
        Identity("telegram", "анна_п"),
        Identity("vk", "anna"),
    }

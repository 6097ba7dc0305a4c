"""What people write into cells, as values."""

from decimal import Decimal

import pytest

from chalicelib.crm.model.importing import values
from chalicelib.crm.model.importing.faults import FaultError
from chalicelib.crm.model.importing.fields import FIELDS, guess
from chalicelib.crm.model.leads import LeadStatus
from portal.cards import CardKind
from portal.money import Money


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("1 250 000,50 ₽", "1250000.50", "RUB"),
        ("1\u00a0250\u202f000", "1250000.00", "RUB"),
        ("1,250,000.50", "1250000.50", "RUB"),
        ("1.250.000,5 руб.", "1250000.50", "RUB"),
        ("1,250", "1250.00", "RUB"),
        ("$ 99.9", "99.90", "USD"),
        ("100 EUR", "100.00", "EUR"),
        ("0,12", "0.12", "RUB"),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, amount: str, currency: str) -> None:
    """Gaps, either sign before the hundredths, and the currency's sign or name."""
    assert values.money(text) == Money(Decimal(amount), currency)


@pytest.mark.parametrize("text", ["много", "1,2,3", "-5", "0,125", "12 тугриков", "1" * 20])
def test_what_is_no_amount_is_refused(text: str) -> None:
    """A wrong number would be worse than none."""
    with pytest.raises(FaultError):
        values.money(text)


def test_numbers_come_to_one_form() -> None:
    """Eight, seven without a plus, brackets: one number; several in a cell stay several."""
    assert values.phones("8 (912) 345-67-89; 79123456789, +7 495 000-00-01") == (
        "+79123456789",
        "+74950000001",
    )


def test_addresses_are_compared_in_one_case() -> None:
    """However they are parted."""
    assert values.emails("Ivan@Press.example; PETR@press.example") == (
        "ivan@press.example",
        "petr@press.example",
    )


def test_a_tax_number_may_have_lost_its_zero() -> None:
    """A table takes it for a quantity."""
    assert values.tax_id("7707 083893") == "7707083893"
    assert values.tax_id("274062111") == "0274062111"


def test_sites_are_taken_for_their_domains() -> None:
    """People copy them from the browser."""
    assert values.domains("https://www.Press.example/about") == ("press.example",)


def test_a_status_goes_by_its_name() -> None:
    """In either language."""
    assert values.lead_status("В работе") is LeadStatus.IN_PROGRESS


def test_a_fault_tells_in_the_language_of_the_sender() -> None:
    """It goes into the file that is mended."""
    with pytest.raises(FaultError) as caught:
        values.emails("нет")
    assert caught.value.fault.text("ru") == "«нет» — не адрес почты."
    assert caught.value.fault.text("en") == "“нет” is no e-mail address."


def test_columns_are_guessed_from_either_language() -> None:
    """Case, signs and synonyms make no difference, and no field is taken twice."""
    headers = [
        "ФИО",
        "E-Mail",
        "Эл. почта",
        "Моб. телефон",
        "Организация",
        "ИНН",
        "Прочее",
        "Company",
    ]
    assert guess(FIELDS[CardKind.CONTACT], headers) == [
        "name", "emails", None, "phones", "company", "company_tax_id", None, None,
    ]  # fmt: skip


def test_a_field_that_is_called_so_goes_before_one_that_may_be() -> None:
    """The address of a deal is its contact's, the name of a company's table the company's."""
    assert guess(FIELDS[CardKind.COMPANY], ["Компания", "ИНН"]) == ["name", "tax_id"]
    assert guess(FIELDS[CardKind.DEAL], ["Название", "Контакт", "Почта", "Этап", "Сумма"]) == [
        "title", "contact", "contact_email", "stage", "amount",
    ]  # fmt: skip

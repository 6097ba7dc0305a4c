"""The values of own fields on cards: what can stand in them, and what is told of a change."""

from typing import Any

import pytest

from chalicelib.crm.model.fields import (
    Field,
    FieldType,
    Option,
    parse_text,
    require_value,
    to_text,
)
from portal.cards import CardKind

RED, BLUE = (
    Option("01JD5B8Q3V7W2X4Y6Z8A0C1E4A", "Красный"),
    Option("01JD5B8Q3V7W2X4Y6Z8A0C1E4B", "Синий"),
)


def of_type(type_: FieldType) -> Field:
    """A field of contacts."""
    options = (RED, BLUE) if type_.has_options else ()
    return Field(id="f", kind=CardKind.CONTACT, type=type_, name="Поле", options=options)


@pytest.mark.parametrize(
    ("type_", "given", "kept"),
    [
        (FieldType.TEXT, " Склад № 2 ", "Склад № 2"),
        (FieldType.LONG_TEXT, "Раз\r\nдва", "Раз\nдва"),
        (FieldType.NUMBER, "0012.500", "12.5"),
        (FieldType.NUMBER, 12, "12"),
        (FieldType.NUMBER, "1000000", "1000000"),
        (FieldType.MONEY, {"amount": "10"}, {"amount": "10.00", "currency": "RUB"}),
        (FieldType.DATE, "2026-02-28", "2026-02-28"),
        (FieldType.CHOICE, RED.id, RED.id),
        (FieldType.CHOICES, [BLUE.id, RED.id, BLUE.id], [RED.id, BLUE.id]),
        (FieldType.YES_NO, False, False),
        (FieldType.LINK, "company.ru/page", "https://company.ru/page"),
        (FieldType.EMAIL, "Petr@Press.Example", "petr@press.example"),
        (FieldType.PHONE, "8 (912) 345-67-89", "+79123456789"),
    ],
)
def test_a_value_has_one_form(type_: FieldType, given: object, kept: object) -> None:
    """However it was written; and that form is kept as it is."""
    field = of_type(type_)
    assert require_value(field, given) == kept
    assert require_value(field, kept) == kept


@pytest.mark.parametrize(
    ("type_", "given"),
    [
        (FieldType.TEXT, 5),
        (FieldType.TEXT, "а" * 201),
        (FieldType.TEXT, "\ud800"),
        (FieldType.LONG_TEXT, ["a"]),
        (FieldType.NUMBER, 1.5),
        (FieldType.NUMBER, True),
        (FieldType.NUMBER, "1e5"),
        (FieldType.NUMBER, "1234567890123456"),
        (FieldType.NUMBER, "0.0000001"),
        (FieldType.MONEY, "10"),
        (FieldType.MONEY, {"amount": "10.001"}),
        (FieldType.MONEY, {"amount": "10", "currency": "руб"}),
        (FieldType.MONEY, {"amount": "10", "rate": "2"}),
        (FieldType.DATE, "2026-02-30"),
        (FieldType.DATE, "20260228"),
        (FieldType.CHOICE, "Красный"),
        (FieldType.CHOICE, [RED.id]),
        (FieldType.CHOICES, RED.id),
        (FieldType.CHOICES, [{}]),
        (FieldType.PERSON, "кто-то"),
        (FieldType.YES_NO, "да"),
        (FieldType.YES_NO, 1),
        (FieldType.FILE, {}),
        (FieldType.LINK, "javascript:alert(1)"),
        (FieldType.LINK, "https://[bad"),
        (FieldType.LINK, "просто слова"),
        (FieldType.EMAIL, "petr"),
        (FieldType.PHONE, "12"),
    ],
)
def test_what_will_not_do_is_refused(type_: FieldType, given: object) -> None:
    """With a sentence, whatever was sent."""
    with pytest.raises(ValueError, match=r"\.$|\w"):
        require_value(of_type(type_), given)


@pytest.mark.parametrize(
    ("type_", "text", "value"),
    [
        (FieldType.NUMBER, "1 234,5", "1234.5"),
        (FieldType.NUMBER, "1,234.5", "1234.5"),
        (FieldType.MONEY, "1 200 000,50 ₽", {"amount": "1200000.50", "currency": "RUB"}),
        (FieldType.MONEY, "99.90 eur", {"amount": "99.90", "currency": "EUR"}),
        (FieldType.DATE, "1.3.2026", "2026-03-01"),
        (FieldType.CHOICE, "красный", RED.id),
        (FieldType.CHOICES, "синий; Красный", [RED.id, BLUE.id]),
        (FieldType.YES_NO, "Да", True),
        (FieldType.PERSON, "иван продавцов", BLUE.id),
        (FieldType.TEXT, "  ", None),
    ],
)
def test_a_text_means_a_value(type_: FieldType, text: str, value: Any) -> None:
    """As people write it in tables; what is written of the value means the same value."""
    field, people = of_type(type_), {"Иван Продавцов": BLUE.id}
    assert parse_text(field, text, people) == value
    written = to_text(field, value, {BLUE.id: "Иван Продавцов"})
    assert parse_text(field, written, people) == value


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        (FieldType.NUMBER, "много"),
        (FieldType.MONEY, "десять рублей"),
        (FieldType.CHOICE, "Зелёный"),
        (FieldType.YES_NO, "возможно"),
        (FieldType.PERSON, "Никто"),
        (FieldType.FILE, "договор.pdf"),
    ],
)
def test_a_text_that_means_nothing_is_refused(type_: FieldType, text: str) -> None:
    """So that the row of a table can be mended."""
    with pytest.raises(ValueError, match=r"\w"):
        parse_text(of_type(type_), text)

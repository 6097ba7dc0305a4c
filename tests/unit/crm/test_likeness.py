"""By what two cards are taken for one, and who is told."""

from datetime import UTC, datetime
from typing import Any

import pytest

from chalicelib.crm.model.cards import Owner
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact, Handle
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.model.likeness import likenesses, sought_words

COMMON: dict[str, Any] = {
    "owner": Owner("o", "Иван"),
    "created_at": datetime(2026, 3, 2, tzinfo=UTC),
    "updated_at": datetime(2026, 3, 2, tzinfo=UTC),
}


def contact(name: str, **values: Any) -> Contact:
    return Contact(id=name, name=name, **COMMON, **values)


def firm(name: str, **values: Any) -> Company:
    return Company(id=name, name=name, **COMMON, **values)


@pytest.mark.parametrize(
    ("one", "other", "trait"),
    [
        (firm("ООО «Ромашка»"), firm("РОМАШКА, ПАО"), "name"),
        (firm("Ёлочный завод"), firm("Завод Елочный"), "name"),
        (firm("Romashka LLC"), firm("ООО Ромашка"), "name"),
        (contact("Пётр Ладогин"), contact("Ладогин Петр"), "name"),
        (contact("Анна Петрова"), contact("Анна Пертова"), "similar_name"),
        (firm("А", tax_id="7707083893"), firm("Б", tax_id="7707083893"), "tax_id"),
        (firm("А", domains=("a.ru",)), firm("Б", domains=("a.ru",)), "domain"),
        (
            contact("А", handles=(Handle("telegram", "@anna"),)),
            contact("Б", handles=(Handle("telegram", "Anna"),)),
            "handle",
        ),
        (
            contact("Анна", phones=("+79215550101",)),
            Lead(id="l", title="Заявка", phones=("+79215550101",), **COMMON),
            "phone",
        ),
    ],
)
def test_what_is_alike(one: Any, other: Any, trait: str) -> None:
    """Legal forms, quotes, case, the order of words, the script and a slip of the finger hide nobody."""
    assert [each.trait for each in likenesses(one, other)] == [trait]
    assert [each.trait for each in likenesses(other, one)] == [trait]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (contact("Анна Петрова"), contact("Олег Петров")),
        (firm("ООО"), firm("ПАО")),
        (firm("Ромашка"), contact("Ромашка")),
        (contact("Ян"), contact("Яна")),
    ],
)
def test_what_is_not(one: Any, other: Any) -> None:
    """Another first name, a bare legal form, a company and a person, names too short to err in."""
    assert likenesses(one, other) == ()


def test_a_card_is_sought_by_few_words() -> None:
    """However many numbers it has, six of them and the beginnings of two words of its name."""
    many = tuple(f"+7921555{number:04}" for number in range(20))
    words = sought_words(contact("Пётр Иванович Ладогин", phones=many))
    assert len(words) == 8
    assert words[-2:] == ["иван", "ладо"]

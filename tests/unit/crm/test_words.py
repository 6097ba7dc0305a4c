"""What is typed finds what stands on a card, however either is written."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.crm.model.cards import Owner
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact, Handle
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.model.search import require_words, subtitle
from chalicelib.crm.model.words import answers, typed_words, words_of
from portal.errors import InvalidError

NOW = datetime(2026, 3, 2, tzinfo=UTC)
OWNER = Owner("owner", "Иван")
COMMON = {"id": "card", "owner": OWNER, "created_at": NOW, "updated_at": NOW}

CONTACT = Contact(
    **COMMON,  # type: ignore[arg-type]  # the fields have many types
    name="Пётр Ладогин-Семёнов",
    emails=("p.ladogin@ladoga.example",),
    phones=("+79123456789",),
    handles=(Handle("telegram", "@ladogin_p"),),
)
COMPANY = Company(
    **COMMON,  # type: ignore[arg-type]  # as above
    name="ООО «Ёлочка и Ко», завод №5",
    tax_id="7707083893",
    domains=("yolka.example",),
    phones=("+78127700000",),
)
LEAD = Lead(
    **COMMON,  # type: ignore[arg-type]  # as above
    title="Заявка 2024-15: пресс 250т",
    name="Mária Ольхова",
    phones=("+4915112345678",),
)


@pytest.mark.parametrize(
    "typed",
    [
        "пётр",
        "ПЕТР ладог",
        "ладогин семёнов",
        "Семенов, Пётр!",
        "p.ladogin@ladoga.example",
        "P.Ladogin@",
        "ladogin",
        "ladoga.example",
        "@ladoga",
        "@ladogin_p",
        "+79123456789",
        "+7 (912) 345-67-89",
        "8 912 345-67-89",
        "8(912)3456789",
        "89123456789",
        "8912 345 67 89",
        "9123456789",
        "912 345 67 89",
        "345-67-89",
        "456789",
        "56789",
        "6789",
        "8 912",
        "8 (912) 34",
        "+7 912 3",
        "Пётр 8 912 345-67-89",
        "пётр 6789 ladoga.ex",
    ],
)
def test_a_contact_is_found(typed: str) -> None:
    """By the beginnings of his names, by his address and its parts, by his number in any notation."""
    assert answers(words_of(CONTACT), typed_words(typed))


@pytest.mark.parametrize(
    "typed",
    ["елочка", "ЁЛОЧКА", "ооо ёл", "завод 5", "завод № 5", "7707083893", "77070", "yolka",
     "8 (812) 770-00-00", "7700000"],
)  # fmt: skip
def test_a_company_is_found(typed: str) -> None:
    """By its name without its quotation marks, its INN or the beginning of it, its domain, its number."""
    assert answers(words_of(COMPANY), typed_words(typed))


@pytest.mark.parametrize("typed", ["заявка 2024", "2024-15", "250т", "пресс 250", "mária", "5678"])
def test_a_lead_is_found(typed: str) -> None:
    """By its title, numbers in it, and the person's name and number."""
    assert answers(words_of(LEAD), typed_words(typed))


@pytest.mark.parametrize(
    "typed",
    ["етр", "пётр ладогу", "петровна", "ладогин анна", "0000", "q@ladoga.example", "79991234567"],
)
def test_what_begins_no_word_finds_nothing(typed: str) -> None:
    """One word that does not fit is enough."""
    assert not answers(words_of(CONTACT), typed_words(typed))


@pytest.mark.parametrize("typed", ["", " ", "а", "а б", "«»", "@", "+", "8", "!@!", "\u200b", "_"])
def test_too_little_is_refused_with_a_reason(typed: str) -> None:
    """The answer points at the parameter and says what to type."""
    with pytest.raises(InvalidError) as refused:
        require_words(typed)
    assert [error.pointer for error in refused.value.errors] == ["?q"]


@settings(deadline=None)
@given(st.text(max_size=200))
def test_a_name_is_found_by_itself(name: str) -> None:
    """Whatever it is made of: each word of it that is typed begins a word of it."""
    lead = Lead(**COMMON, title=name)  # type: ignore[arg-type]  # as above
    typed = typed_words(name)
    assert answers(words_of(lead), typed)
    assert all(0 < len(word) <= 40 and "#" not in word for word in typed | words_of(lead))


def test_the_largest_card_has_a_bounded_number_of_words() -> None:
    """What comes first, the name, is never cut."""
    emails = tuple(f"{'.'.join('abcdefgh')}{n}@example.com" for n in range(20))
    name = " ".join(f"w{n}" for n in range(60))
    words = words_of(Contact(**COMMON, name=name, emails=emails))  # type: ignore[arg-type]  # as above
    assert len(words) <= 200
    assert {f"w{n}" for n in range(60)} <= words


def test_cards_of_one_name_are_told_apart() -> None:
    """By what is most their own."""
    assert [subtitle(card) for card in (CONTACT, COMPANY, LEAD)] == [
        "p.ladogin@ladoga.example",
        "7707083893",
        "Mária Ольхова",
    ]

"""What a text may contain, and how addresses and numbers are compared."""

import pytest

from portal.texts import normalise_email, normalise_phone, require_line, require_prose


@pytest.mark.parametrize(
    "text", ["Ёлкин-Палкин & Ко", "  Пробелы по краям ", "علي حسن", "木村", "O'Brien"]
)
def test_names_of_any_script_pass(text: str) -> None:
    """A name is kept, but for the blanks around it."""
    assert require_line(text) == text.strip()


def test_composed_and_decomposed_letters_are_one() -> None:
    """Two ways to write the same letter give the same name."""
    assert require_line("И\u0306ван") == require_line("Йван")


@pytest.mark.parametrize(
    "text", ["", "  ", "a\0b", "a\nb", "a\u2028b", "a\u202egnp.exe", "\u2066x\u2069"]
)
def test_names_that_deceive_or_break_lines_are_refused(text: str) -> None:
    """Control characters, line breaks and direction overrides have no place in a name."""
    with pytest.raises(ValueError, match=r"\."):
        require_line(text)


def test_prose_keeps_lines_and_refuses_controls() -> None:
    """Line breaks become line feeds; NUL is refused."""
    assert require_prose("а\r\nб\rв\tг") == "а\nб\nв\tг"
    with pytest.raises(ValueError, match="control"):
        require_prose("a\0")


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        (" Ivan@Demo.Example ", "ivan@demo.example"),
        ("Иван@Почта.РФ", "иван@почта.рф"),
        ("ivan@xn--80a1acny.xn--p1ai", "ivan@почта.рф"),
    ],
)
def test_addresses_are_compared_in_one_form(written: str, compared: str) -> None:
    """Case and punycode make no difference."""
    assert normalise_email(written) == compared


@pytest.mark.parametrize(
    "text",
    ["", "ivan", "ivan@", "a@b@c.example", "a b@demo.example", "a@demo.example\nBcc: x@y.example"],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    """The person is told that this is no address."""
    with pytest.raises(ValueError, match="no e-mail address"):
        normalise_email(text)


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("8 (912) 345-67-89", "+79123456789"),
        ("+7 912 345 67 89", "+79123456789"),
        ("9123456789", "+79123456789"),
        ("+1 650 253 0000", "+16502530000"),
    ],
)
def test_numbers_are_compared_as_e164(written: str, compared: str) -> None:
    """However a Russian number is written, it is one number."""
    assert normalise_phone(written) == compared


@pytest.mark.parametrize("text", ["", "112", "позвоните мне", "+7 912 345 67 89 00 11 22"])
def test_what_cannot_be_dialled_is_refused(text: str) -> None:
    """The person is told what is wrong with the number."""
    with pytest.raises(ValueError, match="phone number"):
        normalise_phone(text)

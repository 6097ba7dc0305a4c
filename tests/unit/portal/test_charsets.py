"""What bytes of an unsure encoding are read as."""

import pytest

from portal.charsets import Sieve, to_text, whole_text

TEXTS = (
    "Добрый день! Сколько стоят окна?",
    "ООО «РОМАШКА»; ИВАНОВ ИВАН ИВАНОВИЧ",
    "Имя;Почта\nЗоя;zoya@tver.example\n",
    "Имя\nПётр\n",
    "Имя;Компания;Телефон\nПётр;ЗАО Лес;+7 495 000-00-00\n",
)
OLD = ("cp1251", "koi8-r", "cp866")


@pytest.mark.parametrize("charset", OLD)
@pytest.mark.parametrize("text", TEXTS)
def test_old_russian_charsets_are_told_apart_by_their_letters(text: str, charset: str) -> None:
    """Also where all is in capitals or little is said; quotation marks that a charset lacks are left out of it."""
    data = text.encode(charset, "ignore")
    assert to_text(data) == whole_text(data) == data.decode(charset)


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_of_a_file_is_known_with_a_mark_or_without(charset: str) -> None:
    """Excel writes one kind, other programs the others."""
    text = "Name;City;Deal;Price\nAnna;Moscow;7;100\n"
    assert whole_text(text.encode(charset)) == text


def test_what_is_declared_goes_first_where_it_fits() -> None:
    """A label that software sets without looking does not."""
    assert to_text("Grüße".encode("latin-1"), "iso-8859-15") == "Grüße"
    assert to_text("Привет".encode(), "iso-8859-1") == "Привет"
    assert to_text("Привет".encode("cp1251"), "us-ascii") == "Привет"
    assert to_text("Привет".encode("koi8-r"), "no-such-charset") == "Привет"
    assert to_text("Привет".encode(), "punycode") == "Привет"


def test_a_letter_is_always_read_and_a_file_that_fits_nowhere_is_none() -> None:
    """What no charset has is marked as missing in the letter."""
    odd = "Привет".encode("cp1251") + b"\x98"
    assert to_text(odd) == "Привет\ufffd"
    assert whole_text(odd) is None
    assert whole_text(b"\xff\xfe\x00") is None


def test_pieces_are_text_until_one_is_not() -> None:
    """A letter of two bytes may lie across two pieces."""
    data = "ж".encode()
    sieve = Sieve()
    for piece in (data[:1], data[1:], "да".encode("cp1251")):
        sieve.take(piece)
    assert sieve.is_text
    sieve.take(b"\x98")
    assert not sieve.is_text
    program = Sieve()
    program.take(b"\x00")
    assert not program.is_text

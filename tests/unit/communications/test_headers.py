"""Headers in every form in which Russian comes by mail."""

import base64
import quopri

import pytest
from tests.unit.communications.letters import letter

from chalicelib.communications.mail import parse

RUSSIAN = "Договор поставки № 5"


def word(text: str, charset: str, encoding: str) -> str:
    """An encoded word of RFC 2047."""
    data = text.encode(charset)
    coded = base64.b64encode(data) if encoding == "B" else quopri.encodestring(data, header=True)
    return f"=?{charset}?{encoding}?{coded.decode().replace('=' + chr(10), '')}?="


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-r", "UTF-8*ru"])
@pytest.mark.parametrize("encoding", ["B", "Q"])
def test_an_encoded_subject_is_read(charset: str, encoding: str) -> None:
    """Whatever charset the words are in, and with RFC 2231's language."""
    text = RUSSIAN.replace("№", "N")
    encoded = word(text, charset.partition("*")[0], encoding)
    encoded = encoded.replace(charset.partition("*")[0], charset, 1)
    raw = letter().replace(b"Subject: Zakaz", f"Subject: {encoded}".encode())
    assert parse(raw).subject == text


@pytest.mark.parametrize("charset", ["utf-8", "cp1251", "koi8-r"])
def test_raw_eight_bit_headers_are_read(charset: str) -> None:
    """Without any label, by the bytes themselves."""
    name = "Анна Петрова".encode(charset)
    raw = letter().replace(b"From: Anna", b"From: " + name)
    raw = raw.replace(b"Subject: Zakaz", b"Subject: " + "Заказ насосов".encode(charset))
    read = parse(raw)
    assert (read.sender.name, read.subject) == ("Анна Петрова", "Заказ насосов")
    assert read.sender.address == "anna@zakaz.example"


def test_a_character_cut_between_two_words_is_joined() -> None:
    """Some programs count bytes and not characters."""
    data = "Привет".encode()
    first, second = (base64.b64encode(part).decode() for part in (data[:5], data[5:]))
    raw = letter().replace(b"Zakaz", f"=?utf-8?B?{first}?=\r\n =?utf-8?B?{second}?= Anna".encode())
    assert parse(raw).subject == "Привет Anna"


@pytest.mark.parametrize(
    "subject",
    ["=?utf-8?B?!!!?=", "=?no-such?Q?abc?=", "=?utf-8?X?abc?=", "=?utf-8?Q?abc", "=?idna?Q?a?="],
)
def test_a_broken_encoded_word_is_no_error(subject: str) -> None:
    """What cannot be decoded is shown as well as it can be."""
    read = parse(letter().replace(b"Zakaz", subject.encode()))
    assert read.problem is None
    assert read.text == "Добрый день!"


def test_names_cannot_reverse_or_hide() -> None:
    """Controls, NUL and direction marks are taken out of names and subjects."""
    raw = letter().replace(b"Zakaz", "А\u202eб\x00в\x07 г".encode())
    assert parse(raw).subject == "Абв г"


def test_a_folded_list_of_a_thousand_is_read() -> None:
    """Names with commas and encoded commas do not split an address."""
    comma = word("Петров, Иван", "utf-8", "B")
    people = ",\r\n ".join(f'"User, {n}" <u{n}@x.example>' for n in range(1000))
    raw = letter(headers=f"Cc: {comma} <ivan@x.example>, {people}\r\n")
    read = parse(raw)
    assert len(read.cc) == 1001
    assert (read.cc[0].name, read.cc[1].name) == ("Петров, Иван", "User, 0")


def test_groups_and_nonsense_are_no_recipients() -> None:
    """An empty group has nobody in it; what has no at sign is no address."""
    assert parse(letter(headers="Cc: undisclosed-recipients:;, nobody\r\n")).cc == ()


def test_addresses_are_compared_folded() -> None:
    """Case, and the ASCII form of an international domain, do not make another address."""
    read = parse(letter(sender="Иван <Ivan@XN--80A1ACNY.xn--p1ai>"))
    assert read.sender.address == "ivan@почта.рф"


def test_the_thread_is_read() -> None:
    """In-Reply-To and References without brackets, wherever they are folded."""
    read = parse(
        letter(headers="In-Reply-To: <a@x>\r\nReferences: <r@x>\r\n <a@x>\r\nDate: nonsense\r\n")
    )
    assert (read.in_reply_to, read.references, read.sent_at) == (("a@x",), ("r@x", "a@x"), None)
    assert read.message_id == "one@zakaz.example"


def test_no_headers_at_all() -> None:
    """A text alone is a letter from nobody."""
    read = parse("просто текст\nи ещё".encode())
    assert (read.sender.address, read.message_id, read.problem) == ("", None, None)
    assert read.text == "просто текст\nи ещё"


def test_an_empty_object_is_a_problem() -> None:
    """There is nothing to read, and that is said."""
    assert parse(b"  \r\n").problem == "The letter is empty."

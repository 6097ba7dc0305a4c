"""Texts of letters: charsets, parts, and files."""

import base64
import hashlib

import pytest
from tests.unit.communications.letters import attachment, letter, multipart

from chalicelib.communications.mail import parse

RUSSIAN = "Здравствуйте, нужны насосы"
PLAIN = "Content-Type: text/plain; charset={}\r\nContent-Transfer-Encoding: base64\r\n"


def labelled(label: str, real: str) -> bytes:
    """A letter in one charset that claims to be in another."""
    headers = PLAIN.format(label)
    return letter(base64.b64encode(RUSSIAN.encode(real)), headers)


@pytest.mark.parametrize(
    ("label", "real"),
    [
        ("utf-8", "utf-8"),
        ("windows-1251", "cp1251"),
        ("koi8-r", "koi8-r"),
        ("iso-8859-5", "iso-8859-5"),
        ("utf-16", "utf-16"),
        ("us-ascii", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("utf-8", "cp1251"),
        ("utf-8", "koi8-r"),
        ("no-such-charset", "cp1251"),
        ('"unknown-8bit"', "koi8-r"),
        ("unicode_escape", "utf-8"),
    ],
)
def test_text_is_read_in_any_charset(label: str, real: str) -> None:
    """By its label, and where the label lies, by the bytes."""
    assert parse(labelled(label, real)).text == RUSSIAN


def test_quoted_printable_and_broken_base64_are_read() -> None:
    """What can be decoded is shown."""
    quoted = letter(
        "=D0=9F=D1=80=D0=B8=\r\n=D0=B2=D0=B5=D1=82",
        "Content-Transfer-Encoding: quoted-printable\r\n",
    )
    assert parse(quoted).text == "Привет"
    broken = letter("0J/RgNC4 !!\r\n0LLQtdGC=", PLAIN.format("utf-8"))
    assert parse(broken).text.startswith("При")


def test_plain_text_is_taken_and_html_beside_it() -> None:
    """Of two alternatives the plain one is the text."""
    read = parse(
        multipart("\r\nтекст", "Content-Type: text/html\r\n\r\n<b>жирный</b>", kind="alternative")
    )
    assert (read.text, read.html) == ("текст", "<b>жирный</b>")


def test_text_comes_of_html_where_there_is_no_plain_part() -> None:
    """Lines and quotations stay what they are; scripts and styles say nothing."""
    html = (
        "<style>p{}</style><p>Добрый&nbsp;день,<br>Анна</p><ul><li>насос</ul><script>x()</script>"
        "<blockquote>прежнее</blockquote>"
    )
    read = parse(letter(html, "Content-Type: text/html; charset=utf-8\r\n"))
    assert read.text == "Добрый день,\nАнна\n- насос"
    assert read.history == "> прежнее"


def test_parts_may_be_nested_and_lose_their_boundary() -> None:
    """A part in a part in a part; and a multipart without parts is shown as it stands."""
    inner = (
        'Content-Type: multipart/alternative; boundary="in"\r\n\r\n--in\r\n\r\nглубоко\r\n--in--'
    )
    assert parse(multipart(inner)).text == "глубоко"
    lost = letter("без границ", "Content-Type: multipart/mixed\r\n")
    assert parse(lost).text == "без границ"


@pytest.mark.parametrize(
    "parameter",
    [
        "filename*=utf-8''%D0%94%D0%BE%D0%B3%D0%BE%D0%B2%D0%BE%D1%80.pdf",
        "filename*0*=utf-8''%D0%94%D0%BE%D0%B3; filename*1*=%D0%BE%D0%B2%D0%BE%D1%80.pdf",
        "filename*=windows-1251''%C4%EE%E3%EE%E2%EE%F0.pdf",
        'filename="=?utf-8?B?0JTQvtCz0L7QstC+0YAucGRm?="',
        'filename="Договор.pdf"',
        'filename="Q:\\\\Документы\\\\Договор.pdf"',
        'filename="../../Договор.pdf"',
        'filename="Дого\u202eвор.pdf"',
    ],
)
def test_file_names_are_read_and_made_safe(parameter: str) -> None:
    """By RFC 2231, by RFC 2047 where it does not belong, raw, and with folders that lead elsewhere."""
    (file,) = parse(multipart("\r\nсм. файл", attachment(parameter, b"%PDF-1.7"))).files
    assert file.name == "Договор.pdf"
    assert (file.content, file.detected_type) == (b"%PDF-1.7", "application/pdf")
    assert file.sha256 == hashlib.sha256(b"%PDF-1.7").hexdigest()


@pytest.mark.parametrize(
    "parameter",
    ["", 'filename=""', 'filename="..."', "filename*=x''%", "filename*0=a; filename*0=b"],
)
def test_a_file_without_a_usable_name_gets_one(parameter: str) -> None:
    """It is numbered, with the extension of its type, and is never lost."""
    (file,) = parse(multipart("\r\nтекст", attachment(parameter, b"x"))).files
    assert file.name
    assert file.content == b"x"


def test_a_long_name_keeps_its_extension() -> None:
    """Whoever opens it must see what it is."""
    (file,) = parse(multipart(attachment(f'filename="{"я" * 300}.pdf"', b"x"))).files
    assert (len(file.name), file.name[-5:]) == (150, "я.pdf")


def test_a_picture_of_the_text_is_marked_inline() -> None:
    """It has a Content-ID by which the HTML names it."""
    part = (
        "Content-Type: image/png\r\nContent-ID: <logo@x>\r\nContent-Disposition: inline\r\n\r\nPNG"
    )
    read = parse(
        multipart("Content-Type: text/html\r\n\r\n<img src=cid:logo@x>", part, kind="related")
    )
    (file,) = read.files
    assert (file.inline, file.content_id) == (True, "logo@x")
    assert 'src="cid:logo@x"' in read.html


def test_a_letter_in_a_letter_is_one_file() -> None:
    """It is named by its subject, and its own files are not this letter's."""
    inner = "Content-Type: message/rfc822\r\n\r\nSubject: Прежнее\r\n\r\nтекст"
    (file,) = parse(multipart("\r\nсм. ниже", inner)).files
    assert file.name == "Прежнее.eml"
    assert "текст".encode() in file.content


def test_a_thousand_files_are_kept() -> None:
    """Each under its own number."""
    parts = [attachment(f"filename=f{n}.txt", str(n).encode()) for n in range(1000)]
    read = parse(multipart("\r\nмного", *parts))
    assert [file.content for file in read.files] == [str(n).encode() for n in range(1000)]
    assert read.truncated is False


def test_what_is_too_long_is_cut_and_said_so() -> None:
    """The raw letter has the rest."""
    read = parse(letter("я" * 600_000))
    assert (len(read.text), read.truncated, read.problem) == (500_000, True, None)


def test_nesting_beyond_reason_is_a_problem_and_keeps_the_headers() -> None:
    """The letter is shown by what its headers tell."""
    parts = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(2000)
    )
    read = parse(letter(parts.partition("\r\n\r\n")[2], parts.partition("\r\n\r\n")[0] + "\r\n"))
    assert read.problem
    assert (read.subject, read.sender.address) == ("Zakaz", "anna@zakaz.example")


def test_parts_nested_beyond_reason_are_told_of_in_words() -> None:
    """No name of an error is shown to anybody."""
    parts = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(3000)
    )
    problem = parse(letter("", f"MIME-Version: 1.0\r\n{parts}")).problem or ""
    assert problem.startswith("This letter holds parts within parts")

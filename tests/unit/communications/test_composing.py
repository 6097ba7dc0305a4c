"""Letters that we send, read as the other side reads them."""

import email
import email.policy
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.communications.mail import compose, parse
from chalicelib.communications.model import Address, File, Outgoing
from chalicelib.communications.model.outgoing import answer_references, answer_subject
from portal.texts import require_line

LETTER = Outgoing(
    id="01JD5B8Q3V7W2X4Y6Z8A0C1E3M",
    at=datetime(2026, 11, 23, 10, tzinfo=UTC),
    sender=Address("Иван Продавцов · Отдел продаж", "sales@demo.example"),
    reply_to="reply+x.y@demo.example",
    to=("ivan@почта.рф", "anna@zakaz.example"),
    cc=("boss@zakaz.example",),
    subject="Договор поставки № 5, «насосы»",
    text="Добрый день!\n<b>Цена</b> & срок",
    message_id="01jd5b@demo.example",
    in_reply_to="a" * 200 + "@zakaz.example",
    references=tuple(f"{n}{'r' * 100}@zakaz.example" for n in range(20)),
    files=(File("Договор № 5.pdf", "application/pdf", None, b"%PDF-1.7 \x00\xff"),),
)


def line() -> st.SearchStrategy[str]:
    """A text that a person may send as a subject or a name."""

    def accepted(text: str) -> bool:
        try:
            return require_line(text) == text
        except ValueError:
            return False

    return st.text(st.characters(exclude_categories=["Cs", "Cf", "Co"]), max_size=200).filter(
        accepted
    )


def test_what_is_written_is_what_is_read() -> None:
    """Everything comes through our own parser as it went in."""
    read = parse(compose(LETTER))
    assert (read.sender, read.subject, read.text) == (LETTER.sender, LETTER.subject, LETTER.text)
    assert [one.address for one in (*read.to, *read.cc)] == [*LETTER.to, *LETTER.cc]
    assert (read.in_reply_to, read.references) == ((LETTER.in_reply_to,), LETTER.references)
    assert (read.message_id, read.sent_at) == (LETTER.message_id, LETTER.at)
    assert [(file.name, file.content) for file in read.files] == [
        (file.name, file.content) for file in LETTER.files
    ]
    assert "&lt;b&gt;Цена&lt;/b&gt; &amp; срок" in read.html


def test_formatting_stands_beside_the_plain_text() -> None:
    """The HTML that was written is the twin of the text, and a letter without it gets one made of the text."""
    read = parse(compose(replace(LETTER, html="<p>Добрый <strong>день</strong></p>")))
    assert (read.text, read.html) == (LETTER.text, "<p>Добрый <strong>день</strong></p>")


def test_lines_are_ascii_and_of_legal_length() -> None:
    """Threading headers are never encoded, whatever their length: Outlook would lose the thread."""
    content = compose(LETTER)
    assert content.isascii()
    head = content.partition(b"\r\n\r\n")[0]
    assert max(map(len, content.split(b"\r\n"))) < 998
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert f"<{LETTER.in_reply_to}>".encode() in head
    words = [w for w in head.split() if w.startswith(b"=?")]
    assert words
    assert max(map(len, words)) <= 75


def test_another_reader_agrees() -> None:
    """The standard library's own reading of the addresses is the same."""
    message = email.message_from_bytes(compose(LETTER), policy=email.policy.default)
    assert message["Reply-To"] == "reply+x.y@demo.example"
    # It puts a space between two encoded words: https://github.com/python/cpython/issues/79728
    name = message["From"].addresses[0].display_name
    assert "".join(name.split()) == "".join(LETTER.sender.name.split())
    assert [a.addr_spec for a in message["To"].addresses] == [
        "ivan@xn--80a1acny.xn--p1ai",
        "anna@zakaz.example",
    ]


@settings(deadline=None)
@given(line(), line())
def test_no_name_and_no_subject_breaks_a_header(name: str, subject: str) -> None:
    """Any text that people may write comes back the same, and adds neither recipient nor header."""
    read = parse(
        compose(replace(LETTER, sender=Address(name, "sales@demo.example"), subject=subject))
    )
    assert read.sender.address == "sales@demo.example"
    assert " ".join(read.sender.name.split()) == " ".join(name.split())
    assert " ".join(read.subject.split()) == " ".join(subject.split())
    assert (len(read.to), len(read.cc)) == (2, 1)


@pytest.mark.parametrize("field", ["subject", "reply_to", "message_id"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\0"])
def test_a_line_break_never_reaches_a_header(field: str, end: str) -> None:
    """Even if every check before had failed."""
    with pytest.raises(ValueError, match="line break"):
        compose(replace(LETTER, **{field: f"x{end}Bcc: evil@evil.example"}))  # type: ignore[arg-type]  # a field of text


@pytest.mark.parametrize(
    ("subject", "answer"), [("Цена", "Re: Цена"), ("RE: Цена", "RE: Цена"), ("", "Re:")]
)
def test_one_re_is_enough(subject: str, answer: str) -> None:
    """An answer to an answer keeps its subject."""
    assert answer_subject(subject) == answer


def test_a_long_thread_keeps_its_root_and_its_end() -> None:
    """So that headers stay short and the thread stays one."""
    thread = answer_references(tuple(map(str, range(100))), "last")
    assert (len(thread), thread[0], thread[-2:]) == (20, "0", ("99", "last"))
    assert answer_references(("a",), None) == ("a",)

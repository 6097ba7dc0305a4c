"""Any bytes are a letter or a problem, and never an exception."""

import json
import re
from dataclasses import asdict

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.unit.communications.letters import letter, multipart

from chalicelib.communications.mail import parse
from chalicelib.communications.model import Letter

NAMES = (
    "From To Subject Date Message-ID References Content-Type Received Content-Transfer-Encoding"
    " Content-Disposition Authentication-Results Content-ID"
)
WORDS = (
    "multipart/mixed; boundary=b|text/html; charset=|base64|=?utf-8?B?|?=|(|<|message/rfc822|filename*0*=|''"
    '|--b|amazonses.com; dmarc=|uuencode|@|"'
)
HEADERS = st.sampled_from(re.split(" ", NAMES))
PIECES = st.one_of(st.sampled_from(WORDS.encode().split(b"|")), st.binary(max_size=8))
# The machine that runs this may be busy with something else.
patient = settings(deadline=None)


def whole(read: Letter) -> bool:
    """Whether everything in it can be stored and shown: valid Unicode, no NUL."""
    values = asdict(read) | {"files": [file.name for file in read.files]}
    text = json.dumps(values, ensure_ascii=False, default=str)
    return bool(text.encode()) and "\\u0000" not in json.dumps(values, default=str)


@patient
@given(st.binary(max_size=2000))
@example(b"Content-Type: multipart/mixed; boundary=\n\n--\n")
@example(b"Content-Type: message/rfc822\n\n")
@example(b"Subject: \xed\xa0\x80\n\n\x00")
def test_any_bytes(content: bytes) -> None:
    """Even what is no letter at all."""
    assert whole(parse(content))


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.tuples(HEADERS, st.lists(PIECES, max_size=5)), max_size=6),
    st.lists(PIECES, max_size=8),
)
def test_any_headers(headers: list[tuple[str, list[bytes]]], body: list[bytes]) -> None:
    """What has the form of headers and is none."""
    head = b"".join(name.encode() + b": " + b" ".join(value) + b"\r\n" for name, value in headers)
    assert whole(parse(head + b"\r\n" + b"\r\n".join(body)))


@patient
@given(st.binary(max_size=60), st.text(max_size=20))
def test_any_part(content: bytes, name: str) -> None:
    """A part with wild bytes and a wild name stands beside a readable text."""
    part = f'Content-Disposition: attachment; filename="{name}"\r\n\r\n'
    raw = multipart("\r\nтекст", part + "@@").replace(b"@@", content)
    assert whole(parse(raw))


@patient
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """A text in UTF-8 loses nothing but controls, spaces at its ends, and what it quotes is beside it."""
    headers = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
    body = text.encode("utf-8", "ignore").decode()
    read = parse(letter(body, headers))
    kept = {c for c in f"{read.text}{read.history}" if c.isalnum()}
    assert kept == {c for c in body if c.isalnum()}

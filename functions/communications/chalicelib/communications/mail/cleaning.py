"""Clean Unicode of what letters say."""

import re
import unicodedata

from portal.charsets import to_text

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85")
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def unescaped(raw: str, declared: str | None = None) -> str:
    """A header's text in which the parser has escaped 8-bit bytes."""
    if raw.isascii():
        return raw
    return to_text(raw.encode("utf-8", "surrogateescape"), declared)


def clean(text: str) -> str:
    """A text that JSON, a database and a browser can take: no control characters, no half characters."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", whole))


def clean_line(text: str, limit: int) -> str:
    """A clean text of one line, without the marks that make a name read as another name."""
    line = " ".join(_BIDI_CONTROLS.sub("", clean(text)).split())
    return unicodedata.normalize("NFC", line)[:limit].strip()

"""From bytes of an unsure encoding to clean Unicode."""

import re
import unicodedata

# Codecs that are no charset of text, that take quadratic time, or that always fail.
_NO_CHARSETS = frozenset(
    {"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"}
)
# Labels that software sets without looking; they decode any bytes, so UTF-8 is asked first.
_EMPTY_LABELS = frozenset({"iso8859_1", "latin_1", "cp1252", "ascii", "us_ascii", "iso_8859_1"})
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85")
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def to_text(data: bytes, declared: str | None = None) -> str:
    """The text: by the declared charset if it fits, else UTF-8, else one of the two old Russian charsets."""
    for charset in _candidates(declared):
        try:
            return data.decode(charset)
        except (LookupError, ValueError):
            continue
    return data.decode(_russian(data), "replace")


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


def _candidates(declared: str | None) -> list[str]:
    label = (declared or "").strip().strip("'\"").lower()
    name = label.replace("-", "_")
    if not label or name in _NO_CHARSETS:
        return ["utf-8"]
    return ["utf-8", label] if name in _EMPTY_LABELS and name[-5:] != "ascii" else [label, "utf-8"]


def _russian(data: bytes) -> str:
    """Most letters of a text are small; they stand where the other charset has its capitals."""
    small_in_koi8 = sum(0xC0 <= byte <= 0xDF for byte in data)  # noqa: PLR2004  # the charsets' own rows
    small_in_cp1251 = sum(byte >= 0xE0 for byte in data)  # noqa: PLR2004  # as above
    return "koi8-r" if small_in_koi8 > small_in_cp1251 else "cp1251"

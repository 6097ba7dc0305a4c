"""From bytes of an unsure encoding to text: the one guess for letters, tables and files.

Whoever writes Russian without Unicode does so in one of three old charsets, of which two take any bytes for text.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

# Codecs that are no charset of text, that take quadratic time, or that always fail.
_NO_CHARSETS = frozenset(
    {"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"}
)
# Labels that software sets without looking; they decode any bytes, so UTF-8 is asked first.
_EMPTY_LABELS = frozenset({"iso8859_1", "latin_1", "cp1252", "ascii", "us_ascii", "iso_8859_1"})
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_OLD_RUSSIAN = ("cp1251", "koi8-r", "cp866")
# Two thirds of a Russian text; in another charset's place they are rare letters, or none.
_COMMON = "оеаинтсрвл"
# A capital within a word: one charset has capitals where another has small letters. And what is no sign of Russian.
_ODD = re.compile(r"[а-яё][А-ЯЁ]|[^\x00-\x7fА-яЁё№«»„“–—…\xa0]")
_SAMPLE = 65_536
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# The one byte that cp1251 gives no letter.
_NO_LETTER = b"\x98"


def to_text(data: bytes, declared: str | None = None) -> str:
    """The text: by the declared charset if it fits, else UTF-8, else an old Russian one; what fits in none is marked."""
    for text in _readings(data, _candidates(declared)):
        return text
    return data.decode(_russian(data), "replace")


def whole_text(data: bytes) -> str | None:
    """The text of a file that declares nothing but, it may be, by a mark at its beginning; None where it is none."""
    mark = next((charset for sign, charset in _MARKS.items() if data.startswith(sign)), None)
    charsets = [mark] if mark else ["utf-8", *_wide(data), _russian(data)]
    return next((text for text in _readings(data, charsets) if "\0" not in text), None)


class Sieve:
    """Whether what comes in pieces can be text, in UTF-8 or in the old charset of Windows."""

    def __init__(self) -> None:
        self._charsets = {"utf-8", "cp1251"}
        self._utf_8 = codecs.getincrementaldecoder("utf-8")()

    @property
    def is_text(self) -> bool:
        """What it knows as of now."""
        return bool(self._charsets)

    def take(self, piece: bytes) -> None:
        """The next piece."""
        if _CONTROLS.search(piece):
            self._charsets.clear()
        if _NO_LETTER in piece:
            self._charsets.discard("cp1251")
        try:
            self._utf_8.decode(piece)
        except UnicodeDecodeError:
            self._charsets.discard("utf-8")


def _readings(data: bytes, charsets: Iterable[str]) -> Iterator[str]:
    for charset in charsets:
        with suppress(LookupError, ValueError):
            yield data.decode(charset)


def _candidates(declared: str | None) -> list[str]:
    label = (declared or "").strip().strip("'\"").lower()
    name = label.replace("-", "_")
    if not label or name in _NO_CHARSETS:
        return ["utf-8"]
    return ["utf-8", label] if name in _EMPTY_LABELS and name[-5:] != "ascii" else [label, "utf-8"]


def _wide(data: bytes) -> list[str]:
    """UTF-16 without a mark: every other byte of Latin letters and signs is zero."""
    sample = data[:_SAMPLE]
    if sample.count(0) * 10 < len(sample):
        return []
    return ["utf-16-le"] if sample[1::2].count(0) > sample[::2].count(0) else ["utf-16-be"]


def _russian(data: bytes) -> str:
    """The old charset in which the sample looks most like Russian."""
    sample = data[:_SAMPLE]
    return max(_OLD_RUSSIAN, key=lambda charset: _likeness(sample.decode(charset, "replace")))


def _likeness(text: str) -> int:
    """How many letters are common, capitals or not; what is written as nobody writes counts against them."""
    return sum(map(text.casefold().count, _COMMON)) - 3 * len(_ODD.findall(text))

"""What a file really is, told by its content and never by its name."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812  # a class, named as one

import puremagic

from chalicelib.documents.model import Finding
from chalicelib.documents.model.formats import ANY_FORMAT
from portal.charsets import Sieve

_CHUNK = 1024 * 1024
_HEAD = 4096
_MAX_INDEX = 4 * 1024 * 1024
_OFFICE = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_ALIASES: Mapping[str, frozenset[str]] = {
    "audio/ogg": frozenset({"application/ogg"}),
    "audio/wav": frozenset({"audio/wave", "audio/x-wav"}),
    "image/bmp": frozenset({"image/x-ms-bmp"}),
    "image/heic": frozenset({"image/heif"}),
    "image/vnd.dwg": frozenset({"image/x-dwg"}),
}
_OFFICE_PARTS: Mapping[str, str] = {
    f"{_OFFICE}wordprocessingml.document": f"{_OFFICE}wordprocessingml.document.main+xml",
    f"{_OFFICE}spreadsheetml.sheet": f"{_OFFICE}spreadsheetml.sheet.main+xml",
    f"{_OFFICE}presentationml.presentation": f"{_OFFICE}presentationml.presentation.main+xml",
}
_OLE_STREAMS: Mapping[str, tuple[str, ...]] = {
    "application/msword": ("WordDocument",),
    "application/vnd.ms-excel": ("Workbook", "Book"),
    "application/vnd.ms-powerpoint": ("PowerPoint Document",),
}
_SCRIPT = b"#!"
_PROGRAMS = (
    b"MZ",
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"\xce\xfa\xed\xfe",
    b"L\0\0\0\x01\x14\x02\0",
)
_PAGE = re.compile(rb"<\s*(!doctype\s+html|html|head|body|script|iframe|svg)\b", re.IGNORECASE)

_BROKEN_PACKAGE = (BadZipFile, ZlibError, OSError, RuntimeError, ValueError, EOFError)

_NOT_AS_SAID = "The content is not what its type says."


def examine(content: BinaryIO, said: str) -> Finding:
    """Reads the whole content, in pieces, and says whether it is of the media type `said`."""
    reading = _Reading(said)
    for chunk in iter(lambda: content.read(_CHUNK), b""):
        reading.take(chunk)
    return Finding(reading.size, reading.digest.hexdigest(), _refusal(content, reading, said))


class _Reading:
    """What is gathered in the one pass over the content."""

    def __init__(self, said: str) -> None:
        self.size = 0
        self.digest = hashlib.sha256()
        self.head = b""
        self.streams_found = False
        self._sieve = Sieve()
        self._streams = [name.encode("utf-16-le") for name in _OLE_STREAMS.get(said, ())]
        self._tail = b""

    def take(self, chunk: bytes) -> None:
        self.size += len(chunk)
        self.digest.update(chunk)
        self.head = (self.head + chunk)[:_HEAD] if len(self.head) < _HEAD else self.head
        self._sieve.take(chunk)
        window = self._tail + chunk
        self.streams_found = self.streams_found or any(name in window for name in self._streams)
        self._tail = window[-64:]

    @property
    def is_text(self) -> bool:
        """Whether all of it can be read as text in one of our encodings."""
        return self._sieve.is_text


def _refusal(content: BinaryIO, reading: _Reading, said: str) -> str | None:
    if not reading.size:
        return "The file is empty."
    if reading.head.startswith(_SCRIPT) or (
        reading.head.startswith(_PROGRAMS) and not reading.is_text
    ):
        return "This is a program. Programs are not taken."
    if reading.is_text and _PAGE.search(reading.head):
        return "This is a web page or a drawing with scripts. Send it as a PDF or a picture."
    return None if _is(content, reading, said) else _NOT_AS_SAID


def _is(content: BinaryIO, reading: _Reading, said: str) -> bool:
    if said == ANY_FORMAT:
        return True
    if said in {"text/plain", "text/csv"}:
        return reading.is_text
    if said in _OLE_STREAMS:
        return reading.head.startswith(_OLE) and reading.streams_found
    if said == "application/zip" or said in _OFFICE_PARTS or said.startswith(_ODF):
        return reading.head.startswith(b"PK\x03\x04") and _is_package(content, said)
    return not {said, *_ALIASES.get(said, ())}.isdisjoint(_recognised(reading.head))


def _recognised(head: bytes) -> Iterator[str]:
    try:
        candidates = puremagic.magic_string(head)
    except puremagic.PureError:
        return
    yield from (candidate.mime_type for candidate in candidates)


def _is_package(content: BinaryIO, said: str) -> bool:
    content.seek(0)
    try:
        with ZipFile(_Bounded(content)) as package:
            return said == "application/zip" or _is_document(package, said)
    except _BROKEN_PACKAGE:
        return False


def _is_document(package: ZipFile, said: str) -> bool:
    name = "mimetype" if said.startswith(_ODF) else "[Content_Types].xml"
    if name not in package.namelist():
        return False
    with package.open(name) as part:
        text = part.read(_MAX_INDEX).strip()
    if said.startswith(_ODF):
        return text == said.encode()
    # The quotes keep a document with macros, whose type is another name, from passing for one without.
    part_type = _OFFICE_PARTS[said]
    return any(f"{quote}{part_type}{quote}".encode() in text for quote in "\"'")


class _Bounded:
    """A file of which no more is read at once than memory can hold: a zip's index may claim to be of any size."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        if size > _MAX_INDEX:
            raise ValueError("The index of the archive is too large.")
        return self._file.read(size if size >= 0 else _MAX_INDEX)

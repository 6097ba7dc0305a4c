"""What a file really is."""

import hashlib
import io
import zipfile

import pytest

from chalicelib.documents.files.inspection import examine

OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX = f"{OFFICE}wordprocessingml.document"
XLSX = f"{OFFICE}spreadsheetml.sheet"
ODT = "application/vnd.oasis.opendocument.text"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def package(**parts: str) -> bytes:
    """A zip with these parts; ``types`` is the list of content types."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr("[Content_Types].xml" if name == "types" else name, text)
    return stream.getvalue()


def types(part: str) -> str:
    return f'<Types><Override PartName="/main.xml" ContentType="{part}"/></Types>'


DOCUMENT = package(main="x", types=types(f"{DOCX}.main+xml"))
RIGHT = {
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "application/pdf"),
    "png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"),
    "jpeg": (b"\xff\xd8\xff\xe1\0\x10Exif\0", "image/jpeg"),
    "heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "image/heic"),
    "wav": (b"RIFF\x10\0\0\0WAVEfmt ", "audio/wav"),
    "text": ("Привет, мир\n".encode(), "text/plain"),
    "old text": ("Привет, мир\r\n".encode("cp1251"), "text/csv"),
    "docx": (DOCUMENT, DOCX),
    "odt": (package(mimetype=ODT, content="x"), ODT),
    "zip": (package(a="1"), "application/zip"),
    "doc": (OLE + "WordDocument".encode("utf-16-le"), "application/msword"),
    "unknown": (b"\x01\x02\x03", "application/octet-stream"),
}
WRONG = {
    "a program as PDF": (b"MZ\x90\0" + b"\0" * 60, "application/pdf"),
    "a program as anything": (b"\x7fELF\x02\x01\x01" + b"\0" * 9, "application/octet-stream"),
    "a script as text": (b"#!/bin/sh\nrm -rf /\n", "text/plain"),
    "a page as text": ("\ufeff  <!DOCTYPE html><p>Привет".encode(), "text/plain"),
    "a drawing as anything": (b'<?xml version="1.0"?><svg/>', "application/octet-stream"),
    "a drawing as PNG": (b"<svg xmlns=''>", "image/png"),
    "PNG as PDF": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "application/pdf"),
    "bytes as text": ("Привет".encode("utf-16"), "text/plain"),
    "no encoding as text": (b"\xff\x98\xfe", "text/plain"),
    "zip as docx": (package(a="1"), DOCX),
    "docx as xlsx": (DOCUMENT, XLSX),
    "macros as docx": (
        package(types=types("application/vnd.ms-word.document.macroEnabled.main+xml")),
        DOCX,
    ),
    "half a zip": (DOCUMENT[: len(DOCUMENT) // 2], DOCX),
    "an installer as doc": (OLE + b"\0" * 512, "application/msword"),
    "nothing": (b"", "text/plain"),
}


@pytest.mark.parametrize(("content", "said"), RIGHT.values(), ids=RIGHT.keys())
def test_what_is_as_said_passes(content: bytes, said: str) -> None:
    """With its size and checksum."""
    finding = examine(io.BytesIO(content), said)
    assert finding.refusal is None
    assert (finding.size, finding.sha256) == (len(content), hashlib.sha256(content).hexdigest())


@pytest.mark.parametrize(("content", "said"), WRONG.values(), ids=WRONG.keys())
def test_what_is_not_as_said_is_refused(content: bytes, said: str) -> None:
    """In a sentence."""
    refusal = examine(io.BytesIO(content), said).refusal
    assert refusal
    assert refusal.endswith(".")


def test_a_letter_across_two_pieces_is_still_text() -> None:
    """The content is read in pieces; a letter of two bytes may lie on their border."""
    content = b"a" * (1024 * 1024 - 1) + "я\u2098".encode() * 10
    assert examine(io.BytesIO(content), "text/plain").refusal is None


def test_an_archive_of_any_claimed_size_fits_into_memory() -> None:
    """An index that says it is huge is not read."""
    content = bytearray(package(a="1"))
    end = content.rindex(b"PK\x05\x06")
    content[end + 12 : end + 16] = (0x7FFFFFFF).to_bytes(4, "little")
    assert examine(io.BytesIO(bytes(content)), "application/zip").refusal

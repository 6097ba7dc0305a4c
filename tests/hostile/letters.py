"""Letters that mean harm, each by what it tries."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tests.unit.communications.letters import attachment, letter, multipart, stamps

_RLO = "\u202e"
SCRIPT = "<script>alert(1)</script>"


def zip_bomb() -> bytes:
    """Two hundred megabytes of nothing in two hundred kilobytes."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for number in range(4):
            archive.writestr(f"{number}.txt", b"\0" * 50_000_000)
    return packed.getvalue()


def _many(header: str, value: str, times: int) -> bytes:
    return letter("много", f"{header}: {value}\r\n" * times)


def _nested(depth: int) -> bytes:
    parts = (
        f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(depth)
    )
    return letter(
        "", "MIME-Version: 1.0\r\n" + "".join(parts) + "Content-Type: text/plain\r\n\r\nдно"
    )


def _one(name: str, content: bytes, kind: str) -> bytes:
    return multipart("\r\nсмотрите", attachment(f'filename="{name}"', content, kind))


FILES: Mapping[str, bytes] = {
    "a zip bomb": _one("bomb.zip", zip_bomb(), "application/zip"),
    "a picture that is an archive": _one("cat.gif", b"GIF89a;" + zip_bomb()[:2000], "image/gif"),
    "a page in a PDF": _one("a.pdf", b"%PDF-1.7\n" + SCRIPT.encode(), "application/pdf"),
    "a page that says it is a PDF": _one("a.pdf", f"<html>{SCRIPT}".encode(), "application/pdf"),
    "a drawing with a script": _one(
        "a.svg", f"<svg xmlns='http://www.w3.org/2000/svg'>{SCRIPT}</svg>".encode(), "image/svg+xml"
    ),
    "a page": _one("a.html", SCRIPT.encode(), "text/html"),
    "a program": _one("счёт.pdf.exe", b"MZ" + b"\0" * 100, "application/x-msdownload"),
    "nothing": _one("empty.pdf", b"", "application/pdf"),
    "a name of HTML": _one("<img src=x onerror=alert(1)>.pdf", b"%PDF-1.7", "application/pdf"),
    "a name that reads backwards": _one(f"счёт{_RLO}fdp.exe", b"MZ\0\0", "application/pdf"),
    "a name of a path": _one("../../etc/passwd\\..\\x", b"root", "text/html"),
    "a name that ends its header": _one("a%0d%0aSet-Cookie: a=b.pdf", b"%PDF-1.7", "text/html"),
    "a type of no kind": _one("a", b"a", 'text/html; charset="><script>'),
}
"""Letters with one file that must never run in a reader's browser."""

LETTERS: Mapping[str, bytes] = {
    "ten thousand parts": multipart(*["Content-Disposition: attachment\r\n\r\nx"] * 10_000),
    "parts in parts in parts": _nested(300),
    "letters in letters": letter("", "Content-Type: message/rfc822\r\n\r\n" * 300),
    "an enormous header": _many("X-Long", "а" * 2_000_000, 1),
    "an enormous subject": letter("текст", "Subject: " + "я" * 1_000_000 + "\r\n"),
    "twenty thousand headers": _many("X-More", "1", 20_000),
    "twenty thousand recipients": letter(
        "всем", "Cc: " + ", ".join(f"n{n}@many.example" for n in range(20_000)) + "\r\n"
    ),
    "twenty thousand parents": letter(
        "нить", "References: " + " ".join(f"<{n}@many.example>" for n in range(20_000)) + "\r\n"
    ),
    "a charset that there is not": letter(
        b"\xff\xfe\x00\xd0", f"Content-Type: text/plain; charset={'x' * 5000}\r\n"
    ),
    "a charset that is another": letter(
        "привет".encode("koi8-r"), "Content-Type: text/plain; charset=utf-16\r\n"
    ),
    "an encoding that breaks off": letter(
        "0J/RgNC40LLQtdGC0J", "Content-Transfer-Encoding: base64\r\n"
    ),
    "HTML everywhere": letter(
        f"{SCRIPT}<a href='javascript:alert(1)'>x</a><b>живой</b>",
        f"Content-Type: text/html; charset=utf-8\r\nSubject: {SCRIPT}\r\n",
        sender=f'"{SCRIPT}" <anna@zakaz.example>',
    ),
    "deep HTML": letter("<div>" * 100_000, "Content-Type: text/html\r\n"),
    "zeros": stamps().encode() + b"\0" * 100_000,
    "nothing at all": b"",
}
"""Letters that want to be too much, or to be read wrongly."""

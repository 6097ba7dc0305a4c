"""Files as Outlook packs them, for tests to write in one line (MS-OXTNEF)."""

import struct
from collections.abc import Sequence

_MESSAGE, _ATTACHMENT = 1, 2
_CODEPAGE, _BODY, _MAPI = 0x00069007, 0x0002800C, 0x00069003
_RENDERING, _TITLE, _DATA, _PROPERTIES = 0x00069002, 0x00018010, 0x0006800F, 0x00069005
_LONG_NAME, _UNICODE = 0x3707, 0x001F
MANY = 0xFFFFFFF0


def winmail(
    *files: tuple[str, bytes], text: str = "", codepage: int = 1251, more: Sequence[bytes] = ()
) -> bytes:
    """A ``winmail.dat`` with a text and files, whose short names are written in the codepage."""
    objects = [_object(_MESSAGE, _CODEPAGE, struct.pack("<II", codepage, 0))]
    if text:
        objects.append(_object(_MESSAGE, _BODY, text.encode(f"cp{codepage}") + b"\0"))
    for name, content in files:
        objects += [
            _object(_ATTACHMENT, _RENDERING, b"\0" * 14),
            _object(_ATTACHMENT, _TITLE, name.encode(f"cp{codepage}", "replace") + b"\0"),
            _object(_ATTACHMENT, _DATA, content),
            _object(_ATTACHMENT, _PROPERTIES, _long_name(name)),
        ]
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join((*objects, *more))


def states_too_much() -> bytes:
    """One whose list of properties says that it has four billion of them."""
    return winmail(more=[_object(_MESSAGE, _MAPI, struct.pack("<I", MANY) + b"\0" * 16)])


def repeats_nothing() -> bytes:
    """One property with four billion values, none of which is there."""
    many = struct.pack("<IHHI", 1, 0x1002, 0x1234, MANY)
    return winmail(more=[_object(_MESSAGE, _MAPI, many + b"\0" * 16)])


def _long_name(name: str) -> bytes:
    value = f"{name}\0".encode("utf-16-le")
    padded = value + b"\0" * (-len(value) % 4)
    return struct.pack("<IHHII", 1, _UNICODE, _LONG_NAME, 1, len(value)) + padded


def _object(level: int, kind: int, data: bytes) -> bytes:
    checksum = sum(data) & 0xFFFF
    return struct.pack("<BII", level, kind, len(data)) + data + struct.pack("<H", checksum)

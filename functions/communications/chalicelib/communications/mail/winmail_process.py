"""Unpacks the ``winmail.dat`` of its input, and writes as JSON what is within; whatever goes wrong ends it alone."""

import base64
import json
import logging
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from striprtf.striprtf import rtf_to_text
from tnefparse import TNEF

from portal.charsets import to_text

_MOST_FILES = 500
_MOST_BYTES = 1 << 30
_MOST_SECONDS = 15
_DEPTH = 5


def answer_of(content: bytes) -> dict[str, Any]:
    """The texts and files of one; raises whatever the library does."""
    packed = TNEF(content, do_checksum=False)
    files = [one for _, one in zip(range(_MOST_FILES), _files(packed, _DEPTH), strict=False)]
    return {"text": _plain(packed), "html": _text(packed.htmlbody, packed), "files": files}


def _files(packed: TNEF, depth: int) -> Iterator[dict[str, str]]:
    for attachment in packed.attachments:
        name = _name(attachment, packed)
        inner = getattr(attachment, "embed", None)
        if inner is None:
            yield _file(name, attachment.data)
        elif depth:
            # A letter within: its text as a file, and its files beside the others.
            yield _file(f"{name}.txt", _plain(inner).encode())
            yield from _files(inner, depth - 1)


def _file(name: str, content: bytes) -> dict[str, str]:
    return {"name": name, "content": base64.b64encode(content).decode()}


def _name(attachment: Any, packed: TNEF) -> str:  # noqa: ANN401  # the library has no types
    try:
        name = attachment.long_filename()
    except ValueError:
        name = attachment._name  # noqa: SLF001  # it takes every short name for UTF-8
    return _text(name, packed).strip()


def _plain(packed: TNEF) -> str:
    if text := _text(packed.body, packed):
        return text
    with suppress(Exception):  # a broken text is none; the files are there all the same
        rtf = packed.rtfbody
        return _of_rtf(rtf.decode("latin-1")) if rtf else ""
    return ""


def _of_rtf(rtf: str) -> str:
    return str(rtf_to_text(rtf, errors="ignore"))  # type: ignore[no-untyped-call]  # it has no types


def _text(value: str | bytes | None, packed: TNEF) -> str:
    text = to_text(value, packed.codepage) if isinstance(value, bytes) else value or ""
    return text.replace("\0", "")


def _limit() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  # only systems like Unix have it

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))


if __name__ == "__main__":
    logging.disable()
    _limit()
    json.dump(answer_of(sys.stdin.buffer.read()), sys.stdout)

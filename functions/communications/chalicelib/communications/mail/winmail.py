"""``winmail.dat``: what Outlook packs a letter's files and formatting into (TNEF), unpacked.

It is done in a process of its own: the library believes every number that the file states, and a file may state four
billion of something.
"""

import base64
import json
import os
import subprocess
import sys
from typing import Any

from portal.values import dataclass

_TYPES = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_NAME = "winmail.dat"
_SECONDS = 20
_MODULE = "chalicelib.communications.mail.winmail_process"


@dataclass(frozen=True)
class Packed:
    """A file within: its name as written, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Unpacked:
    """The texts and the files of one."""

    text: str = ""
    html: str = ""
    files: tuple[Packed, ...] = ()


def is_winmail(name: str, content_type: str) -> bool:
    """Whether a file is one, by its type or by its name."""
    return content_type in _TYPES or name.casefold() == _NAME


def unpacked(content: bytes) -> Unpacked | None:
    """What is within; None when it cannot be unpacked, whatever the reason."""
    try:
        done = subprocess.run(  # noqa: S603  # our own module; the stranger's bytes are its input alone
            [sys.executable, "-m", _MODULE],
            input=content,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        return _found(json.loads(done.stdout))
    except (OSError, subprocess.SubprocessError, ValueError, LookupError):
        return None


def _found(answer: dict[str, Any]) -> Unpacked:
    files = (Packed(one["name"], base64.b64decode(one["content"])) for one in answer["files"])
    return Unpacked(answer["text"], answer["html"], tuple(files))

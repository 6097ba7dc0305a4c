"""Waiting for what the portal does by itself a moment later."""

import time
from collections.abc import Callable
from typing import TypeVar

from infra.local.errors import LocalError

_SECONDS = 180
_PAUSE = 0.5

T = TypeVar("T")


def eventually(look: Callable[[], T | None]) -> T:
    """What is found, as soon as something is.

    Raises:
        LocalError: nothing was found in time.
    """
    deadline = time.monotonic() + _SECONDS
    while not (found := look()):
        if time.monotonic() > deadline:
            raise LocalError("What was sent has not arrived: the machine is very busy.")
        time.sleep(_PAUSE)
    return found

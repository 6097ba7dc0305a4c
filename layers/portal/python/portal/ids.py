"""Identifiers: ULIDs, so that the order of ids is the order of making."""

import hashlib
from collections.abc import Callable
from datetime import datetime

from ulid import ULID

Ids = Callable[[], str]


def new_id() -> str:
    """A fresh ULID, 26 characters of Crockford's base 32."""
    return str(ULID())


def derived_id(instant: datetime, seed: str) -> str:
    """The id of something that exists elsewhere already: the same instant and seed always give the same ULID."""
    milliseconds = int(instant.timestamp() * 1000)
    return str(
        ULID.from_bytes(
            milliseconds.to_bytes(6, "big") + hashlib.sha256(seed.encode()).digest()[:10]
        )
    )


def first_id(instant: datetime) -> str:
    """The least id of what is made at an instant: whatever was made before has a lesser one."""
    milliseconds = int(instant.timestamp() * 1000)
    return str(ULID.from_bytes(milliseconds.to_bytes(6, "big") + bytes(10)))


def is_id(text: str) -> bool:
    """Whether the text could have come from `new_id`."""
    try:
        return str(ULID.from_str(text)) == text
    except ValueError:
        return False

"""Identifiers: ULIDs, so that the order of ids is the order of making."""

from collections.abc import Callable

from ulid import ULID

Ids = Callable[[], str]


def new_id() -> str:
    """A fresh ULID, 26 characters of Crockford's base 32."""
    return str(ULID())


def is_id(text: str) -> bool:
    """Whether the text could have come from `new_id`."""
    try:
        return str(ULID.from_str(text)) == text
    except ValueError:
        return False

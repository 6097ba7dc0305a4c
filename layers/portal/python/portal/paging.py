"""Lists are read a page at a time; the cursor is opaque to whoever holds it."""

import base64
import binascii
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from portal.errors import InvalidError
from portal.values import dataclass

T = TypeVar("T")
U = TypeVar("U")

MAX_LIMIT = 100
DEFAULT_LIMIT = 50


@dataclass(frozen=True)
class PageRequest:
    """Which page: at most `limit` records, after `cursor`."""

    limit: int = DEFAULT_LIMIT
    cursor: str | None = None


@dataclass(frozen=True)
class Page(Generic[T]):
    """Records, and the cursor of the next page or None at the end."""

    items: Sequence[T]
    next: str | None = None

    def map(self, render: Callable[[T], U]) -> "Page[U]":
        """The same page of something else."""
        return Page([render(item) for item in self.items], self.next)


def encode_cursor(position: Mapping[str, Any]) -> str:
    """A position in a list as an opaque text for URLs."""
    compact = json.dumps(position, separators=(",", ":"), ensure_ascii=False)
    return base64.urlsafe_b64encode(compact.encode()).decode().rstrip("=")


def decode_cursor(cursor: str) -> dict[str, Any]:
    """The inverse of `encode_cursor`.

    Raises:
        InvalidError: the text was not made by `encode_cursor`.
    """
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        position = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (binascii.Error, ValueError) as error:
        raise bad_cursor() from error
    if not isinstance(position, dict):
        raise bad_cursor()
    return position


def bad_cursor() -> InvalidError:
    """The refusal of a cursor that no list of ours gave out."""
    return InvalidError.at(
        "?cursor", "Use the value of next from the page before, or leave it out."
    )

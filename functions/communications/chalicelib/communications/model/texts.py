"""Texts and addresses made short."""

from collections.abc import Iterable

from chalicelib.communications.model.addresses import Address

SNIPPET_LENGTH = 200


def snippet(text: str) -> str:
    """The beginning of a text as one line."""
    line = " ".join(text[: 20 * SNIPPET_LENGTH].split())
    return line if len(line) <= SNIPPET_LENGTH else line[: SNIPPET_LENGTH - 1].rstrip() + "…"


def shortened(addresses: Iterable[Address], limit: int, name_length: int) -> tuple[Address, ...]:
    """The first addresses with names cut, so that a thousand recipients still fit into an item."""
    return tuple(Address(a.name[:name_length], a.address) for a in list(addresses)[:limit])

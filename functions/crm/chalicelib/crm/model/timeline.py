"""The card's timeline: what happened on a card, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from portal.principals import Actor, Audience, contact_grant

_CLIENTS = contact_grant("")
_SUMMARY_LENGTH = 200


class EntryKind(StrEnum):
    """What an entry tells of."""

    MAIL = "mail"
    MESSAGE = "message"
    COMMENT = "comment"
    STAGE = "stage"
    FILE = "file"
    CREATED = "created"
    CONVERTED = "converted"
    MERGED = "merged"
    UNMERGED = "unmerged"


class Mark(StrEnum):
    """What sets an entry apart: a letter of a machine, a quiet one or one that came back, a file not taken, what was erased."""

    AUTOMATIC = "automatic"
    ERASED = "erased"
    QUIET = "quiet"
    REFUSED = "refused"
    RETURNED = "returned"


@dataclass(frozen=True)
class Source:
    """The record that an entry tells of, in the feature that owns it."""

    feature: str
    id: str


@dataclass(frozen=True)
class Entry:
    """One thing that happened, as it stands on each card it concerns.

    `id` follows from the source, so that the same thing told twice stands once; `at` is the thing's own instant;
    `direction` is inbound, outbound or None. A client with an account sees the entry when his contact is
    among `contact_ids` or it is `for_all_clients`; `note`, such as why a deal was lost, he never sees. A letter and
    its answers have the `thread_id` in common; `privacy` says how much of it everybody may see.
    """

    id: str
    kind: EntryKind
    at: datetime
    direction: str | None
    summary: str
    actor: Actor
    source: Source
    contact_ids: frozenset[str] = frozenset()
    for_all_clients: bool = False
    text: str | None = None
    note: str | None = None
    mark: Mark | None = None
    thread_id: str | None = None
    privacy: str | None = None

    def for_clients(self) -> "Entry":
        """The entry as clients read it."""
        return replace(self, note=None)

    def audience(self, of_card: Audience) -> Audience:
        """Who may be told of the entry, among those who see the card."""
        if self.for_all_clients:
            return of_card
        parties = frozenset(map(contact_grant, self.contact_ids))
        return without_clients(of_card) | (of_card & parties)


def without_clients(audience: Iterable[str]) -> Audience:
    """The company's own people among those who may see something."""
    return frozenset(token for token in audience if not token.startswith(_CLIENTS))


def summary_of(text: str) -> str:
    """A longer text in one line of at most two hundred characters."""
    line = " ".join(text.split())
    return line if len(line) <= _SUMMARY_LENGTH else f"{line[: _SUMMARY_LENGTH - 1]}…"

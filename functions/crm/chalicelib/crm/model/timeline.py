"""The card's timeline: what happened on a card, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from portal.principals import Actor, Audience, contact_grant

_CLIENTS = contact_grant("")


class EntryKind(StrEnum):
    """What an entry tells of."""

    MAIL = "mail"
    COMMENT = "comment"
    STAGE = "stage"
    FILE = "file"
    CREATED = "created"


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
    among `contact_ids` or it is `for_all_clients`; he then reads `client_summary` where there is one.
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
    client_summary: str | None = None
    text: str | None = None
    automatic: bool = False

    @property
    def client_view(self) -> "Entry":
        """The entry as clients read it."""
        if self.client_summary is None:
            return self
        return replace(self, summary=self.client_summary, client_summary=None)

    def audience(self, of_card: Audience) -> Audience:
        """Who may be told the whole entry, of those who see the card."""
        staff = without_clients(of_card)
        if self.client_summary is not None:
            return staff
        if self.for_all_clients:
            return of_card
        return staff | (of_card & frozenset(map(contact_grant, self.contact_ids)))


def without_clients(audience: Iterable[str]) -> Audience:
    """The company's own people among those who may see something."""
    return frozenset(token for token in audience if not token.startswith(_CLIENTS))

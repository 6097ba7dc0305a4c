"""The timeline of a card: everything that happened, told once, on every card that it concerns."""

from dataclasses import dataclass, field
from datetime import datetime

from portal.principals import Actor


@dataclass(frozen=True)
class Source:
    """The fact that an entry tells of, in the feature that owns it."""

    feature: str
    id: str


@dataclass(frozen=True)
class Entry:
    """One thing that happened, at its own instant.

    `id` derives from the source, so that telling it again changes nothing. Clients see it when their contact is
    among `contact_ids`, or when it is `for_all_clients` of the card.
    """

    id: str
    kind: str
    at: datetime
    direction: str | None
    summary: str
    actor: Actor
    source: Source
    contact_ids: frozenset[str] = field(default_factory=frozenset)
    for_all_clients: bool = False

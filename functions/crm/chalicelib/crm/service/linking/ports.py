"""What linking needs to remember."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from chalicelib.crm.model.linking import Link
from chalicelib.crm.model.timeline import Entry
from portal.events import Event
from portal.values import dataclass


@dataclass(frozen=True)
class Choice:
    """The deal that a person chose for a contact's letter, to be taken for the next one."""

    contact_id: str
    deal_id: str
    at: datetime


@dataclass(frozen=True)
class Relinking:
    """One step of a link: what stood, what stands, and what is told of it.

    `added` is None when the main card's people know of the entry already; `choice` is None when nothing is to be
    remembered, and `forgotten` is the contact of whom the deal last chosen is remembered no longer. `turn` is the side
    of the communication in the talk with the client, if it counts there.
    """

    before: Link | None
    after: Link
    entry: Entry
    linked: Event
    added: Event | None
    choice: Choice | None
    forgotten: str | None = None
    turn: str | None = None


class Links(Protocol):
    """Where communications stand."""

    def link(self, communication_id: str) -> Link | None:
        """Where one stands, read consistently; None when nothing has been decided."""
        ...

    def links(self, communication_ids: Iterable[str]) -> dict[str, Link]:
        """Where those stand that have been decided upon, in one call."""
        ...

    def chosen_deal(self, contact_id: str) -> str | None:
        """The deal last chosen for a contact."""
        ...

    def save(self, step: Relinking) -> None:
        """Moves the entries and announces it, all or nothing.

        Raises `ConflictError` when another step was saved since `before` was read.
        """

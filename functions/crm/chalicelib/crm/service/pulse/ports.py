"""What following cards needs to remember."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from chalicelib.crm.model.hours import WorkingHours
from chalicelib.crm.model.pulse import Measured, Pulse, Step, Talk
from portal.cards import CardRef
from portal.events import Event
from portal.paging import Page, PageRequest
from portal.values import dataclass


@dataclass(frozen=True)
class Noted:
    """What was announced of a reminder: its step, or None once it is done. Of two the greater `as_of` counts."""

    reminder_id: str
    step: Step | None
    as_of: str


@dataclass(frozen=True)
class Answered:
    """One answer, as reports count it: with what was promised then, in minutes of work."""

    ref: CardRef
    measured: Measured
    within: int | None
    owner_id: str
    pipeline_id: str | None


class PulseBook(Protocol):
    """What each card waits for."""

    def pulse(self, ref: CardRef) -> Pulse:
        """Of one card, read consistently; of a new one nothing."""
        ...

    def pulses(self, refs: Iterable[CardRef]) -> dict[CardRef, Pulse]:
        """Of up to a hundred cards, in one read; the missing are left out."""
        ...

    def save(
        self,
        before: Pulse,
        after: Pulse,
        event: Event | None = None,
        answered: Answered | None = None,
    ) -> None:
        """Brings a pulse and what falls due from one state to the next; raises `StaleVersionError`."""

    def due(self, shard: int, until: datetime, page: PageRequest) -> Page[CardRef]:
        """The cards of a part on which something is due by then, the earliest first."""
        ...

    def note(self, ref: CardRef, noted: Noted) -> None:
        """Remembers an open reminder on a card, or that it is done, unless something later is known of it.

        Raises `ConflictError` when something else of it is being noted.
        """

    def first_step(self, refs: Sequence[CardRef]) -> Step | None:
        """The earliest open reminder on some cards, read consistently."""
        ...

    def talk(self, refs: Sequence[CardRef]) -> Talk:
        """How the talk with the client stands on cards that are one, in a bounded number of reads for each."""
        ...


class HoursBook(Protocol):
    """The working hours of the company."""

    def hours(self) -> WorkingHours:
        """As they are set, or the usual ones."""
        ...

    def save_hours(self, hours: WorkingHours, event: Event) -> WorkingHours:
        """As stored and announced; raises `StaleVersionError`."""
        ...

"""What the use cases need from outside; `store` and `colleagues` provide it, tests have it in memory."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeVar

from chalicelib.crm.model.cards import Card, Owner, Record
from chalicelib.crm.model.deals import StageMove
from chalicelib.crm.model.pipelines import Pipeline
from chalicelib.crm.model.rearranging import Rearrangement
from chalicelib.crm.service.changes import Change, Listing, Note, Removal
from portal.cards import CardRef
from portal.events import Event
from portal.paging import Page, PageRequest
from portal.principals import Principal

R = TypeVar("R", bound=Record)


class Cards(Protocol):
    """Finding cards, whoever asks; the use case decides who may see them."""

    def card(self, ref: CardRef) -> Card | None:
        """One card, read consistently."""
        ...

    def cards(self, refs: Iterable[CardRef]) -> dict[CardRef, Card]:
        """Up to a hundred cards in one call; the missing are left out."""
        ...

    def contact_by_identity(self, kind: str, value: str) -> str | None:
        """The id of the contact that has the identity, in one read.

        `kind` is ``email`` (case-folded), ``phone`` (E.164) or a messenger's name such as ``telegram``.
        """
        ...

    def open_deals_of_contact(self, contact_id: str, limit: int) -> list[Card]:
        """The newest open deals of a contact, at most `limit` of them, read consistently."""
        ...


class Records(Protocol):
    """Cards whole: reading, listing and saving them."""

    def record(self, kind: type[R], card_id: str) -> R | None:
        """One card, read consistently."""
        ...

    def records(self, kind: type[R], listing: Listing, request: PageRequest) -> Page[R]:
        """A page of a list, at a cost that depends on the page alone."""
        ...

    def save(self, change: Change[R]) -> R:
        """The card as stored, with all that follows from the change, or nothing at all.

        Raises `StaleVersionError` after somebody else's save, `IdentityTakenError` for an identity of another
        contact, `ConflictError` when the change is too large for one transaction.
        """
        ...

    def save_together(
        self, changes: Sequence[Change[Any]], notes: Iterable[Note] = ()
    ) -> list[Record]:
        """Several cards as stored, in their order, or nothing at all; raises as `save` does."""
        ...


class Removals(Protocol):
    """The end of cards."""

    def remove(self, removal: Removal[Any]) -> None:
        """Removes a card with all that leads to it; raises `StaleVersionError` after somebody else's save."""
        ...


class StageLog(Protocol):
    """What stages a deal went through; `Records.save` writes it."""

    def moves(self, deal_id: str, request: PageRequest) -> Page[StageMove]:
        """The moves, the latest first."""
        ...


class PipelineBook(Protocol):
    """The pipelines of the company."""

    def pipelines(self) -> list[Pipeline]:
        """All of them, in the company's order, the oldest first among equals."""
        ...

    def save_pipeline(
        self,
        pipeline: Pipeline,
        closed: Iterable[str] = (),
        begun: Iterable[tuple[Rearrangement, Event]] = (),
    ) -> Pipeline:
        """A new or a changed one as stored; from now on no deal comes into the `closed` stages.

        Raises `StaleVersionError` after somebody else's save.
        """
        ...

    def remove_pipeline(
        self, pipeline: Pipeline, begun: Iterable[tuple[Rearrangement, Event]]
    ) -> None:
        """Removes one, and closes its stages; raises `StaleVersionError` after somebody else's save."""
        ...


class Rearrangements(Protocol):
    """How far the deals of pipelines have followed changes of the pipelines."""

    def rearrangement(self, work_id: str) -> Rearrangement | None:
        """One of them, read consistently, or None once it is done."""
        ...

    def save_rearrangement(self, work: Rearrangement, event: Event) -> None:
        """Notes how far it has come, with the event of what is left; raises `StaleVersionError`."""
        ...

    def end_rearrangement(self, work: Rearrangement) -> None:
        """Nothing is left to do."""
        ...


class Announcements(Protocol):
    """What people announced of employees."""

    def note_employee(self, employee: Owner, as_of: datetime) -> bool:
        """Remembers an announcement; False when a later one is known already."""
        ...


class HandOvers(Protocol):
    """Which of the hand-overs that people announced have been done."""

    def is_done(self, hand_over_id: str) -> bool:
        """Whether all its cards have changed hands."""
        ...

    def note_done(self, hand_over_id: str) -> None:
        """They have."""


class Colleagues(Protocol):
    """The company's people, asked on behalf of the caller."""

    def principal(self, authorization: str, employee_id: str) -> Principal | None:
        """An employee who can sign in, with his rights as of now, or None."""
        ...

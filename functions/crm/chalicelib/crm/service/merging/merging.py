"""One card goes into another of its kind, in one step."""

from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from chalicelib.crm.events.cards import CardChanged
from chalicelib.crm.events.merging import CardsMerged
from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.journal import Cause, CauseKind
from chalicelib.crm.model.merging import gone, united
from chalicelib.crm.model.timeline import Entry, EntryKind, Source
from chalicelib.crm.service.cards import CardBook, require_version
from chalicelib.crm.service.changes import Change
from chalicelib.crm.service.team import require_right_to_reassign
from portal.errors import ConflictError, InvalidError
from portal.principals import Actor, Principal
from portal.values import dataclass

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Wish:
    """Which card goes into the one that stays, as of which version, and the fields in which its value is taken."""

    other_id: str
    take: tuple[str, ...] = ()
    other_version: int | None = None


@dataclass(frozen=True)
class Merging:
    """Merges cards for who could give both of them away."""

    book: CardBook

    def merge(
        self, principal: Principal, kind: type[R], card_id: str, wish: Wish, if_match: int | None
    ) -> R:
        """The card that stays, in one transaction with the one that goes; all that stood on both is kept.

        Raises:
            NotFoundError: there is no such card, or the principal may not see it.
            NotAllowedError: he may not give both to somebody else.
            StaleVersionError: somebody saved one of them in between.
            InvalidError, ConflictError: as in `united`, and where one was merged already.
        """
        winner, loser = self._pair(principal, kind, card_id, wish.other_id)
        require_version(winner, if_match)
        require_version(loser, wish.other_version)
        now, change_id = self.book.clock(), self.book.ids()
        after = replace(united(winner, loser, wish.take), updated_at=now)
        changes = [
            self._entered(principal, winner, after, loser, change_id),
            self._left(principal, loser, replace(gone(loser, winner, change_id), updated_at=now)),
        ]
        (stored, _) = self.book.save_together(principal, changes)
        assert isinstance(stored, kind)  # noqa: S101  # as it was given
        return stored

    def _pair(
        self, principal: Principal, kind: type[R], card_id: str, other_id: str
    ) -> tuple[R, R]:
        if card_id == other_id:
            raise InvalidError.at("/other_id", "Name another card than the one that stays.")
        pair = (
            self.book.find(principal, kind, card_id),
            self.book.find(principal, kind, other_id),
        )
        for record in pair:
            self._require_apart(record)
            require_right_to_reassign(principal, record)
        return pair

    def _require_apart(self, record: Record) -> None:
        if record.merged_into:
            heir = self.book.cards.card(record.merged_into)
            title = heir.title if heir else record.label
            raise ConflictError(
                f"{record.label} was merged already. Merge with the card that it went into: {title}.",
                record.merged_into,
            )

    def _entered(
        self, principal: Principal, before: R, after: R, loser: R, change_id: str
    ) -> Change[R]:
        actor, now = Actor.of(principal), after.updated_at
        merged = CardsMerged(after, loser)
        return Change(
            before,
            after,
            CardChanged.between(before, after).to_event(change_id, now, actor),
            entry=told(EntryKind.MERGED, change_id, now, loser.label, actor),
            entry_event=merged.to_event(self.book.ids(), now, actor),
            cause=Cause(CauseKind.MERGE, change_id),
        )

    def _left(self, principal: Principal, before: R, after: R) -> Change[R]:
        cause = Cause(CauseKind.MERGE, after.merged.change_id if after.merged else None)
        event = CardChanged(after, ("merged",))
        at = after.updated_at
        made = event.to_event(self.book.ids(), at, Actor.of(principal))
        return Change(before, after, made, cause=cause)


def told(kind: EntryKind, entry_id: str, at: datetime, label: str, actor: Actor) -> Entry:
    """What the timeline tells of it."""
    return Entry(
        id=entry_id,
        kind=kind,
        at=at,
        direction=None,
        summary=label,
        actor=actor,
        source=Source("crm", entry_id),
    )

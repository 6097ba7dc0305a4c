"""A card that went into another one comes back."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from chalicelib.crm.events.cards import CardChanged
from chalicelib.crm.events.merging import CardsUnmerged
from chalicelib.crm.model.cards import OWN, Merged, Owner, Record
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.journal import Cause, CauseKind, Turn, plain_values
from chalicelib.crm.model.merging import Restored, without
from chalicelib.crm.model.timeline import EntryKind
from chalicelib.crm.service.cards import CardBook
from chalicelib.crm.service.changes import Change
from chalicelib.crm.service.history import JournalBook
from chalicelib.crm.service.merging.merging import told
from chalicelib.crm.service.ports import Colleagues
from chalicelib.crm.service.team import require_right_to_reassign
from portal.cards import CardKind
from portal.errors import ConflictError
from portal.principals import Actor, Principal
from portal.values import dataclass

R = TypeVar("R", bound=Record)
Parse = Callable[[CardKind, str, Any], Mapping[str, Any]]
"""A value of the journal as the domain has it; raises `ConflictError` for one that is no longer accepted."""


@dataclass(frozen=True)
class Unmerging:
    """Takes a merged card out again, with its identities and all that stands on it.

    What the merge set on the card that stayed goes back where nobody has changed it since. What came to the card that
    stayed since stays there.
    """

    book: CardBook
    journal: JournalBook
    colleagues: Colleagues
    parse: Parse

    def unmerge(
        self, principal: Principal, authorization: str, kind: type[R], card_id: str
    ) -> Restored:
        """The card as it was; one that stands by itself is left alone.

        Raises:
            NotFoundError: there is no such card, or the principal may not see it.
            NotAllowedError: he may not give both cards to somebody else.
            StaleVersionError: somebody saved one of them at this moment.
            ConflictError: the card that it went into went into another one since.
        """
        loser = self.book.find(principal, kind, card_id)
        if loser.merged is None:
            return Restored(loser)
        winner = self._winner(principal, loser, loser.merged)
        require_right_to_reassign(principal, loser)
        require_right_to_reassign(principal, winner)
        after, kept = self._released(winner, loser)
        back, lost = self._returned(self._owned(authorization, loser, winner), winner)
        changes = self._changes(principal, (winner, after), (loser, back))
        (_, stored) = self.book.save_together(principal, changes)
        return Restored(stored, (*kept, *lost))

    def _winner(self, principal: Principal, loser: R, merged: Merged) -> R:
        winner = self.book.find(principal, type(loser), merged.into)
        if winner.merged_into:
            raise ConflictError(
                f"{winner.label} was merged into another card since. Take that one out first.",
                winner.merged_into,
            )
        return winner

    def _released(self, winner: R, loser: R) -> tuple[R, list[str]]:
        """The winner without what the merge brought it, and the names of what stays."""
        change_id = loser.merged.change_id if loser.merged else ""
        made = self.journal.change(winner.ref, change_id)
        values: dict[str, Any] = {"own": dict(winner.own)}
        now, kept = plain_values(winner), []
        for name, turn in made.turns.items() if made else ():
            try:
                goal = _former(turn, now.get(name))
                parsed = self.parse(winner.kind, name, goal)
            except ConflictError:
                kept.append(name)
                continue
            _set(values, name, parsed)
        former = without(winner.former_ids, loser)
        return replace(winner, **values, former_ids=former), kept

    def _owned(self, authorization: str, loser: R, winner: R) -> R:
        """The loser with an owner who is there: whoever left meanwhile has no cards."""
        person = self.colleagues.principal(authorization, loser.owner.id)
        owner = Owner.of(person) if person else winner.owner
        return replace(loser, owner=owner, merged=None, updated_at=self.book.clock())

    def _returned(self, loser: R, winner: R) -> tuple[R, list[str]]:
        """The loser without the identities that somebody else has by now, and their names."""
        if not isinstance(loser, Contact):
            return loser, []
        lost = {each for each in loser.identities if self._held_by_others(each, winner)}
        left = replace(
            loser,
            emails=tuple(e for e in loser.emails if ("email", e) not in _pairs(lost)),
            phones=tuple(p for p in loser.phones if ("phone", p) not in _pairs(lost)),
            handles=tuple(h for h in loser.handles if h.identity not in lost),
        )
        return left, [each.label for each in sorted(lost)]

    def _held_by_others(self, identity: Any, winner: Record) -> bool:  # noqa: ANN401  # an Identity
        holder = self.book.cards.contact_by_identity(identity.kind, identity.value)
        return holder not in {None, winner.id}

    def _changes(
        self, principal: Principal, winner: tuple[R, R], loser: tuple[R, R]
    ) -> list[Change[R]]:
        actor, now = Actor.of(principal), loser[1].updated_at
        after = replace(winner[1], updated_at=now)
        event_id, cause = self.book.ids(), Cause(CauseKind.UNMERGE, loser[0].id)
        parted = CardsUnmerged(after, loser[1])
        entry = told(EntryKind.UNMERGED, event_id, now, loser[1].label, actor)
        changed = CardChanged.between(winner[0], after).to_event(event_id, now, actor)
        ride = parted.to_event(self.book.ids(), now, actor)
        back = CardChanged(loser[1], ("merged",)).to_event(self.book.ids(), now, actor)
        return [
            Change(winner[0], after, changed, entry=entry, entry_event=ride, cause=cause),
            Change(loser[0], loser[1], back, entry=entry, cause=cause),
        ]


def _former(turn: Turn, now: Any) -> Any:  # noqa: ANN401  # JSON
    """The value to go back to: of a list what the merge did not bring, of any other what stood before it.

    Raises:
        ConflictError: somebody has changed it since.
    """
    if isinstance(turn.after, list):
        brought = [each for each in turn.after if each not in (turn.before or [])]
        return [each for each in now or [] if each not in brought] or None
    if turn.erased or now != turn.after:
        raise ConflictError("This was changed since.")
    return turn.before


def _set(values: dict[str, Any], name: str, parsed: Mapping[str, Any]) -> None:
    if not name.startswith(OWN):
        values.update(parsed)
        return
    key = name.removeprefix(OWN)
    value = parsed["own"][key]
    if value is None:
        values["own"].pop(key, None)
    else:
        values["own"][key] = value


def _pairs(identities: set[Any]) -> set[tuple[str, str]]:
    return {(each.kind, each.value) for each in identities}

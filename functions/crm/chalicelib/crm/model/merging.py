"""Two cards of a kind become one, and two again; nothing that stands on either is moved.

The card that stays answers for what was merged into it: it shows what stands there, and decides who sees it.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from chalicelib.crm.model.cards import OWN, Card, Merged, Record
from portal.cards import CardRef
from portal.errors import ConflictError, FieldError, InvalidError
from portal.values import dataclass

R = TypeVar("R", bound=Record)

MOST_FORMER = 10
"""As many cards are merged into one: each of them is one read more of its timeline."""

_MOST_LISTED = 20
_UNITED = ("emails", "phones", "handles", "domains", "contact_ids")
_CHOSEN = (
    *("title", "name", "tax_id", "company_id", "job_title", "source", "amount"),
    "description",
)


@dataclass(frozen=True)
class Restored:
    """A card that stands by itself again; `kept` are the fields that stayed as they were, for they had changed since."""

    card: Record
    kept: tuple[str, ...] = ()


def united(winner: R, loser: R, taken: Collection[str]) -> R:
    """The winner with all that both have; where both have a value its own stays, but for the fields in `taken`.

    Whoever is on the team of the loser comes to its team.

    Raises:
        InvalidError: at ``/take/<n>``, for a field that such cards do not choose between.
        ConflictError: it would have more of something than a card can have, or stand for too many cards.
    """
    _require_choices(winner, loser, taken)
    values: dict[str, Any] = {}
    for name in (each.name for each in fields(winner)):
        ours, theirs = getattr(winner, name), getattr(loser, name)
        if name in _UNITED:
            values[name] = tuple(dict.fromkeys((*ours, *theirs)))
        elif name in _CHOSEN and theirs not in (None, "") and (name in taken or ours in (None, "")):
            values[name] = theirs
    values["own"] = _own(winner, loser, taken)
    team = winner.participant_ids | loser.participant_ids | {loser.owner.id}
    values["participant_ids"] = team - {winner.owner.id}
    former = (*winner.former_ids, loser.id, *loser.former_ids)
    return _require_room(replace(winner, **values, former_ids=former))


def gone(loser: R, winner: Record, change_id: str) -> R:
    """The loser as it stays: all its values are kept, for the day on which it comes back."""
    return replace(loser, merged=Merged(winner.id, change_id))


def without(former_ids: Iterable[str], loser: Record) -> tuple[str, ...]:
    """The former cards of a winner once one of them has gone, with those that had gone into it."""
    leaving = {loser.id, *loser.former_ids}
    return tuple(each for each in former_ids if each not in leaving)


def answering(
    cards: Mapping[CardRef, Card], read: Callable[[Iterable[CardRef]], Mapping[CardRef, Card]]
) -> dict[CardRef, Card]:
    """The cards, where those that were merged are seen by those who see what they went into, and under its title."""
    found, known = dict(cards), dict(cards)
    while missing := {heir for card in known.values() if (heir := card.merged_into)} - set(known):
        more = read(sorted(missing))
        known |= more
        if len(more) < len(missing):
            break
    for ref in found:
        found[ref] = _answered(known, ref)
    return found


def _answered(known: Mapping[CardRef, Card], ref: CardRef) -> Card:
    card = heir = known[ref]
    while heir.merged_into and heir.merged_into in known:
        heir = known[heir.merged_into]
    if heir is card:
        return card
    return replace(
        card,
        title=heir.title,
        owner_id=heir.owner_id,
        participant_ids=heir.participant_ids,
        audience=heir.audience,
        open=heir.open,
    )


def _own(winner: Record, loser: Record, taken: Collection[str]) -> dict[str, Any]:
    wanted = {key: value for key, value in loser.own.items() if f"{OWN}{key}" in taken}
    return {**loser.own, **winner.own, **wanted}


def _require_choices(winner: Record, loser: Record, taken: Collection[str]) -> None:
    own = {f"{OWN}{key}" for key in {**winner.own, **loser.own}}
    known = own.union(each.name for each in fields(winner) if each.name in _CHOSEN)
    wrong = [
        FieldError(f"/take/{number}", "This is no field to choose between on these cards.")
        for number, name in enumerate(taken)
        if name not in known
    ]
    if wrong:
        raise InvalidError(*wrong)


def _require_room(card: R) -> R:
    if len(card.former_ids) > MOST_FORMER:
        raise ConflictError(f"At most {MOST_FORMER} cards are merged into one. Keep these apart.")
    for name in (*_UNITED, "participant_ids"):
        if len(getattr(card, name, ())) > _MOST_LISTED:
            raise ConflictError(
                f"The card would have more than {_MOST_LISTED} entries in {name}. Remove some first."
            )
    return card

"""Where a communication may belong, and where people have put it."""

from datetime import datetime

from portal.cards import CardRef
from portal.principals import Actor
from portal.values import dataclass

TAKEN_OFF = "taken_off"
"""Why a communication is unlinked that a person took off its cards."""
INTERNAL = "internal"
"""Why one is aside that only the company's own people are parties to."""


@dataclass(frozen=True)
class Suggestion:
    """A card that may be the right one, for those who may see the card."""

    card: CardRef
    title: str
    audience: frozenset[str] = frozenset()


@dataclass(frozen=True)
class LinkChange:
    """A person moved the communication from some cards to one, or to none."""

    at: datetime
    by: Actor
    former: tuple[CardRef, ...]
    card: CardRef | None

"""Where a communication may belong, and where people have put it."""

from datetime import datetime

from portal.cards import CardRef
from portal.principals import Actor
from portal.values import dataclass


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

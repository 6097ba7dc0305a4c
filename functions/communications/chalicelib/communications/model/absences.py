"""That somebody is away, by the words of his own automatic letter."""

from datetime import date
from enum import StrEnum

from portal.values import dataclass


class Away(StrEnum):
    """What keeps somebody away, as far as he says it."""

    AWAY = "away"
    VACATION = "vacation"


@dataclass(frozen=True)
class Substitute:
    """Whom to turn to meanwhile, in the words of the letter; an address, or a name with a phone."""

    name: str = ""
    address: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Absence:
    """Somebody's absence. `until` is its last day; `since` is None where the letter does not say it."""

    until: date
    since: date | None = None
    kind: Away = Away.AWAY
    substitute: Substitute | None = None

"""What stands in cells beside the card itself: the names of what it refers to, in the language of the table."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import datetime
from zoneinfo import ZoneInfo

from chalicelib.crm.model.pipelines import Pipeline
from chalicelib.crm.model.pulse import Step
from portal.cards import CardKind, CardRef
from portal.values import dataclass


@dataclass(frozen=True)
class Names:
    """The names that somebody may know: what he may not see has none, and its cell stays empty."""

    language: str
    zone: str
    cards: Mapping[CardRef, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    pipelines: Mapping[str, Pipeline] = field(default_factory=dict)
    steps: Mapping[CardRef, Step] = field(default_factory=dict)

    def of(self, kind: CardKind, ids: Iterable[str | None]) -> str:
        """Some cards of a kind by their names."""
        names = (self.cards.get(CardRef(kind, each)) for each in ids if each)
        return "; ".join(filter(None, names))

    def of_people(self, ids: Iterable[str]) -> str:
        """Some employees."""
        return "; ".join(sorted(self.people[each] for each in ids if each in self.people))

    def by_clock(self, instant: datetime | None) -> datetime | None:
        """An instant as the clock on the wall shows it, without a zone and without seconds."""
        if instant is None:
            return None
        local = instant.astimezone(ZoneInfo(self.zone))
        return local.replace(tzinfo=None, second=0, microsecond=0)

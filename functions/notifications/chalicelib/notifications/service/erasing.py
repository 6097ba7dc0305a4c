"""What was told about a person whose data are erased."""

from collections.abc import Iterable
from typing import Protocol

from chalicelib.notifications.events import PersonalDataErased
from portal.cards import CardRef
from portal.clock import Clock
from portal.events import Event
from portal.ids import Ids
from portal.values import dataclass


class Told(Protocol):
    """The inboxes, and what was answered to erasures."""

    def blank_about(self, person_id: str, cards: frozenset[str]) -> int:
        """Takes out what somebody was told about cards; the number."""
        ...

    def remove_inbox(self, person_id: str) -> int:
        """Removes all that somebody was told; the number."""
        ...

    def answer(self, erasure_id: str, step: int, event: Event) -> None:
        """Announces that a step is done; once more is no error."""


@dataclass(frozen=True)
class Erasing:
    """Follows people, who know the accounts; a repetition finds nothing left."""

    told: Told
    clock: Clock
    ids: Ids

    def erase(
        self,
        erasure_id: str,
        step: int,
        cards: Iterable[CardRef],
        reader_ids: Iterable[str],
        account_ids: Iterable[str],
    ) -> None:
        """Empties the inboxes of the accounts, and blanks what readers of the cards were told, and answers then."""
        names = frozenset(map(str, cards))
        erased = sum(self.told.remove_inbox(each) for each in account_ids)
        if names:
            erased += sum(self.told.blank_about(each, names) for each in reader_ids)
        done = PersonalDataErased(erasure_id, step, erased)
        self.told.answer(erasure_id, step, done.to_event(self.ids(), self.clock()))

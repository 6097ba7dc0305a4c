"""Files of a person whose data are erased."""

from collections.abc import Iterable
from typing import Protocol

from chalicelib.documents.events import PersonalDataErased
from portal.cards import CardRef
from portal.clock import Clock
from portal.events import Event
from portal.ids import Ids
from portal.values import dataclass


class Shelf(Protocol):
    """The records of what stands on a card."""

    def document_ids(self, card: CardRef) -> list[str]:
        """The documents of a card, at most a hundred, whatever has become of them."""
        ...

    def remove_document(self, document_id: str) -> None:
        """Removes a document with all its versions."""

    def blank_requests(self, card: CardRef) -> int:
        """Ends the requests for files on a card, and takes out what they say; their number."""
        ...


class Contents(Protocol):
    """The contents of files."""

    def forget(self, document_id: str) -> None:
        """Removes all contents of a document, each version of each object."""


class Answers(Protocol):
    """What was answered to erasures."""

    def answer(self, erasure_id: str, step: int, event: Event) -> None:
        """Announces that a step is done; once more is no error."""


@dataclass(frozen=True)
class Erasing:
    """Erases what stands on cards; what a repetition finds gone is gone."""

    shelf: Shelf
    contents: Contents
    answers: Answers
    clock: Clock
    ids: Ids

    def erase(
        self, erasure_id: str, step: int, cards: Iterable[CardRef], *, keep_files: bool
    ) -> None:
        """Removes the files of the cards unless they are kept, ends the requests for more, and answers then."""
        erased = 0
        for card in cards:
            erased += self.shelf.blank_requests(card)
            erased += 0 if keep_files else self._files(card)
        told = PersonalDataErased(erasure_id, step, erased)
        self.answers.answer(erasure_id, step, told.to_event(self.ids(), self.clock()))

    def _files(self, card: CardRef) -> int:
        removed = 0
        while ids := self.shelf.document_ids(card):
            for document_id in ids:
                # The contents first: as long as the record is there, a repetition finds them.
                self.contents.forget(document_id)
                self.shelf.remove_document(document_id)
            removed += len(ids)
        return removed

"""Letters and messages of a person whose data are erased."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from chalicelib.communications.events import PersonalDataErased
from chalicelib.communications.model.bad_addresses import refused_for_good
from chalicelib.communications.service.bad_addresses import BadAddresses
from chalicelib.communications.service.ports import Objects, Store
from portal.cards import CardRef
from portal.clock import Clock
from portal.events import Event
from portal.ids import Ids
from portal.paging import PageRequest


class Answers(Protocol):
    """What was answered to erasures."""

    def answer(self, erasure_id: str, step: int, event: Event) -> None:
        """Announces that a step is done; once more is no error."""


@dataclass(frozen=True)
class Erasing:
    """Erases what crm names; a repetition finds it erased, and answers the same."""

    store: Store
    objects: Objects
    answers: Answers
    clock: Clock
    ids: Ids
    bad: BadAddresses

    def erase(
        self,
        erasure_id: str,
        step: int,
        communication_ids: Iterable[str],
        cards: Iterable[CardRef],
    ) -> None:
        """Takes the communications' content out of the table and the bucket, and answers only then.

        What has been written on the cards and has not left does not leave.

        Raises:
            StaleVersionError: somebody saved one of them at this moment; to be tried again.
        """
        erased = sum(self._erase(each) for each in communication_ids)
        erased += sum(self._take_back(card) for card in cards)
        told = PersonalDataErased(erasure_id, step, erased)
        self.answers.answer(erasure_id, step, told.to_event(self.ids(), self.clock()))

    def _take_back(self, card: CardRef) -> int:
        return sum(self._erase(each.id) for each in self.store.unsent_on(card, _ALL).items)

    def _erase(self, communication_id: str) -> bool:
        record = self.store.communication(communication_id)
        if record is None:
            return False
        # The objects first: whatever breaks between, the record still says where they are.
        self.objects.forget(record.id, [record.raw_key, *record.copy_keys])
        for one in refused_for_good(record.undelivered):
            self.bad.said_to_be_fine(one.address)
        if not record.erased:
            self.store.save(record.without_content(), record)
        return True


_ALL = PageRequest(100)

"""What was answered to the erasures of people's data: ``erasure#<id>`` / ``step#<n>``."""

from chalicelib.people.store.table import TABLE
from portal.dynamo import Writes
from portal.events import Event


class AnswerItem(TABLE):
    """A step that is done here; the answer rides on it."""


class ErasureAnswers:
    """The answers in the table, and what goes with an account."""

    def erase_beside(self, person_id: str) -> int:
        """Removes what is kept beside a person."""
        beside = [each for each in TABLE.query(f"person#{person_id}") if each.sk != "record"]
        for each in beside:
            Writes().delete(TABLE(each.pk, each.sk)).commit()
        return len(beside)

    def answer(self, erasure_id: str, step: int, event: Event) -> None:
        """Announces that a step is done."""
        item = AnswerItem(f"erasure#{erasure_id}", f"step#{step:06}")
        Writes().put(item.announce(event)).commit()

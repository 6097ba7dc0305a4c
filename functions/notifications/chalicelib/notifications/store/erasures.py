"""What was answered to the erasures of people's data: ``erasure#<id>`` / ``step#<n>``."""

from collections.abc import Iterable

from pynamodb.expressions.update import Action

from chalicelib.notifications.store.items import TABLE, CounterItem, NotificationItem
from portal.dynamo import Writes
from portal.events import Event

_ERASED = "Данные стёрты"


class AnswerItem(TABLE):
    """A step that is done here; the answer rides on it."""


class ErasureAnswers:
    """The answers in the table, and the inboxes."""

    def blank_about(self, person_id: str, cards: frozenset[str]) -> int:
        """Goes over the whole inbox: who was told of a card is asked at no other time."""
        found = [n for n in _inbox(person_id) if cards.intersection(n.about)]
        for each in found:
            actions: list[Action] = [
                NotificationItem.text.set(_ERASED),
                NotificationItem.event.remove(),
            ]
            Writes().update(NotificationItem(each.pk, each.sk), actions).commit()
        return len(found)

    def remove_inbox(self, person_id: str) -> int:
        """The count of what is unread goes last."""
        found = list(_inbox(person_id))
        for each in found:
            Writes().delete(NotificationItem(each.pk, each.sk)).commit()
        Writes().delete(CounterItem(f"counter#{person_id}", "unread")).commit()
        return len(found)

    def answer(self, erasure_id: str, step: int, event: Event) -> None:
        """Announces that a step is done."""
        item = AnswerItem(f"erasure#{erasure_id}", f"step#{step:06}")
        Writes().put(item.announce(event)).commit()


def _inbox(person_id: str) -> Iterable[NotificationItem]:
    return NotificationItem.query(f"inbox#{person_id}")

"""What was answered to the erasures of people's data: ``erasure#<id>`` / ``step#<n>``."""

from typing import Any

from pynamodb.attributes import BooleanAttribute, ListAttribute, UnicodeAttribute

from chalicelib.documents.store import mapping
from chalicelib.documents.store.items import TABLE, DocumentItem, RequestItem
from portal.cards import CardRef
from portal.dynamo import Writes
from portal.events import Event

_AT_ONCE = 100


class Shelf:
    """What stands on a card, for erasing it."""

    def document_ids(self, card: CardRef) -> list[str]:
        """The documents that are still there; the index may name one that is gone."""
        named = [item.pk for item in DocumentItem.by_card.query(str(card), limit=_AT_ONCE)]
        there = DocumentItem.batch_get([(pk, "record") for pk in named]) if named else ()
        return [item.pk.partition("#")[2] for item in there]

    def remove_document(self, document_id: str) -> None:
        """Removes the versions first, so that a document that is there still says what is left."""
        items = list(TABLE.query(f"document#{document_id}"))
        for item in sorted(items, key=lambda each: each.sk == "record"):
            Writes().delete(TABLE(item.pk, item.sk)).commit()

    def blank_requests(self, card: CardRef) -> int:
        """Ends the requests, and takes out their words and the names of files sent by them."""
        keys = [item.pk for item in RequestItem.by_card.query(mapping.requests_of(card))]
        for pk in keys:
            _Blank(pk, "record").update(
                [
                    _Blank.note.set(""),
                    _Blank.slots.set([]),
                    _Blank.withdrawn.set(True),
                ]
            )
        return len(keys)


class _Blank(TABLE):
    """A request without its lock: nobody's change stands in the way of an erasure."""

    note = UnicodeAttribute()
    slots: ListAttribute[Any] = ListAttribute()
    withdrawn = BooleanAttribute()


class AnswerItem(TABLE):
    """A step that is done here; the answer rides on it."""


class ErasureAnswers:
    """The answers in the table."""

    def answer(self, erasure_id: str, step: int, event: Event) -> None:
        """Announces that a step is done."""
        item = AnswerItem(f"erasure#{erasure_id}", f"step#{step:06}")
        Writes().put(item.announce(event)).commit()

"""The own fields of the cards: one item for each kind, so that whoever needs them reads them at once."""

from dataclasses import asdict
from typing import Any

from pynamodb.attributes import JSONAttribute, VersionAttribute

from chalicelib.crm.model.fields import Field, FieldBook, FieldType, Option
from chalicelib.crm.store.table import TABLE
from portal.cards import CardKind
from portal.dynamo import Writes, read
from portal.errors import StaleVersionError

_PARTITION = "fields"


class FieldsItem(TABLE):
    """``fields`` / the kind of card."""

    fields = JSONAttribute()
    version = VersionAttribute()


class FieldStore:
    """The own fields in the table."""

    def field_book(self, kind: CardKind) -> FieldBook:
        """The fields of one kind; none before there was any."""
        item = read(FieldsItem, _PARTITION, kind, consistent=True)
        return _to_book(item) if item else FieldBook(kind)

    def field_books(self) -> dict[CardKind, FieldBook]:
        """The fields of every kind."""
        found = map(_to_book, FieldsItem.query(_PARTITION, consistent_read=True))
        return {kind: FieldBook(kind) for kind in CardKind} | {book.kind: book for book in found}

    def save_fields(self, book: FieldBook) -> FieldBook:
        """The fields of a kind as stored."""
        item = FieldsItem(_PARTITION, str(book.kind), fields=[_values(f) for f in book.fields])
        if book.version is not None:
            item.version = book.version
        Writes().put(item, otherwise=StaleVersionError()).commit()
        return _to_book(item)


def _values(field: Field) -> dict[str, Any]:
    """What is empty is left out, so that the item stays small."""
    values = asdict(field) | {"pipeline_ids": sorted(field.pipeline_ids)}
    return {name: value for name, value in values.items() if value and name != "kind"}


def _to_book(item: FieldsItem) -> FieldBook:
    kind = CardKind(item.sk)
    return FieldBook(kind, tuple(_to_field(kind, each) for each in item.fields), item.version)


def _to_field(kind: CardKind, values: dict[str, Any]) -> Field:
    made = values | {
        "kind": kind,
        "type": FieldType(values["type"]),
        "options": tuple(Option(**each) for each in values.get("options", ())),
        "pipeline_ids": frozenset(values.get("pipeline_ids", ())),
    }
    return Field(**made)

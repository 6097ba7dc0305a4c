"""The company's own fields as columns."""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from chalicelib.crm.model.cards import OWN
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.exporting.cells import Cell
from chalicelib.crm.model.exporting.columns import PEOPLE, Column
from chalicelib.crm.model.exporting.names import Names
from chalicelib.crm.model.fields import Field, FieldType
from chalicelib.crm.model.fields.texts import to_text

_YES_NO = {"ru": ("да", "нет"), "en": ("yes", "no")}


def own_column(field: Field) -> Column:
    """The column of a field; where the field is not for a card's pipeline, the cell stays empty, as on the card."""

    def read(card: Any, names: Names) -> Cell:  # noqa: ANN401  # a card of the field's kind
        pipeline_id = card.pipeline_id if isinstance(card, Deal) else None
        value = card.own.get(field.id) if field.applies(pipeline_id) else None
        return None if value is None else _cell(field, value, names)

    needs = PEOPLE if field.type is FieldType.PERSON else ""
    return Column(f"{OWN}{field.id}", field.name, field.name, read, needs)


def _cell(field: Field, value: Any, names: Names) -> Cell:  # noqa: ANN401  # each type has its own
    if field.type is FieldType.NUMBER:
        return _number(value)
    if field.type is FieldType.DATE:
        return date.fromisoformat(value)
    if field.type is FieldType.PERSON:
        return names.people.get(value)
    return to_text(field, value, yes_no=_YES_NO[names.language])


def _number(value: str) -> Cell:
    try:
        return Decimal(value)
    except InvalidOperation:
        return value

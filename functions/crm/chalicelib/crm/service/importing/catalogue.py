"""The fields that tables can fill: what each kind of card has, and what the company added."""

from collections.abc import Callable, Sequence
from typing import Any

from chalicelib.crm.model.fields import Field as OwnField
from chalicelib.crm.model.fields import FieldType
from chalicelib.crm.model.fields.texts import parse_text
from chalicelib.crm.model.importing.faults import FaultError
from chalicelib.crm.model.importing.fields import FIELDS, OWN, Field, Named
from chalicelib.crm.service.fields import Fields
from portal.cards import CardKind
from portal.values import dataclass


@dataclass(frozen=True)
class Catalogue:
    """All fields of a kind."""

    own: Fields

    def fields(self, kind: CardKind) -> Sequence[Field]:
        """Those of every card of the kind, and the company's own; a file cannot stand in a cell."""
        shown = (
            f for f in self.own.of(kind).fields if not f.hidden and f.type is not FieldType.FILE
        )
        return [*FIELDS[kind], *map(_field, shown)]


def _field(own: OwnField) -> Field:
    return Field(f"{OWN}{own.id}", own.name, own.name, _reader(own))


def _reader(own: OwnField) -> Callable[[str], Any]:
    def read(text: str) -> Any:  # noqa: ANN401  # each type has its own
        # Who is named is known only where the row is saved.
        if own.type is FieldType.PERSON:
            return Named(text)
        try:
            return parse_text(own, text)
        except ValueError as error:
            raise FaultError("refused", text=str(error)) from error

    return read

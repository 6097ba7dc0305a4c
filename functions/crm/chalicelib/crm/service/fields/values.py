"""The values of own fields on cards."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.fields import Field, FieldBook, FieldType, carried, require_value
from chalicelib.crm.model.timeline import EntryKind, Mark
from chalicelib.crm.service.fields.definitions import Fields
from chalicelib.crm.service.ports import Colleagues
from chalicelib.crm.service.timeline.ports import Entries
from portal.cards import CardKind
from portal.errors import FieldError, InvalidError
from portal.paging import MAX_LIMIT, PageRequest
from portal.principals import Principal

Own = Mapping[str, Any]

# A page of a hundred cards has to fit into the 6 MB that Lambda answers with.
_MOST_CHARACTERS = 10_000


@dataclass(frozen=True)
class OwnValues:
    """Lets onto a card only what its own fields can hold. The definitions are one read, and only where needed."""

    fields: Fields
    entries: Entries
    colleagues: Colleagues

    def begin(
        self, caller: Principal, authorization: str, kind: CardKind, fields: dict[str, Any]
    ) -> None:
        """Puts the checked values of a new card into its fields, in the place of those that were sent.

        `own_later` among the fields lets required ones be missing. A file cannot be on a card that is not there yet.

        Raises:
            InvalidError: at ``/own/<id>``, for each value that will not do or is missing.
        """
        given, pipeline_id = fields.pop("own", {}), fields.get("pipeline_id")
        check = _Check(self, caller, authorization, self.fields.of(kind), None, pipeline_id)
        fields["own"] = check.begun(given, later=fields.pop("own_later", False))

    def merge(
        self, caller: Principal, authorization: str, before: Record, fields: dict[str, Any]
    ) -> None:
        """Puts all that stands on a card after a change in the place of the own fields that were sent, if any.

        None empties one, and those that are not named stay.

        Raises:
            InvalidError: at ``/own/<id>``, for each value that will not do.
        """
        if "own" not in fields:
            return
        given, book = fields["own"], self.fields.of(before.kind)
        pipeline_id = before.pipeline_id if isinstance(before, Deal) else None
        check = _Check(self, caller, authorization, book, before, pipeline_id)
        values, errors = check.values(given)
        kept = {i: value for i, value in before.own.items() if i not in given}
        fields["own"] = _within_bounds({**kept, **values}, errors)

    def carrier(self, caller: Principal, authorization: str, own: Own) -> "Carrier":
        """Takes a lead's values to the cards that it becomes."""
        return Carrier(self, caller, authorization, own, self.fields.all())


@dataclass(frozen=True)
class Carrier:
    """The values of a lead, and the fields of all kinds of card."""

    values: OwnValues
    caller: Principal
    authorization: str
    own: Own
    books: Mapping[CardKind, FieldBook]

    def to(self, kind: CardKind, given: Own, pipeline_id: str | None = None) -> dict[str, Any]:
        """What goes onto a new card of a kind: what the lead has for it, and over that what is given.

        Raises:
            InvalidError: at ``/<kind>/own/<id>``, for each value that will not do or is missing.
        """
        book = self.books[kind]
        own = carried(self.own, self.books[CardKind.LEAD], book, pipeline_id)
        check = _Check(self.values, self.caller, self.authorization, book, None, pipeline_id)
        try:
            return check.begun({**own, **given})
        except InvalidError as error:
            raise InvalidError(*(_under(kind, each) for each in error.errors)) from error


@dataclass(frozen=True)
class _Check:
    """The values of one card."""

    own: OwnValues
    caller: Principal
    authorization: str
    book: FieldBook
    before: Record | None
    pipeline_id: str | None

    def begun(self, given: Own, *, later: bool = False) -> dict[str, Any]:
        """The values of a new card; those that are required may be missing if they come `later`."""
        values, errors = self.values(given)
        refused = {error.pointer for error in errors}
        for field in () if later else self.book.required(self.pipeline_id):
            lacking = field.id not in values and field.type is not FieldType.FILE
            if lacking and _pointer(field.id) not in refused:
                errors.append(FieldError(_pointer(field.id), f"Fill in {field.name}."))
        return _within_bounds(values, errors)

    def values(self, given: Own) -> tuple[dict[str, Any], list[FieldError]]:
        values, errors = {}, []
        for field_id, value in given.items():
            try:
                checked = self._value(field_id, value)
            except ValueError as error:
                errors.append(FieldError(_pointer(field_id), str(error)))
            else:
                if checked not in (None, []):
                    values[field_id] = checked
        return values, errors

    def _value(self, field_id: str, value: object) -> Any:  # noqa: ANN401  # each type has its own
        field = self._field(field_id)
        former = self.before.own.get(field_id) if self.before else None
        if value == former and type(value) is type(former):
            return value
        if value in (None, []):
            return _emptied(field, former)
        checked = require_value(field.offering(former), value)
        if checked != former:
            self._require_there(field, checked)
        return checked

    def _field(self, field_id: str) -> Field:
        field = self.book.find(field_id)
        if field is None:
            raise ValueError(f"A {self.book.kind} has no such field.")
        if field.hidden:
            raise ValueError(f"{field.name} is hidden. An owner of the portal can show it again.")
        if not field.applies(self.pipeline_id):
            raise ValueError(f"{field.name} is for deals of other pipelines.")
        return field

    def _require_there(self, field: Field, value: str) -> None:
        if field.type is FieldType.PERSON and value != self.caller.id:
            if self.own.colleagues.principal(self.authorization, value) is None:
                raise ValueError("This is no employee who can sign in.")
        elif field.type is FieldType.FILE and value not in self._files():
            raise ValueError("There is no such file on this card. Upload it here first.")

    def _files(self) -> set[str]:
        """The newest hundred files on the card, in one query; on a new card there is none."""
        if self.before is None:
            return set()
        newest = PageRequest(MAX_LIMIT)
        page = self.own.entries.page(self.before.ref, None, EntryKind.FILE, newest)
        return {entry.source.id for entry in page.items if entry.mark is not Mark.REFUSED}


def _emptied(field: Field, former: object) -> None:
    if field.required and former is not None:
        raise ValueError(f"{field.name} cannot be empty. Write another value.")


def _within_bounds(values: dict[str, Any], errors: list[FieldError]) -> dict[str, Any]:
    if errors:
        raise InvalidError(*errors)
    if len(json.dumps(values, ensure_ascii=False)) > _MOST_CHARACTERS:
        raise InvalidError.at(
            "/own", f"Own fields of one card together hold at most {_MOST_CHARACTERS} characters."
        )
    return values


def _under(kind: CardKind, error: FieldError) -> FieldError:
    return FieldError(f"/{kind}{error.pointer}", error.message)


def _pointer(field_id: str) -> str:
    return f"/own/{field_id.replace('~', '~0').replace('/', '~1')}"

"""Adding and changing own fields."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from chalicelib.crm.model.fields import Field, FieldBook, FieldType, Group, OptionDraft
from chalicelib.crm.service.fields.ports import FieldBooks
from chalicelib.crm.service.pipelines import Pipelines
from portal.cards import CardKind
from portal.errors import FieldError, InvalidError, NotFoundError, StaleVersionError
from portal.ids import Ids
from portal.values import dataclass

FieldChange = Mapping[str, Any]
"""Parts of a `Field` by their names, options as drafts; only those present are set."""


@dataclass(frozen=True)
class Fields:
    """The definitions. Nothing removes a field: what is written in it on the cards would be lost."""

    store: FieldBooks
    pipelines: Pipelines
    ids: Ids

    def of(self, kind: CardKind) -> FieldBook:
        """The fields of a kind of card, in one read."""
        return self.store.field_book(kind)

    def all(self) -> dict[CardKind, FieldBook]:
        """The fields of all kinds, in one read."""
        return self.store.field_books()

    def add(self, kind: CardKind, values: FieldChange) -> tuple[Field, FieldBook]:
        """A new field, the last of its group, and the book in which it stands.

        Raises:
            InvalidError: its parts do not fit each other, or another field has its name.
            ConflictError: there is no room for one more.
            StaleVersionError: somebody else changed the fields at this moment.
        """
        given = dict(values)
        drafts = given.pop("options", ())
        self._require_pipelines(given.get("pipeline_ids", ()))
        field = Field(id=self.ids(), kind=kind, **given)
        field = field.with_options(drafts, self.ids) if drafts else field.checked()
        return field, self.store.save_fields(self.of(kind).with_field(field))

    def change(
        self, field_id: str, values: FieldChange, if_match: int | None
    ) -> tuple[Field, FieldBook]:
        """The field with the changes, and the book in which it stands.

        Raises:
            NotFoundError: there is none.
            ConflictError: values on the cards could be lost.
            StaleVersionError: somebody saved after `if_match`, or at this moment.
            InvalidError: as in `add`.
        """
        book = self._book_of(field_id)
        if if_match not in {None, book.version}:
            raise StaleVersionError
        before = book.find(field_id)
        assert before is not None  # noqa: S101  # the book was found by it
        after = self._changed(before, values)
        return after, book if after == before else self.store.save_fields(book.with_field(after))

    def lay_out(self, kind: CardKind, groups: tuple[Group, ...]) -> FieldBook:
        """The fields of a kind in other groups or another order.

        Raises:
            InvalidError: the groups do not name each field of the kind once.
            StaleVersionError: somebody else changed the fields at this moment.
        """
        before = self.of(kind)
        after = before.laid_out(groups)
        return before if after == before else self.store.save_fields(after)

    def _book_of(self, field_id: str) -> FieldBook:
        for book in self.all().values():
            if book.find(field_id):
                return book
        raise NotFoundError("There is no such field.")

    def _changed(self, before: Field, values: FieldChange) -> Field:
        given = dict(values)
        drafts: tuple[OptionDraft, ...] | None = given.pop("options", None)
        wanted: FieldType = given.pop("type", before.type)
        self._require_pipelines(given.get("pipeline_ids", ()))
        after = replace(before.retyped(wanted), **given).checked()
        return after if drafts is None else after.with_options(drafts, self.ids)

    def _require_pipelines(self, pipeline_ids: frozenset[str]) -> None:
        if not pipeline_ids:
            return
        known = {pipeline.id for pipeline in self.pipelines.all()}
        if pipeline_ids - known:
            raise InvalidError(FieldError("/pipeline_ids", "There is no such pipeline."))

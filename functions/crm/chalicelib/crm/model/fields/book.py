"""All own fields of one kind of card, in their order and groups."""

from collections.abc import Iterable
from dataclasses import replace

from chalicelib.crm.model.fields.definitions import Field
from portal.cards import CardKind
from portal.errors import ConflictError, InvalidError
from portal.values import dataclass

MOST_FIELDS = 50
# All fields of a kind are one item of the table, which holds 400 KB.
MOST_OPTIONS_TOGETHER = 500


@dataclass(frozen=True)
class Group:
    """Fields that stand together, by their ids in their order; the one without a name comes without a heading."""

    name: str | None
    field_ids: tuple[str, ...]


@dataclass(frozen=True)
class FieldBook:
    """The fields of a kind. Those of a group follow one another, and the groups stand as their first fields do."""

    kind: CardKind
    fields: tuple[Field, ...] = ()
    version: int | None = None

    @property
    def shown(self) -> tuple[Field, ...]:
        """The fields that are not hidden."""
        return tuple(field for field in self.fields if not field.hidden)

    def find(self, field_id: str) -> Field | None:
        """One of the fields, hidden ones too."""
        return next((field for field in self.fields if field.id == field_id), None)

    def required(self, pipeline_id: str | None) -> Iterable[Field]:
        """The fields that a new card has to have a value of."""
        return (f for f in self.shown if f.required and f.applies(pipeline_id))

    def with_field(self, field: Field) -> "FieldBook":
        """The book with a new field, or with another state of one; a field comes last in a group new to it.

        Raises:
            ConflictError: there are as many fields or options as there can be.
            InvalidError: another field has the name.
        """
        former = self.find(field.id)
        if former and former.group == field.group:
            fields = [field if each.id == field.id else each for each in self.fields]
        else:
            fields = [*(each for each in self.fields if each.id != field.id), field]
        self._require_free_name(field)
        _require_room(fields)
        return replace(self, fields=_grouped(fields))

    def laid_out(self, groups: tuple[Group, ...]) -> "FieldBook":
        """The book with its fields in these groups and this order.

        Raises:
            InvalidError: the groups do not name each field once, or a group comes twice.
        """
        names = [group.name and group.name.casefold() for group in groups]
        for index, name in enumerate(names):
            if name in names[:index]:
                raise InvalidError.at(
                    f"/groups/{index}/name", "Another group has this name already."
                )
        named = [field_id for group in groups for field_id in group.field_ids]
        if sorted(named) != sorted(field.id for field in self.fields):
            raise InvalidError.at(
                "/groups", "Name each field of these cards once. Load them again and repeat."
            )
        placed = {i: group.name for group in groups for i in group.field_ids}
        by_id = {field.id: field for field in self.fields}
        return replace(self, fields=tuple(replace(by_id[i], group=placed[i]) for i in named))

    def _require_free_name(self, field: Field) -> None:
        for each in self.fields:
            if each.id != field.id and each.name.casefold() == field.name.casefold():
                where = "A hidden field" if each.hidden else "Another field"
                raise InvalidError.at("/name", f"{where} of these cards has this name already.")


def _grouped(fields: Iterable[Field]) -> tuple[Field, ...]:
    groups: dict[str | None, list[Field]] = {}
    for field in fields:
        groups.setdefault(field.group, []).append(field)
    return tuple(field for group in groups.values() for field in group)


def _require_room(fields: list[Field]) -> None:
    if len(fields) > MOST_FIELDS:
        raise ConflictError(
            f"Cards of one kind have at most {MOST_FIELDS} own fields, with the hidden ones."
            " Show and rename a hidden field instead."
        )
    if sum(len(field.options) for field in fields) > MOST_OPTIONS_TOGETHER:
        raise ConflictError(
            f"All lists of one kind of card together have at most {MOST_OPTIONS_TOGETHER} options."
        )

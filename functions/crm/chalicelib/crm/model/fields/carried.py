"""What goes with a lead onto the cards that it becomes."""

from collections.abc import Iterator, Mapping
from typing import Any

from chalicelib.crm.model.fields.book import FieldBook
from chalicelib.crm.model.fields.definitions import Field, FieldType


def carried(
    own: Mapping[str, Any], source: FieldBook, target: FieldBook, pipeline_id: str | None = None
) -> dict[str, Any]:
    """The values of fields whose name and type agree, under the ids of the target's fields.

    Options are found by their names. A file stays on the card that has it.
    """
    return dict(_carried(own, source, target, pipeline_id))


def _carried(
    own: Mapping[str, Any], source: FieldBook, target: FieldBook, pipeline_id: str | None
) -> Iterator[tuple[str, Any]]:
    known = {_sense(f): f for f in target.shown if f.applies(pipeline_id)}
    for field in source.shown:
        twin = known.get(_sense(field))
        if twin is None or field.id not in own or field.type is FieldType.FILE:
            continue
        value = _translated(field, twin, own[field.id])
        if value is not None:
            yield twin.id, value


def _sense(field: Field) -> tuple[str, FieldType]:
    return field.name.casefold(), field.type


def _translated(field: Field, twin: Field, value: Any) -> Any:  # noqa: ANN401  # each type has its own
    if not field.type.has_options:
        return value
    named = {option.name.casefold(): option.id for option in twin.options}
    meant = [named.get(field_option.name.casefold()) for field_option in _chosen(field, value)]
    if field.type is FieldType.CHOICE:
        return meant[0] if meant else None
    return [each for each in meant if each] or None


def _chosen(field: Field, value: str | list[str]) -> Iterator[Any]:
    for option_id in [value] if isinstance(value, str) else value:
        if option := field.option(option_id):
            yield option

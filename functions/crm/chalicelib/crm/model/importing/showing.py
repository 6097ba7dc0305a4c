"""The fields of a card as a person reads them in a table."""

from collections.abc import Callable, Iterator
from typing import Any

from chalicelib.crm.model.cards import Owner, Record, differences
from chalicelib.crm.model.contacts import Handle
from chalicelib.crm.model.importing.results import FieldChange
from portal.money import Money

NameOf = Callable[[str, str], str | None]
"""The name of what a field refers to, by the field and the id."""

_REFERENCES = frozenset({"company_id", "contact_ids", "pipeline_id", "stage_id"})


def changes(before: Record, after: Record, name_of: NameOf) -> Iterator[FieldChange]:
    """The fields that became others."""
    for name in differences(before, after):
        field = "owner" if name == "owner_id" else name
        old, new = (shown(field, _value(record, field), name_of) for record in (before, after))
        yield FieldChange(field, old, new)


def shown(field: str, value: Any, name_of: NameOf) -> str | None:  # noqa: ANN401  # any field
    """A value as text; nothing is None."""
    if value is None or value in ("", (), frozenset()):
        return None
    if isinstance(value, tuple):
        return ", ".join(filter(None, (shown(field, each, name_of) for each in value)))
    if field in _REFERENCES:
        return name_of(field, value) or value
    if isinstance(value, Money):
        return f"{value.amount} {value.currency}"
    if isinstance(value, Owner):
        return value.name
    return value.value if isinstance(value, Handle) else str(value)


def _value(record: Record, field: str) -> Any:  # noqa: ANN401  # any field
    group, _, own = field.partition(".")
    return getattr(record, group).get(own) if own else getattr(record, field)

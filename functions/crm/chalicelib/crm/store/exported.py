"""Exports as JSON and back."""

from decimal import Decimal
from typing import Any

from chalicelib.crm.model.filters import Ask, Bound, Condition
from chalicelib.crm.model.sorting import Sort
from chalicelib.crm.service.changes import Selection
from chalicelib.crm.service.exporting.jobs import (
    Export,
    ExportFormat,
    ExportProblem,
    ExportState,
    Shape,
)
from chalicelib.crm.store.imported import from_principal, to_principal
from portal.cards import CardKind
from portal.clock import from_wire, to_wire

Json = dict[str, Any]

_PLAIN = ("id", "step", "parts", "stored", "rows", "cursor", "read", "cut", "person_id")


def from_export(export: Export) -> Json:
    """An export."""
    return {name: getattr(export, name) for name in _PLAIN} | {
        "kind": str(export.kind),
        "shape": _from_shape(export.shape),
        "which": from_selection(export.which),
        "by": from_principal(export.by),
        "created_at": to_wire(export.created_at),
        "state": str(export.state),
        "problem": export.problem and str(export.problem),
        "ended_at": to_wire(export.ended_at) if export.ended_at else None,
    }


def to_export(values: Json, version: int) -> Export:
    """The inverse of `from_export`."""
    plain: dict[str, Any] = {name: values.get(name) for name in _PLAIN}
    return Export(
        **plain,
        kind=CardKind(values["kind"]),
        shape=_to_shape(values["shape"]),
        which=to_selection(values["which"]),
        by=to_principal(values["by"]),
        created_at=from_wire(values["created_at"]),
        state=ExportState(values["state"]),
        problem=ExportProblem(values["problem"]) if values["problem"] else None,
        ended_at=from_wire(values["ended_at"]) if values["ended_at"] else None,
        version=version,
    )


def from_selection(which: Selection) -> Json:
    """A selection of a list; numbers are told from texts."""
    return {
        "owner_id": which.owner_id,
        "place": which.place,
        "sort": which.sort and str(which.sort),
        "conditions": [_from_condition(each) for each in which.conditions],
    }


def to_selection(values: Json) -> Selection:
    """The inverse of `from_selection`."""
    return Selection(
        values["owner_id"],
        values["place"],
        Sort(values["sort"]) if values["sort"] else None,
        tuple(map(_to_condition, values["conditions"])),
    )


def _from_condition(condition: Condition) -> Json:
    return {
        "facet": condition.facet,
        "test": str(condition.test),
        "values": list(condition.values),
        "low": _from_bound(condition.low),
        "high": _from_bound(condition.high),
    }


def _to_condition(values: Json) -> Condition:
    low, high = _to_bound(values["low"]), _to_bound(values["high"])
    return Condition(values["facet"], Ask(values["test"]), tuple(values["values"]), low, high)


def _from_bound(bound: Bound) -> Any:  # noqa: ANN401  # JSON
    return {"number": f"{bound:f}"} if isinstance(bound, Decimal) else bound


def _to_bound(value: Any) -> Bound:  # noqa: ANN401  # JSON
    return Decimal(value["number"]) if isinstance(value, dict) else value


def _from_shape(shape: Shape) -> Json:
    return {
        "format": str(shape.format),
        "columns": list(shape.columns),
        "language": shape.language,
        "zone": shape.zone,
    }


def _to_shape(values: Json) -> Shape:
    columns = tuple(values["columns"])
    return Shape(ExportFormat(values["format"]), columns, values["language"], values["zone"])

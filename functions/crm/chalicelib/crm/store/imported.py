"""Imports as JSON and back."""

from dataclasses import asdict
from typing import Any

from chalicelib.crm.model.importing.jobs import Colleague, Import, State
from chalicelib.crm.model.importing.mappings import Columns, Mode, NamedMapping
from chalicelib.crm.model.importing.results import FieldChange, Outcome, RowResult
from portal.cards import CardKind, CardRef
from portal.clock import from_wire, to_wire
from portal.principals import Principal, Role

Json = dict[str, Any]


def from_principal(principal: Principal) -> Json:
    """A person with his rights."""
    return {
        "id": principal.id,
        "name": principal.name,
        "roles": sorted(principal.roles),
        "department_ids": sorted(principal.department_ids),
        "headed_ids": sorted(principal.headed_ids),
    }


def to_principal(values: Json) -> Principal:
    """The inverse of `from_principal`."""
    return Principal(
        id=values["id"],
        name=values["name"],
        roles=frozenset(map(Role, values["roles"])),
        department_ids=frozenset(values["department_ids"]),
        headed_ids=frozenset(values["headed_ids"]),
    )


def from_colleague(colleague: Colleague) -> Json:
    """An employee with his address."""
    return {**from_principal(colleague.principal), "email": colleague.email}


def to_colleague(values: Json) -> Colleague:
    """The inverse of `from_colleague`."""
    return Colleague(to_principal(values), values["email"])


def from_job(job: Import) -> Json:
    """An import."""
    return {
        "id": job.id,
        "kind": str(job.kind),
        "file_name": job.file_name,
        "size": job.size,
        "content_type": job.content_type,
        "language": job.language,
        "by": from_principal(job.by),
        "created_at": to_wire(job.created_at),
        "state": str(job.state),
        "mapping": asdict(job.mapping) if job.mapping else None,
        "step": job.step,
        "round": job.round,
        "total": job.total,
        "done": job.done,
        "counts": dict(job.counts),
        "undoes": job.undoes,
        "problem": job.problem,
        "ended_at": to_wire(job.ended_at) if job.ended_at else None,
    }


def to_job(values: Json, version: int) -> Import:
    """The inverse of `from_job`."""
    kept = {"kind", "by", "created_at", "state", "mapping", "ended_at"}
    return Import(
        **{name: value for name, value in values.items() if name not in kept},
        kind=CardKind(values["kind"]),
        by=to_principal(values["by"]),
        created_at=from_wire(values["created_at"]),
        state=State(values["state"]),
        mapping=_to_columns(values["mapping"]) if values["mapping"] else None,
        ended_at=from_wire(values["ended_at"]) if values["ended_at"] else None,
        version=version,
    )


def from_result(result: RowResult) -> Json:
    """What became of a row; what is empty is left out."""
    values = {
        "row": result.row,
        "outcome": str(result.outcome),
        "title": result.title,
        "ref": str(result.ref) if result.ref else None,
        "changes": [[c.field, c.before, c.after] for c in result.changes],
        "faults": list(result.faults),
        "made": [str(ref) for ref in result.made],
    }
    return {name: value for name, value in values.items() if value}


def to_result(values: Json) -> RowResult:
    """The inverse of `from_result`."""
    return RowResult(
        row=int(values["row"]),
        outcome=Outcome(values["outcome"]),
        title=values.get("title", ""),
        ref=CardRef.parse(values["ref"]) if "ref" in values else None,
        changes=tuple(FieldChange(*each) for each in values.get("changes", ())),
        faults=tuple(values.get("faults", ())),
        made=tuple(map(CardRef.parse, values.get("made", ()))),
    )


def from_mapping(mapping: NamedMapping) -> Json:
    """A kept mapping but its name."""
    return {
        "fields": dict(mapping.fields),
        "mode": str(mapping.mode),
        "key": mapping.key,
        "erases": mapping.erases,
        "makes": mapping.makes,
    }


def to_mapping(kind: CardKind, mapping_id: str, name: str, values: Json) -> NamedMapping:
    """The inverse of `from_mapping`."""
    rest = {each: values[each] for each in ("fields", "key", "erases", "makes")}
    return NamedMapping(id=mapping_id, name=name, kind=kind, mode=Mode(values["mode"]), **rest)


def _to_columns(values: Json) -> Columns:
    columns = tuple(values["columns"])
    return Columns(columns, Mode(values["mode"]), values["key"], values["erases"], values["makes"])

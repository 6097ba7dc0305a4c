"""The journal of a card as a person reads it: names for ids, and what stands in the way of bringing a value back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from chalicelib.crm.model.cards import OWN
from chalicelib.crm.model.fields import Field, FieldType, to_text
from chalicelib.crm.model.journal import Cause, Recorded, Turn
from portal.cards import CardKind, CardRef
from portal.principals import Actor


class PartKind(StrEnum):
    """What a part of a value is; `HIDDEN` is a card that the reader may not see."""

    CARD = "card"
    CODE = "code"
    HIDDEN = "hidden"
    HANDLE = "handle"
    DATE = "date"
    FILE = "file"
    MONEY = "money"
    PERSON = "person"
    PIPELINE = "pipeline"
    STAGE = "stage"
    TEXT = "text"


@dataclass(frozen=True)
class Part:
    """One thing in a value: `text` as a person reads it, `id` of a person, `ref` of a card, `value` of the rest."""

    kind: PartKind
    text: str | None = None
    id: str | None = None
    ref: CardRef | None = None
    value: Any = None


class Hindrance(StrEnum):
    """Why a field's former value cannot be brought back."""

    STAGE = "stage"
    CONVERSION = "conversion"
    EMPLOYEE = "employee"
    ERASED = "erased"
    FIRST = "first"


@dataclass(frozen=True)
class Step:
    """One field of one change; `label` is the name of an own one."""

    name: str
    label: str | None
    before: tuple[Part, ...]
    after: tuple[Part, ...]
    hindrance: Hindrance | None = None


@dataclass(frozen=True)
class Told:
    """One change as a person reads it."""

    id: str
    at: datetime
    actor: Actor
    steps: tuple[Step, ...]
    created: bool
    cause: Cause | None


@dataclass(frozen=True)
class Names:
    """What the ids in a page of the journal are called; a card that is not here is not the reader's to see."""

    cards: Mapping[CardRef, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    stages: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, Field] = field(default_factory=dict)


_OF_CARDS = {
    "contact_ids": CardKind.CONTACT,
    "company_id": CardKind.COMPANY,
    "contact_id": CardKind.CONTACT,
    "deal_id": CardKind.DEAL,
}
_OF_PEOPLE = frozenset({"owner_id", "participant_ids"})
_OF_STAGES = {"stage_id": PartKind.STAGE, "pipeline_id": PartKind.PIPELINE}
_PROSE = frozenset({"name", "title", "owner_id", "status"})


def refs_of(recorded: Recorded) -> Iterator[CardRef]:
    """The cards that a change names."""
    for name, value in _values(recorded):
        yield from _refs(name, value)


def people_of(recorded: Recorded, own: Mapping[str, Field]) -> Iterator[str]:
    """The employees that a change names; `own` has the own fields by their names in the journal."""
    for name, value in _values(recorded):
        if name in _OF_PEOPLE or (name in own and own[name].type is FieldType.PERSON):
            yield from _listed(value)


def told(recorded: Recorded, names: Names, kind: CardKind) -> Told:
    """A change with names for its ids."""
    steps = tuple(
        Step(
            name,
            names.own[name].name if name in names.own else None,
            tuple(_parts(name, turn.before, names)),
            tuple(_parts(name, turn.after, names)),
            hindrance(name, turn, kind),
        )
        for name, turn in recorded.turns.items()
    )
    return Told(recorded.id, recorded.at, recorded.actor, steps, recorded.created, recorded.cause)


def hindrance(name: str, turn: Turn, kind: CardKind) -> Hindrance | None:
    """What stands in the way of the value before the change, or None."""
    if turn.erased:
        return Hindrance.ERASED
    if name in {"stage_id", "pipeline_id", "lost_reason"}:
        return Hindrance.STAGE
    if name == "converted_to":
        return Hindrance.CONVERSION
    if name == "owner":
        return Hindrance.EMPLOYEE
    needed = name in _PROSE and not (name == "name" and kind is CardKind.LEAD)
    return Hindrance.FIRST if needed and turn.before is None else None


def _values(recorded: Recorded) -> Iterator[tuple[str, Any]]:
    for name, turn in recorded.turns.items():
        yield from ((name, value) for value in (turn.before, turn.after) if value is not None)


def _listed(value: Any) -> list[Any]:  # noqa: ANN401  # a field's value
    return value if isinstance(value, list) else [value]


def _refs(name: str, value: Any) -> Iterator[CardRef]:  # noqa: ANN401  # a field's value
    if name == "converted_to":
        for each, card_id in value.items():
            yield from _refs(each, card_id) if card_id else ()
    elif kind := _OF_CARDS.get(name):
        yield from (CardRef(kind, card_id) for card_id in _listed(value))


def _parts(name: str, value: Any, names: Names) -> Iterator[Part]:  # noqa: ANN401  # a field's value
    if value is None:
        return
    if name.startswith(OWN):
        own = names.own.get(name)
        yield _own_part(own, value, names) if own else Part(PartKind.TEXT, str(value))
        return
    refs = list(_refs(name, value))
    for ref in refs:
        title = names.cards.get(ref)
        yield Part(PartKind.CARD, title, ref=ref) if title else Part(PartKind.HIDDEN)
    if not refs:
        yield from (_part(name, each, names) for each in _listed(value))


def _part(name: str, value: Any, names: Names) -> Part:  # noqa: ANN401, PLR0911  # a field's value
    if name in _OF_PEOPLE:
        return Part(PartKind.PERSON, names.people.get(value), id=value)
    if kind := _OF_STAGES.get(name):
        return Part(kind, names.stages.get(value))
    if name == "amount":
        return Part(PartKind.MONEY, value=value)
    if name == "handles":
        return Part(PartKind.HANDLE, value["value"], id=value["channel"])
    if name == "owner":
        return Part(PartKind.TEXT, value["name"])
    if name == "status":
        return Part(PartKind.CODE, value)
    return Part(PartKind.TEXT, value if isinstance(value, str) else None, value=value)


def _own_part(own: Field, value: Any, names: Names) -> Part:  # noqa: ANN401  # each type has its own
    if own.type is FieldType.PERSON:
        return Part(PartKind.PERSON, names.people.get(value), id=value)
    if own.type is FieldType.MONEY:
        return Part(PartKind.MONEY, value=value)
    kind = _OF_TYPES.get(own.type, PartKind.TEXT)
    return Part(kind, to_text(own, value), id=value if kind is PartKind.FILE else None)


_OF_TYPES = {
    FieldType.DATE: PartKind.DATE,
    FieldType.FILE: PartKind.FILE,
    FieldType.YES_NO: PartKind.CODE,
}

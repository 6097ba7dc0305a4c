"""Who may see a card, and by which of his rights."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from chalicelib.crm.model.cards import Record
from portal.cards import CardRef
from portal.principals import OWNER_GRANT, Principal, department_grant
from portal.values import dataclass


class Why(StrEnum):
    """By what somebody sees a card."""

    OWNER = "owner"
    PARTICIPANT = "participant"
    HEAD = "head"
    DEPARTMENT = "department"
    PORTAL_OWNER = "portal_owner"


@dataclass(frozen=True)
class Reason:
    """One right by which somebody sees a card; `department` is the one that he heads or works in."""

    why: Why
    department: str | None = None


@dataclass(frozen=True)
class Viewer:
    """An employee who sees a card."""

    id: str
    name: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class ClientViewer:
    """A contact whose account shows him the card; without a name where the reader may not see that contact."""

    ref: CardRef | None
    name: str | None


@dataclass(frozen=True)
class Sight:
    """Everybody who sees a card now."""

    people: tuple[Viewer, ...]
    clients: tuple[ClientViewer, ...]


def viewer(person: Principal, record: Record, departments: Mapping[str, str]) -> Viewer | None:
    """An employee with his reasons, or None when he does not see the card."""
    if not person.may_see(record.audience):
        return None
    return Viewer(person.id, person.name, tuple(_reasons(person, record, departments)))


def _reasons(person: Principal, record: Record, departments: Mapping[str, str]) -> Iterator[Reason]:
    if person.id == record.owner.id:
        yield Reason(Why.OWNER)
    if person.id in record.participant_ids:
        yield Reason(Why.PARTICIPANT)
    for department_id in sorted(person.headed_ids & record.owner.department_ids):
        yield Reason(Why.HEAD, departments.get(department_id))
    for department_id in sorted(person.department_ids):
        if department_grant(department_id) in record.audience:
            yield Reason(Why.DEPARTMENT, departments.get(department_id))
    if person.is_owner and OWNER_GRANT in record.audience:
        yield Reason(Why.PORTAL_OWNER)

"""Absences of contacts: ``absence#<contact>`` / ``absence``, the last one that each told of."""

from collections.abc import Iterable
from dataclasses import asdict

from pynamodb.attributes import JSONAttribute, UnicodeAttribute

from chalicelib.crm.model.absences import Absence, absence_of
from chalicelib.crm.store.table import TABLE
from portal.clock import from_wire, to_wire
from portal.dynamo import Writes, read_many
from portal.errors import ConflictError

_ABSENCE = "absence"


class AbsenceItem(TABLE):
    """What one letter told."""

    communication_id = UnicodeAttribute()
    at = UnicodeAttribute()
    told = JSONAttribute()


class AbsenceStore:
    """Absences in the table."""

    def note(self, absence: Absence) -> None:
        """Remembers one, unless a later letter told of another."""
        item = _to_item(absence)
        newer = AbsenceItem.pk.does_not_exist() | (AbsenceItem.at < item.at)
        try:
            Writes().put(item, newer, _KnownLaterError()).commit()
        except _KnownLaterError:
            return

    def absences(self, contact_ids: Iterable[str]) -> dict[str, Absence]:
        """Of up to a hundred contacts; the missing are left out."""
        keys = {_key(each): each for each in contact_ids}
        found = read_many(AbsenceItem, keys)
        return {keys[key]: _to_absence(keys[key], item) for key, item in found.items()}


def forget(contact_id: str) -> None:
    """Takes out what a contact told."""
    Writes().delete(AbsenceItem(*_key(contact_id))).commit()


class _KnownLaterError(ConflictError):
    """The same letter, or a later one, was heard before."""


def _key(contact_id: str) -> tuple[str, str]:
    return f"absence#{contact_id}", _ABSENCE


def _to_item(absence: Absence) -> AbsenceItem:
    told = {
        "until": absence.until.isoformat(),
        "since": absence.since and absence.since.isoformat(),
        "kind": absence.kind,
        "substitute": absence.substitute and asdict(absence.substitute),
    }
    return AbsenceItem(
        *_key(absence.contact_id),
        communication_id=absence.communication_id,
        at=to_wire(absence.at),
        told=told,
    )


def _to_absence(contact_id: str, item: AbsenceItem) -> Absence:
    return absence_of(contact_id, item.communication_id, from_wire(item.at), item.told)

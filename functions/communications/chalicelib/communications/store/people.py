"""Colleagues in the table, each under the id and under the address."""

from collections.abc import Iterable, Mapping

from pydantic import TypeAdapter

from chalicelib.communications.model import Colleague
from chalicelib.communications.store.table import ColleagueItem
from portal.dynamo import Writes, read, read_many

_COLLEAGUE = TypeAdapter(Colleague)
_MAX_ADDRESS_BYTES = 1000


def colleague(person_id: str) -> Colleague | None:
    """One by id."""
    item = read(ColleagueItem, *_by_id(person_id), consistent=True)
    return _COLLEAGUE.validate_json(item.colleague) if item else None


def at(addresses: Iterable[str]) -> Mapping[str, Colleague]:
    """Those of the addresses that are an employee's who still works here."""
    fitting = (one for one in addresses if len(one.encode()) <= _MAX_ADDRESS_BYTES)
    items = read_many(ColleagueItem, map(_by_address, fitting))
    found = (_COLLEAGUE.validate_json(item.colleague) for item in items.values())
    return {one.address: one for one in found if one.active}


def keep(after: Colleague, before: Colleague | None) -> None:
    """Stores one, and forgets the address that was his before."""
    text = _COLLEAGUE.dump_json(after).decode()
    writes = Writes().put(ColleagueItem(*_by_id(after.id), colleague=text))
    writes.put(ColleagueItem(*_by_address(after.address), colleague=text))
    if before and before.address != after.address:
        writes.delete(ColleagueItem(*_by_address(before.address)))
    writes.commit()


def _by_id(person_id: str) -> tuple[str, str]:
    return f"colleague#{person_id}", "person"


def _by_address(address: str) -> tuple[str, str]:
    return f"colleague-at#{address}", "person"

"""Exports: ``export#<id>``, and listed for each grant of who learns of them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from heapq import merge
from itertools import islice
from typing import Any

from pynamodb.attributes import JSONAttribute, VersionAttribute

from chalicelib.crm.events.importing import WorkQueued
from chalicelib.crm.model.exporting.policy import Policy
from chalicelib.crm.service.exporting.jobs import Export
from chalicelib.crm.store import exported
from chalicelib.crm.store.table import TABLE
from portal.clock import Clock
from portal.dynamo import Writes, read, read_many
from portal.errors import StaleVersionError
from portal.ids import Ids, is_id
from portal.paging import Page, PageRequest, bad_cursor, decode_cursor, encode_cursor
from portal.principals import Role

_JOB = "export"
_REMEMBERED = timedelta(days=365)
_PEOPLE = 2000


class ExportItem(TABLE):
    """``export#<id>`` / ``export``."""

    job = JSONAttribute()
    version = VersionAttribute()


class ExportedListItem(TABLE):
    """``exports#<grant>`` / export id."""


class NamesItem(TABLE):
    """``export#<id>`` / ``people#<n>``: names by ids."""

    people = JSONAttribute()


class PolicyItem(TABLE):
    """``exporting`` / ``policy``."""

    roles = JSONAttribute()


class ExportStore:
    """Exports in the table."""

    def __init__(self, clock: Clock, ids: Ids) -> None:
        self._clock, self._ids = clock, ids

    def add(self, export: Export, people: Mapping[str, str]) -> Export:
        """A new one, and the call to its work."""
        item = self._calling(export) if export.working else _to_item(export)
        writes = Writes().put(item, otherwise=StaleVersionError())
        for grant in sorted(export.audience):
            writes.put(ExportedListItem(_list_of(grant), export.id, expires_at=item.expires_at))
        named = iter(sorted(people.items()))
        while some := dict(islice(named, _PEOPLE)):
            sk = f"people#{min(some)}"
            writes.put(NamesItem(_pk(export.id), sk, people=some, expires_at=item.expires_at))
        writes.commit()
        return _to_export(item)

    def find(self, export_id: str) -> Export | None:
        """One, read consistently."""
        item = read(ExportItem, _pk(export_id), _JOB, consistent=True)
        return _to_export(item) if item else None

    def people(self, export_id: str) -> dict[str, str]:
        """The names of people that were kept for it."""
        items = NamesItem.query(_pk(export_id), NamesItem.sk.startswith("people#"))
        return {each: name for item in items for each, name in item.people.items()}

    def save(self, export: Export, *, calls: bool = False) -> Export:
        """One as stored."""
        item = self._calling(export) if calls else _to_item(export)
        Writes().put(item, otherwise=StaleVersionError()).commit()
        return _to_export(item)

    def page(self, grants: Iterable[str], request: PageRequest) -> Page[Export]:
        """Those of which the holders of any of the grants learn, the newest first."""
        after = _position(request.cursor)
        lists = [_listed(grant, after, request.limit + 1) for grant in grants]
        merged = iter(dict.fromkeys(merge(*lists, reverse=True)))
        ids = list(islice(merged, request.limit + 1))
        shown = ids[: request.limit]
        keys = [(_pk(each), _JOB) for each in shown]
        found = read_many(ExportItem, keys)
        following = encode_cursor({"after": shown[-1]}) if len(ids) > len(shown) else None
        return Page([_to_export(found[key]) for key in keys if key in found], following)

    def policy(self) -> Policy:
        """Who may export; all employees until an owner says otherwise."""
        item = read(PolicyItem, "exporting", "policy")
        return Policy(frozenset(map(Role, item.roles))) if item else Policy()

    def save_policy(self, policy: Policy) -> None:
        """Lets others export from now on."""
        PolicyItem("exporting", "policy", roles=sorted(policy.roles)).save()

    def _calling(self, export: Export) -> ExportItem:
        work = WorkQueued("export", export.id, export.step)
        item = _to_item(export)
        item.announce(work.to_event(self._ids(), self._clock(), export.by))
        return item


def _listed(grant: str, after: str | None, limit: int) -> Iterator[str]:
    before = ExportedListItem.sk < after if after else None
    found = ExportedListItem.query(_list_of(grant), before, limit=limit, scan_index_forward=False)
    return (item.sk for item in found)


def _position(cursor: str | None) -> str | None:
    if cursor is None:
        return None
    after = decode_cursor(cursor).get("after")
    if not isinstance(after, str) or not is_id(after):
        raise bad_cursor()
    return after


def _list_of(grant: str) -> str:
    return f"exports#{grant}"


def _pk(export_id: str) -> str:
    return f"export#{export_id}"


def _to_item(export: Export) -> ExportItem:
    item = ExportItem(_pk(export.id), _JOB, job=exported.from_export(export))
    item.expires_at = int((export.created_at + _REMEMBERED).timestamp())
    if export.version is not None:
        item.version = export.version
    return item


def _to_export(item: Any) -> Export:  # noqa: ANN401  # an item of exports
    return exported.to_export(item.job, int(item.version))

"""Imports: ``import#<id>``, with the results of each round beside, and listed by person and together."""

from collections.abc import Iterable, Iterator
from typing import Any

from pynamodb.attributes import JSONAttribute, UnicodeAttribute, VersionAttribute

from chalicelib.crm.events.importing import WorkQueued
from chalicelib.crm.model.importing.jobs import Colleague, Import
from chalicelib.crm.model.importing.mappings import NamedMapping
from chalicelib.crm.model.importing.results import Outcome, RowResult
from chalicelib.crm.store import imported
from chalicelib.crm.store.table import TABLE
from portal.cards import CardKind
from portal.clock import Clock
from portal.dynamo import Writes, read, read_many, read_page
from portal.errors import StaleVersionError
from portal.ids import Ids
from portal.paging import Page, PageRequest

_JOB, _EVERYBODY = "import", "everybody"
_KEPT_DAYS = 180


class ImportItem(TABLE):
    """``import#<id>`` / ``import``."""

    job = JSONAttribute()
    version = VersionAttribute()


class ImportedListItem(TABLE):
    """``imports#<person or everybody>`` / import id."""


class ColleaguesItem(TABLE):
    """``import#<id>`` / ``people#<n>``: who could be named in the file."""

    people = JSONAttribute()


class ResultItem(TABLE):
    """``import#<id>#<round>`` and ``…#<outcome>`` / row: what became of the row."""

    result = JSONAttribute()


class MappingItem(TABLE):
    """``mappings#<kind>`` / name."""

    mapping = JSONAttribute()
    name = UnicodeAttribute()


class ImportStore:
    """Imports in the table."""

    def __init__(self, clock: Clock, ids: Ids) -> None:
        self._clock, self._ids = clock, ids

    def add(self, job: Import) -> Import:
        """A new import as stored."""
        item = _to_item(job)
        writes = Writes().put(item, otherwise=StaleVersionError())
        for whose in (job.by.id, _EVERYBODY):
            writes.put(ImportedListItem(f"imports#{whose}", job.id, expires_at=item.expires_at))
        writes.commit()
        return _to_job(item)

    def find(self, import_id: str) -> Import | None:
        """One import, read consistently."""
        item = read(ImportItem, _pk(import_id), _JOB, consistent=True)
        return _to_job(item) if item else None

    def save(self, job: Import, *, calls: bool = False) -> Import:
        """An import as stored."""
        item = _to_item(job)
        if calls:
            work = WorkQueued("import", job.id, job.step)
            item.announce(work.to_event(self._ids(), self._clock(), job.by))
        Writes().put(item, otherwise=StaleVersionError()).commit()
        return _to_job(item)

    def page(self, person_id: str | None, request: PageRequest) -> Page[Import]:
        """The imports of one person or of all, the newest first."""
        page = read_page(ImportedListItem, f"imports#{person_id or _EVERYBODY}", request)
        keys = [(_pk(item.sk), _JOB) for item in page.items]
        found = read_many(ImportItem, keys)
        return Page([_to_job(found[key]) for key in keys if key in found], page.next)

    def put_colleagues(self, import_id: str, colleagues: Iterable[Colleague]) -> None:
        """Keeps who could be named in the file."""
        people = [imported.from_colleague(each) for each in colleagues]
        for start in range(0, len(people), _PEOPLE):
            part = people[start : start + _PEOPLE]
            ColleaguesItem(
                _pk(import_id), f"people#{start:06}", people=part, expires_at=self._end()
            ).save()

    def colleagues(self, import_id: str) -> list[Colleague]:
        """Who could be named in the file."""
        items = ColleaguesItem.query(_pk(import_id), ColleaguesItem.sk.startswith("people#"))
        return [imported.to_colleague(each) for item in items for each in item.people]

    def put_results(self, job: Import, results: Iterable[RowResult]) -> None:
        """Keeps what became of rows in this round."""
        with ResultItem.batch_write() as batch:
            for result in results:
                for partition in (_round(job, job.round), _round(job, job.round, result.outcome)):
                    values = imported.from_result(result)
                    batch.save(
                        ResultItem(partition, _row(result), result=values, expires_at=self._end())
                    )

    def results(
        self, job: Import, outcome: Outcome | None, request: PageRequest
    ) -> Page[RowResult]:
        """What became of the rows in this round."""
        page = read_page(ResultItem, _round(job, job.round, outcome), request, forward=True)
        return page.map(lambda item: imported.to_result(item.result))

    def all_results(
        self, job: Import, round_: int, *, last_first: bool = False
    ) -> Iterator[RowResult]:
        """What became of the rows in a round, a page at a time."""
        items = ResultItem.query(_round(job, round_), scan_index_forward=not last_first)
        return (imported.to_result(item.result) for item in items)

    def mappings(self, kind: CardKind) -> list[NamedMapping]:
        """The mappings that were kept for a kind, by name."""
        items = MappingItem.query(f"mappings#{kind}", limit=100)
        return [imported.to_mapping(kind, item.sk, item.name, item.mapping) for item in items]

    def keep_mapping(self, mapping: NamedMapping) -> None:
        """Keeps a mapping."""
        values = imported.from_mapping(mapping)
        MappingItem(
            f"mappings#{mapping.kind}", mapping.id, name=mapping.name, mapping=values
        ).save()

    def _end(self) -> int:
        return int(self._clock().timestamp()) + _KEPT_DAYS * 86_400


_PEOPLE = 500


def _pk(import_id: str) -> str:
    return f"import#{import_id}"


def _round(job: Import, round_: int, outcome: Outcome | None = None) -> str:
    of_all = f"{_pk(job.id)}#{round_}"
    return f"{of_all}#{outcome}" if outcome else of_all


def _row(result: RowResult) -> str:
    return f"{result.row:06}"


def _to_item(job: Import) -> ImportItem:
    item = ImportItem(_pk(job.id), _JOB, job=imported.from_job(job))
    item.expires_at = int(job.created_at.timestamp()) + _KEPT_DAYS * 86_400
    if job.version is not None:
        item.version = job.version
    return item


def _to_job(item: Any) -> Import:  # noqa: ANN401  # an item of imports
    return imported.to_job(item.job, int(item.version))

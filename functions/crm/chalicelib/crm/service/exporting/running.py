"""The work of exports: the list is read a page at a time into parts, and the parts become one file.

A piece of work that comes twice, or whose worker died, is done again from the last part that was noted. However long
the list, one page of it is held at a time.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from datetime import timedelta
from typing import Any

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.exporting.cells import Cell, Row
from chalicelib.crm.model.exporting.columns import Column
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.service.cards import CardBook
from chalicelib.crm.service.exporting.jobs import MOST_ROWS, Export, ExportProblem
from chalicelib.crm.service.exporting.naming import Naming, PageNames
from chalicelib.crm.service.exporting.ports import Exports, Files, Rights
from portal.cards import CardKind
from portal.clock import Clock
from portal.errors import StaleVersionError
from portal.paging import MAX_LIMIT, PageRequest
from portal.values import dataclass

PIECE = timedelta(seconds=30)
_SHOWN_EACH = 5
_KINDS: Mapping[CardKind, type[Any]] = {k.kind: k for k in (Contact, Company, Lead, Deal)}


@dataclass(frozen=True)
class ExportRunning:
    """Does what exports call for."""

    store: Exports
    files: Files
    book: CardBook
    naming: Naming
    rights: Rights
    clock: Clock

    def work(self, export_id: str, step: int) -> None:
        """Does a piece of work; a call that is out of date does nothing."""
        export = self.store.find(export_id)
        if export is None or not export.working or export.step != step:
            return
        try:
            self._work(export)
        except StaleVersionError:
            # Another call has been quicker.
            return

    def _work(self, export: Export) -> None:
        changed_at = self.rights(export.by.id)
        if changed_at and changed_at > export.created_at:
            # What he was allowed when he asked may be more than he is now.
            self.store.save(export.failed(ExportProblem.RIGHTS_CHANGED, self.clock()))
            return
        if not export.read:
            export = self._read(export)
        if export.read:
            self._assemble(export)
        else:
            self.store.save(export.going_on(), calls=True)

    def _read(self, export: Export) -> Export:
        columns = self.naming.chosen(export)
        names = self.naming.names(export, columns, self.store.people(export.id))
        reading = _Reading(self, export, columns, names)
        self.files.put_rows(_part(export, export.parts), reading.rows())
        return self.store.save(reading.export.after(reading.count, reading.cursor))

    def _assemble(self, export: Export) -> None:
        headers = [c.label(export.shape.language) for c in self.naming.chosen(export)]
        once = _Once()
        cells = (row.cells for row in once.each(self._stored(export)))
        self.files.write_cells(export.file_key, export, headers, cells)
        self.store.save(export.done(len(once.seen), self.clock()))

    def _stored(self, export: Export) -> Iterator[Row]:
        for number in range(export.parts):
            yield from self.files.rows(_part(export, number))


@dataclass
class _Once:
    """A card that was renamed while a list in the order of names was read may come twice."""

    seen: set[str] = field(default_factory=set)

    def each(self, rows: Iterator[Row]) -> Iterator[Row]:
        for row in rows:
            if row.card_id not in self.seen:
                self.seen.add(row.card_id)
                yield row


class _Reading:
    """The rows of one part; afterwards, how far the list was read."""

    def __init__(
        self, running: ExportRunning, export: Export, columns: Sequence[Column], names: PageNames
    ) -> None:
        self.running, self.export, self.columns, self.names = running, export, columns, names
        self.count, self.cursor = export.stored, export.cursor

    def rows(self) -> Iterator[Row]:
        clock = self.running.clock
        until, pages = clock() + PIECE, 0
        while self.count < MOST_ROWS:
            yield from self._page()
            pages += 1
            if self.cursor is None or clock() >= until:
                return
            if pages % _SHOWN_EACH == 0:
                self.export = self.running.store.save(self.export.shown(self.count))

    def _page(self) -> Iterator[Row]:
        export, book = self.export, self.running.book
        request = PageRequest(MAX_LIMIT, self.cursor)
        page = book.page(export.by, _KINDS[export.kind], request, export.which)
        names = self.names.of(page.items)
        for record in page.items:
            yield Row(record.id, self._cells(record, names))
        self.count += len(page.items)
        self.cursor = page.next

    def _cells(self, record: Record, names: Any) -> list[Cell]:  # noqa: ANN401  # names of the page
        return [column.read(record, names) for column in self.columns]


def _part(export: Export, number: int) -> str:
    return f"{export.folder}/part-{number:04}"

"""The tools of an import's work, each acting for its sender."""

from collections.abc import Callable
from dataclasses import replace

from chalicelib.crm.model.importing.jobs import Import, State
from chalicelib.crm.model.journal import Cause, CauseKind
from chalicelib.crm.service.access import Access
from chalicelib.crm.service.cards import CardBook
from chalicelib.crm.service.deals import Deals
from chalicelib.crm.service.fields import OwnValues
from chalicelib.crm.service.history import JournalBook
from chalicelib.crm.service.importing.catalogue import Catalogue
from chalicelib.crm.service.importing.causing import Causing
from chalicelib.crm.service.importing.finding import Finder
from chalicelib.crm.service.importing.known import Known, KnownFields, KnownLines
from chalicelib.crm.service.importing.past import Past
from chalicelib.crm.service.importing.ports import Imports, Table
from chalicelib.crm.service.importing.rehearsal import Rehearsal
from chalicelib.crm.service.importing.relations import Relations
from chalicelib.crm.service.importing.rows import RowReader
from chalicelib.crm.service.importing.saving import Writer
from chalicelib.crm.service.importing.undoing import Undoer
from chalicelib.crm.service.index import WordIndex
from chalicelib.crm.service.ports import Removals
from chalicelib.crm.service.references import References
from chalicelib.crm.service.team import Team
from chalicelib.crm.service.timeline.ports import Entries
from portal.values import dataclass


@dataclass(frozen=True)
class Workshop:
    """Makes them; `deals` are those that people work with, `pause` waits before the attempt of that number."""

    deals: Deals
    words: WordIndex
    imports: Imports
    removals: Removals
    journal: JournalBook
    entries: Entries
    catalogue: Catalogue
    pause: Callable[[int], None]

    def writer(self, job: Import, table: Table) -> Writer:
        """What writes the rows; in a check, nothing of it is stored."""
        assert job.mapping  # noqa: S101  # no work begins without
        colleagues = self.imports.colleagues(job.id)
        book = self._book(job, Known.of(colleagues))
        finder = Finder(book.store, book.cards, self.words, job.by)
        fields = {field.name: field for field in self.catalogue.fields(job.kind)}
        deals = self._deals(book)
        return Writer(
            job,
            deals,
            finder,
            Relations(finder, colleagues, deals.pipelines.of(job.by)),
            RowReader(fields, job.mapping, table.headers),
            self.pause,
        )

    def undoer(self, job: Import) -> Undoer:
        """What takes the rows back."""
        colleagues = self.imports.colleagues(job.id)
        cause = Cause(CauseKind.IMPORT_UNDO, job.id)
        book = self._acting(Known.of(colleagues), cause)
        past = Past(job, self.journal, self.entries)
        fields = {field.name: field for field in self.catalogue.fields(job.kind)}
        deals = self._deals(book)
        return Undoer(job, deals, self.removals, past, cause, fields, self.pause)

    def _deals(self, book: CardBook) -> Deals:
        pipelines = self.deals.pipelines
        lines = replace(pipelines, store=KnownLines(pipelines.store))
        return replace(self.deals, book=book, pipelines=lines)

    def _acting(self, known: Known, cause: Cause) -> CardBook:
        book = self.deals.book
        own = _own(book, known)
        return replace(book, store=Causing(book.store, cause), team=Team(known), own=own)

    def _book(self, job: Import, known: Known) -> CardBook:
        book = self.deals.book
        own = _own(book, known)
        if job.state is State.RUNNING:
            return self._acting(known, Cause(CauseKind.IMPORT, job.id))
        store = Rehearsal(book.store, book.cards)
        references = References(Access(store))
        return replace(
            book, store=store, cards=store, references=references, team=Team(known), own=own
        )


def _own(book: CardBook, known: Known) -> OwnValues:
    fields = replace(book.own.fields, store=KnownFields(book.own.fields.store))
    return replace(book.own, colleagues=known, fields=fields)

"""The work of imports: a piece at a time, each ending at a mark from which the next goes on.

Calls to work may come twice, and a worker may die: a piece is done again from its last mark, and whatever it made
before is found by its id. What a piece has done, it has done once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from chalicelib.crm.model.importing.faults import FaultError
from chalicelib.crm.model.importing.jobs import Import, State
from chalicelib.crm.model.importing.results import Outcome, RowResult
from chalicelib.crm.service.importing.making import Workshop
from chalicelib.crm.service.importing.parts import MOST, Crew, leading
from chalicelib.crm.service.importing.ports import Imports, Tables
from chalicelib.crm.service.importing.saving import Writer
from chalicelib.crm.service.importing.undoing import Undoer
from portal.clock import Clock
from portal.errors import StaleVersionError

PIECE = timedelta(seconds=30)
"""With its last part and its end it fits into the time of ``bulk``; so long, at most, nobody takes up what a worker left."""


@dataclass(frozen=True)
class Running:
    """Does what imports call for."""

    store: Imports
    tables: Tables
    workshop: Workshop
    clock: Clock

    def work(self, import_id: str, step: int) -> None:
        """Does a piece of work; a call that is out of date does nothing."""
        job = self.store.find(import_id)
        if job is None or not job.working or job.step != step:
            return
        try:
            self._work(job)
        except StaleVersionError:
            # Somebody has stopped it, or another call has been quicker.
            return
        except FaultError as error:
            self.store.save(job.failed(error.fault.text(job.language), self.clock()))

    def _work(self, job: Import) -> None:
        until = self.clock() + PIECE
        total, pieces = self._rows(job)
        job = self.store.save(job.of(total)) if job.total is None else job
        for done, results in pieces:
            job = self._marked(job, results, done)
            if self.clock() >= until:
                self.store.save(job.going_on(), calls=True)
                return
        self._end(job)

    def _marked(self, job: Import, results: Sequence[RowResult], done: int) -> Import:
        """The import with more rows behind it; who stopped it meanwhile is told of them too.

        Raises:
            StaleVersionError: somebody has stopped it, or another call has been quicker.
        """
        self.store.put_results(job, results)
        try:
            return self.store.save(job.after(results, done))
        except StaleVersionError:
            now = self.store.find(job.id)
            if (
                now
                and now.state is State.CANCELLED
                and (now.round, now.done) == (job.round, job.done)
            ):
                self.store.save(now.after(results, done))
            raise

    def _rows(self, job: Import) -> tuple[int, Iterator[tuple[int, list[RowResult]]]]:
        if job.state is State.UNDOING:
            return self._undone(job)
        table = self.tables.read(f"{job.folder}/table")
        writer = self.workshop.writer(job, table)
        if job.done and writer.reader.columns.makes:
            so_far = self.store.all_results(job, job.round)
            writer.beside.told_of.update(ref for result in so_far for ref in result.made)
        return len(table.rows), _written(writer, table.rows, job.done, Crew(self.clock))

    def _undone(self, job: Import) -> tuple[int, Iterator[tuple[int, list[RowResult]]]]:
        """The rows backwards: what a later row did to the card of an earlier one goes first."""
        results = list(self.store.all_results(job, job.undoes, last_first=True))
        crew, undoer = Crew(self.clock), self.workshop.undoer(job)
        if job.done:
            so_far = self.store.all_results(job, job.round)
            kept = {result.row for result in so_far if result.outcome is Outcome.KEPT}
            crew.finish(undoer.hold_again, [r for r in results if r.row in kept])
        return len(results), _taken_back(undoer, results, job.done, crew)

    def _end(self, job: Import) -> None:
        if job.counts.get(Outcome.FAILED):
            self._put_errors(job)
        self.store.save(job.ended(self.clock()))

    def _put_errors(self, job: Import) -> None:
        """Stores the rows that failed as they came, each with what is wrong with it."""
        table = self.tables.read(f"{job.folder}/table")
        failed = (r for r in self.store.all_results(job, job.round) if r.outcome is Outcome.FAILED)
        rows = ([*table.rows[r.row - 1], "; ".join(r.faults)] for r in failed)
        heading = "Ошибка" if job.language == "ru" else "Error"
        headers = [*table.headers, heading]
        self.tables.write(errors_key(job), job.content_type, headers, rows)


def errors_key(job: Import) -> str:
    """Where the rows that failed in this round are."""
    return f"{job.folder}/errors-{job.round}"


def _taken_back(
    undoer: Undoer, results: Sequence[RowResult], done: int, crew: Crew
) -> Iterator[tuple[int, list[RowResult]]]:
    """As `_written`, of the way back."""
    while done < len(results):
        part = leading(results[done : done + MOST], lambda result: filter(None, [result.ref]))
        taken = undoer.undo(part, crew)
        done += len(taken)
        yield done, [each for each in taken if each]


def _written(
    writer: Writer, rows: Sequence[list[str]], done: int, crew: Crew
) -> Iterator[tuple[int, list[RowResult]]]:
    """The results of some rows at a time, and how many rows are behind them."""
    for number, cells in enumerate(rows[:done], start=1):
        writer.pass_by(number, cells)
    # A worker that died, or a call that came twice, has done nothing beyond the first mark after the last one.
    last, numbered = done + MOST, list(enumerate(rows, start=1))
    while done < len(rows):
        part = leading(numbered[done : done + MOST], lambda row: writer.marks(row[1]))
        results = crew.begin(lambda row: writer.write(*row, again=row[0] <= last), part)
        done += len(results)
        yield done, list(writer.beside.told(results))

"""One row after the other becomes a card, by the same use cases by which people make and change cards."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.importing.faults import FaultError
from chalicelib.crm.model.importing.fields import ID
from chalicelib.crm.model.importing.jobs import Import
from chalicelib.crm.model.importing.mappings import Mode
from chalicelib.crm.model.importing.numbering import RowIds, ids_beside, ids_of_row
from chalicelib.crm.model.importing.results import Outcome, RowResult
from chalicelib.crm.model.importing.showing import changes
from chalicelib.crm.service.cards import Caller, CardBook
from chalicelib.crm.service.deals import Deals, Move
from chalicelib.crm.service.importing.beside import Beside, beside
from chalicelib.crm.service.importing.finding import Finder, folded
from chalicelib.crm.service.importing.kinds import KINDS
from chalicelib.crm.service.importing.refusals import FaultsError, faults_of
from chalicelib.crm.service.importing.relations import Relations
from chalicelib.crm.service.importing.rows import Draft, RowReader
from chalicelib.crm.service.importing.values import Values, card_values
from portal.cards import CardRef
from portal.errors import BusyError, PortalError, StaleVersionError

_ATTEMPTS = 6


@dataclass
class Writer:
    """Writes the rows of one import, several at a time; `deals.book` saves where the import is to save."""

    job: Import
    deals: Deals
    finder: Finder
    relations: Relations
    reader: RowReader
    pause: Callable[[int], None]
    rows_of_keys: dict[str, int] = field(default_factory=dict)
    named: list[CardRef] = field(default_factory=list)
    beside: Beside = field(default_factory=Beside)

    def pass_by(self, number: int, cells: Sequence[str]) -> None:
        """Notes by which words a row is known that was written before."""
        self._note(number, self.reader.read(cells))

    def marks(self, cells: Sequence[str]) -> set[Hashable]:
        """What two rows must not have in common that are written side by side: a key, an address, a number."""
        owned = {"emails", "phones"} if self._kind is Contact else set()
        return self.reader.marks(cells, owned | {self._columns.key})

    def write(self, number: int, cells: Sequence[str], *, again: bool = True) -> RowResult:
        """What became of a row; nothing of it is saved where anything is wrong.

        A row that may have been written before, by a worker that died, is looked for first: then it comes `again`.
        The cards beside its own that it names, whichever row made them, stand as `made`, see `Beside.told`.
        """
        row, draft = replace(self, named=[]), self.reader.read(cells)
        for attempt in range(1, _ATTEMPTS):
            try:
                return row.written(number, draft, again=again)
            except (StaleVersionError, BusyError):
                # Another row is at the same card, or somebody else, or another call has been quicker by a row.
                again = True
                self.pause(attempt)
        return row.failed(number, draft, StaleVersionError())

    def written(self, number: int, draft: Draft, *, again: bool) -> RowResult:
        """One attempt at a row.

        Raises:
            StaleVersionError, BusyError: somebody else was at the same card.
        """
        try:
            result = self._made_before(number, draft) if again else None
            result = result or self._result(number, draft)
        except (StaleVersionError, BusyError):
            raise
        except PortalError as error:
            return self.failed(number, draft, error)
        return replace(result, made=tuple(self.named))

    def failed(self, number: int, draft: Draft, error: PortalError) -> RowResult:
        """The result of a row that was refused."""
        faults = tuple(fault.text(self.job.language) for fault in faults_of(error))
        title = str(draft.values.get("name") or draft.values.get("title") or "")
        return RowResult(number, Outcome.FAILED, title, faults=faults, made=tuple(self.named))

    def _made_before(self, number: int, draft: Draft) -> RowResult | None:
        if draft.faults:
            return None
        ids = ids_of_row(self.job, number)
        made = self._book(ids).store.record(self._kind, ids.first)
        return self._as_made(number, draft, made) if made else None

    def _as_made(self, number: int, draft: Draft, record: Record) -> RowResult:
        self.named.extend(beside(self.job, draft, record))
        return RowResult(number, Outcome.CREATED, record.label, record.ref)

    def _result(self, number: int, draft: Draft) -> RowResult:
        if draft.faults:
            raise FaultsError(draft.faults)
        ids = ids_of_row(self.job, number)
        found = self._found(number, draft)
        if found and found.id == ids.first:
            return self._as_made(number, draft, found)
        if found is None and self._columns.mode is Mode.UPDATE:
            return RowResult(number, Outcome.SKIPPED, self._title(draft))
        if found and self._columns.mode is Mode.CREATE:
            return RowResult(number, Outcome.SKIPPED, found.label, found.ref)
        return self._updated(number, found, draft) if found else self._created(number, ids, draft)

    def _found(self, number: int, draft: Draft) -> Record | None:
        """The card of a row, the one that an earlier row of the file made included."""
        key = self._columns.key
        earlier = self._note(number, draft)
        if key is None:
            return None
        value = draft.values.get(key)
        if not value:
            if self._columns.mode is Mode.UPDATE:
                raise FaultError("no_key")
            return None
        made = earlier and self.finder.seen(self._kind, ids_of_row(self.job, earlier).first)
        return made or self.finder.find(self._kind, key, value)

    def _note(self, number: int, draft: Draft) -> int | None:
        """The earlier row with the same key, if there is one; this one is the first of its keys otherwise."""
        key = self._columns.key
        if not key or key == ID or not (value := draft.values.get(key)):
            return None
        words = value if isinstance(value, tuple) else (folded(str(value)),)
        earlier = next((self.rows_of_keys[w] for w in words if w in self.rows_of_keys), None)
        for word in words:
            self.rows_of_keys.setdefault(word, earlier or number)
        return earlier

    def _created(self, number: int, ids: RowIds, draft: Draft) -> RowResult:
        values = self._values(draft, None)
        if not self._title(draft):
            raise FaultError("required", self._required_label())
        caller, book = self._caller, self._book(ids)
        record: Record
        if self._kind is Deal:
            record = replace(self.deals, book=book).add(caller, values.fields)
        else:
            record = book.add(caller, self._kind, values.fields)
        return RowResult(number, Outcome.CREATED, record.label, record.ref)

    def _updated(self, number: int, before: Record, draft: Draft) -> RowResult:
        values, caller = self._values(draft, before), self._caller
        book = self._book(RowIds(self.job, f"change/{number}", number))
        fields, stage_id = dict(values.fields), values.fields.get("stage_id")
        fields.pop("stage_id", None)
        fields.pop("pipeline_id", None)
        after = book.change(caller, self._kind, before.id, fields, None) if fields else before
        if isinstance(after, Deal) and stage_id not in {None, after.stage_id}:
            deals = replace(self.deals, book=book)
            after = deals.move(caller.principal, after.id, Move(stage_id=str(stage_id)))
        told = tuple(changes(before, after, values.name_of))
        outcome = Outcome.UPDATED if told else Outcome.SAME
        return RowResult(number, outcome, after.label, after.ref, told)

    def _values(self, draft: Draft, before: Record | None) -> Values:
        make = self._make if self._columns.makes else None
        return card_values(draft, before, self.relations, make, erases=self._columns.erases)

    def _make(self, kind: type[Any], key: str, values: dict[str, Any]) -> str:
        """The id of a company or a contact that rows name, made at the first of them."""
        ids = ids_beside(self.job, str(kind.kind), key)
        ref, book = CardRef(kind.kind, ids.first), self._book(ids)
        self.beside.make(book, self._caller, kind, ref, values)
        self.named.append(ref)
        return ref.id

    def _book(self, ids: RowIds) -> CardBook:
        return replace(self.deals.book, ids=ids)

    def _title(self, draft: Draft) -> str:
        return str(draft.values.get("name" if self._kind in {Contact, Company} else "title", ""))

    def _required_label(self) -> str:
        name = "name" if self._kind in {Contact, Company} else "title"
        return self.reader.header_of(name) or self.reader.fields[name].label(self.job.language)

    @property
    def _kind(self) -> type[Record]:
        return KINDS[self.job.kind]

    @property
    def _caller(self) -> Caller:
        return Caller(self.job.by, "")

    @property
    def _columns(self) -> Any:  # noqa: ANN401  # narrowed: an import that is written has columns
        return self.reader.columns

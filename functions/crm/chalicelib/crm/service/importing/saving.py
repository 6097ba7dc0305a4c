"""One row after the other becomes a card, by the same use cases by which people make and change cards."""

from collections.abc import Mapping, Sequence
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
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.service.cards import Caller, CardBook
from chalicelib.crm.service.deals import Deals, Move
from chalicelib.crm.service.importing.finding import Finder, folded
from chalicelib.crm.service.importing.refusals import FaultsError, faults_of
from chalicelib.crm.service.importing.relations import Relations
from chalicelib.crm.service.importing.rows import Draft, RowReader
from chalicelib.crm.service.importing.values import Values, card_values
from portal.cards import CardKind, CardRef
from portal.errors import ConflictError, PortalError

KINDS: Mapping[CardKind, type[Record]] = {
    each.kind: each for each in (Contact, Company, Lead, Deal)
}


@dataclass
class Writer:
    """Writes the rows of one import; `deals.book` saves where the import is to save."""

    job: Import
    deals: Deals
    finder: Finder
    relations: Relations
    reader: RowReader
    rows_of_keys: dict[str, int] = field(default_factory=dict)
    made: list[CardRef] = field(default_factory=list)
    once: set[str] = field(default_factory=set)

    def pass_by(self, number: int, cells: Sequence[str]) -> None:
        """Notes by which words a row is known that was written before."""
        self._note(number, self.reader.read(cells))

    def write(self, number: int, cells: Sequence[str], *, again: bool = True) -> RowResult:
        """What became of a row; nothing of it is saved where anything is wrong.

        A row that may have been written before, by a worker that died, is looked for first: then it comes `again`.
        """
        draft, self.made = self.reader.read(cells), []
        try:
            result = self._made_before(number, draft) if again else None
            result = result or self._result(number, draft)
        except PortalError as error:
            if isinstance(error, ConflictError) and (made := self._made_before(number, draft)):
                # Another call has been quicker by a row.
                return made
            faults = [fault.text(self.job.language) for fault in faults_of(error)]
            title = str(draft.values.get("name") or draft.values.get("title") or "")
            return RowResult(
                number, Outcome.FAILED, title, faults=tuple(faults), made=tuple(self.made)
            )
        return replace(result, made=tuple(self.made))

    def _made_before(self, number: int, draft: Draft) -> RowResult | None:
        if draft.faults:
            return None
        ids = ids_of_row(self.job, number)
        made = self._book(ids).store.record(self._kind, ids.first)
        return RowResult(number, Outcome.CREATED, made.label, made.ref) if made else None

    def _result(self, number: int, draft: Draft) -> RowResult:
        if draft.faults:
            raise FaultsError(draft.faults)
        ids = ids_of_row(self.job, number)
        found = self._found(number, draft)
        if found and found.id == ids.first:
            return RowResult(number, Outcome.CREATED, found.label, found.ref)
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
        value = draft.values.get(key) if key and key != ID else None
        if not value:
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
        book = self._book(ids)
        if ids.first not in self.once and not book.store.record(kind, ids.first):
            given = {name: value for name, value in values.items() if value}
            self.made.append(book.add(self._caller, kind, given).ref)
        self.once.add(ids.first)
        return ids.first

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

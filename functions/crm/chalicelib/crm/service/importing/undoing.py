"""The way back of an import: cards that it made go, and fields that it set have their former values again.

What somebody has worked on since stays, and is named. Whatever is done twice finds that it is done.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from chalicelib.crm.events.cards import CardRemoved
from chalicelib.crm.model.cards import OWN, Record
from chalicelib.crm.model.importing.faults import Fault
from chalicelib.crm.model.importing.fields import Field
from chalicelib.crm.model.importing.jobs import Import
from chalicelib.crm.model.importing.results import Outcome, RowResult
from chalicelib.crm.model.journal import Cause
from chalicelib.crm.model.leads import LeadStatus
from chalicelib.crm.service.cards import Caller
from chalicelib.crm.service.changes import Removal
from chalicelib.crm.service.deals import Deals, Move
from chalicelib.crm.service.importing.kinds import KINDS
from chalicelib.crm.service.importing.parts import Crew
from chalicelib.crm.service.importing.past import Past, Way
from chalicelib.crm.service.ports import Removals
from portal.cards import CardKind, CardRef
from portal.errors import BusyError, PortalError, StaleVersionError
from portal.money import Money
from portal.principals import Actor

_PLACE = frozenset(
    {"stage_id", "pipeline_id", "lost_reason", "lost_note", "round", "contract_id", "due_on"}
)
_NAMES = {
    "owner_id": "owner",
    "company_id": "company",
    "contact_ids": "contact",
    "stage_id": "stage",
    "pipeline_id": "pipeline",
}
_LISTS = frozenset({"emails", "phones", "domains", "contact_ids"})
_ATTEMPTS = 6


@dataclass
class Undoer:
    """Takes back what the rows of one import did; `held` are the cards to which those refer that stay."""

    job: Import
    deals: Deals
    removals: Removals
    past: Past
    cause: Cause
    fields: Mapping[str, Field]
    pause: Callable[[int], None]
    held: set[CardRef] = field(default_factory=set)

    def undo(self, part: Sequence[RowResult], crew: Crew) -> list[RowResult | None]:
        """What was taken back of the first of the rows, and why what stays does; None where a row did nothing.

        What was made beside them goes after the cards that name it, contacts before the companies they work for.
        """
        faults = crew.begin(self._own, part)
        rows, of_made = part[: len(faults)], dict[CardRef, list[Fault]]()
        for kind in (CardKind.CONTACT, CardKind.COMPANY):
            refs = [ref for row in rows for ref in row.made if ref.kind is kind]
            of_made |= zip(refs, crew.finish(self._removed, refs), strict=True)
        return [
            self._told(row, [*own, *(fault for ref in row.made for fault in of_made[ref])])
            for row, own in zip(rows, faults, strict=True)
        ]

    def hold_again(self, result: RowResult) -> None:
        """Holds what the cards of a row refer to that an earlier piece of work has kept."""
        for ref in filter(None, (result.ref, *result.made)):
            if record := self._record(ref):
                self._hold(record)

    def _own(self, result: RowResult) -> list[Fault]:
        if result.ref and result.outcome is Outcome.UPDATED:
            return list(self._restored(result.ref))
        if result.ref and result.outcome is Outcome.CREATED:
            return self._removed(result.ref)
        return []

    def _told(self, result: RowResult, faults: Sequence[Fault]) -> RowResult | None:
        if result.outcome is Outcome.UPDATED:
            outcome = Outcome.RESTORED
        elif result.made or result.outcome is Outcome.CREATED:
            outcome = Outcome.REMOVED
        else:
            return None
        texts = tuple(fault.text(self.job.language) for fault in faults)
        return RowResult(
            result.row, Outcome.KEPT if texts else outcome, result.title, result.ref, faults=texts
        )

    def _removed(self, ref: CardRef) -> list[Fault]:
        for attempt in range(1, _ATTEMPTS):
            try:
                return list(self._remove(ref))
            except (StaleVersionError, BusyError):
                self.pause(attempt)
        record = self._record(ref)
        return [Fault("worked_on", {"text": record.label})] if record else []

    def _remove(self, ref: CardRef) -> Iterator[Fault]:
        record = self._record(ref)
        if record is None:
            return
        if code := self._reason_to_keep(record):
            self._hold(record)
            yield Fault(code, {"text": record.label})
            return
        book = self.deals.book
        event = CardRemoved(record).to_event(book.ids(), book.clock(), Actor.of(self.job.by))
        self.removals.remove(Removal(record, event, self.cause))

    def _record(self, ref: CardRef) -> Record | None:
        return self.deals.book.store.record(KINDS[ref.kind], ref.id)

    def _reason_to_keep(self, record: Record) -> str | None:
        ref = record.ref
        if self.past.worked_on(record):
            return "worked_on"
        deals = (
            self.deals.book.cards.open_deals_of_contact(ref.id, 1)
            if ref.kind is CardKind.CONTACT
            else ()
        )
        return "needed" if deals or ref in self.held else None

    def _hold(self, record: Record) -> None:
        self.held.update(CardRef(CardKind.CONTACT, each) for each in record.card_contact_ids)
        if record.card_company_id:
            self.held.add(CardRef(CardKind.COMPANY, record.card_company_id))

    def _restored(self, ref: CardRef) -> Iterator[Fault]:
        record = self._record(ref)
        if record is None:
            return
        way = self.past.way(ref)
        if way.left:
            yield self._fault("changed_since", record, way.left)
        yield from self._set_back(record, way)
        yield from self._moved_back(record, way)

    def _set_back(self, record: Record, way: Way) -> Iterator[Fault]:
        """All fields in one step, or where that is refused one after the other."""
        names = [name for name in way.back if name not in _PLACE]
        if not names or not self._refused(record, names, way):
            return
        for name in names:
            if error := self._refused(record, [name], way):
                yield self._fault("not_restored", record, [name], str(error))

    def _refused(self, record: Record, names: list[str], way: Way) -> PortalError | None:
        values = _values({name: way.back[name] for name in names})
        caller = Caller(self.job.by, "", self.cause)
        try:
            self.deals.book.change(caller, KINDS[record.kind], record.id, values, None)
        except PortalError as error:
            return error
        return None

    def _moved_back(self, record: Record, way: Way) -> Iterator[Fault]:
        back = way.back
        if "stage_id" not in back:
            return
        place = back["stage_id"], back.get("pipeline_id")
        move = Move(*place, back.get("lost_reason"), back.get("lost_note"))
        try:
            self.deals.move(self.job.by, record.id, move)
        except PortalError as error:
            yield self._fault("not_restored", record, ["stage_id"], str(error))

    def _fault(self, code: str, record: Record, names: list[str], why: str = "") -> Fault:
        shown = ", ".join(self._label(record.kind, name) for name in names)
        return Fault(code, {"text": record.label, "fields": shown, "why": why})

    def _label(self, kind: CardKind, name: str) -> str:
        named = self.fields.get(_NAMES.get(name, name)) if kind is self.job.kind else None
        return f"«{named.label(self.job.language)}»" if named else name


def _values(back: Mapping[str, Any]) -> dict[str, Any]:
    """What a journal kept of fields, as the use cases take it."""
    own = {name.removeprefix(OWN): value for name, value in back.items() if name.startswith(OWN)}
    plain = {name: _value(name, each) for name, each in back.items() if not name.startswith(OWN)}
    return {**plain, "own": own} if own else plain


def _value(name: str, stored: Any) -> Any:  # noqa: ANN401  # any field's value
    if name in _LISTS:
        return tuple(stored or ())
    if name == "amount" and stored:
        return Money(Decimal(stored["amount"]), stored["currency"])
    return LeadStatus(stored) if name == "status" else stored

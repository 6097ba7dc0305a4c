"""A step of an erasure: the card itself, then a page of its timeline."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from chalicelib.crm.events.cards import CardChanged
from chalicelib.crm.events.erasing import PersonalDataErased
from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.erasing import Done, Erasure, Keeping, blanked, personal_names
from chalicelib.crm.model.journal import Cause, CauseKind
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.model.linking import Link
from chalicelib.crm.model.pipelines import StageKind
from chalicelib.crm.model.timeline import Entry, EntryKind
from chalicelib.crm.service.changes import Change
from chalicelib.crm.service.erasing.ports import Erasures, Traces
from chalicelib.crm.service.fields import Fields
from chalicelib.crm.service.ports import Records
from chalicelib.crm.service.timeline.ports import Entries
from portal.cards import CardKind, CardRef
from portal.clock import Clock, to_wire
from portal.ids import Ids
from portal.paging import PageRequest
from portal.values import dataclass

R = TypeVar("R", bound=Record)

_PAGE = 20
_OF_COMMUNICATIONS = frozenset({EntryKind.MAIL, EntryKind.MESSAGE})


@dataclass(frozen=True)
class Walking:
    """Goes over what crm keeps of a person. Each step can be repeated: what is erased stays erased."""

    records: Records
    entries: Entries
    erasures: Erasures
    traces: Traces
    fields: Fields
    clock: Clock
    ids: Ids

    def carry_on(self, erasure_id: str, step: int) -> None:
        """Does the next page, unless it was done, and tells the others of it.

        Raises:
            ConflictError: somebody changes the same card at this moment; to be tried again.
        """
        erasure = self.erasures.erasure(erasure_id)
        if erasure is None or erasure.step != step or erasure.walked:
            return
        if erasure.cursor is None:
            self._erase_card(erasure, erasure.here)
        request = PageRequest(_PAGE, erasure.cursor)
        page = self.entries.page(erasure.here, None, None, request)
        done = self._erase_entries(erasure, page.items)
        left = erasure.after(done, page.next, self.clock())
        told = PersonalDataErased(left, done).to_event(self.ids(), self.clock())
        self.erasures.move(left, told)

    def _erase_card(self, erasure: Erasure, ref: CardRef) -> None:
        own = frozenset(each.id for each in self.fields.of(ref.kind).fields if each.personal)
        self.traces.erase_journal(ref, personal_names(ref.kind, own))
        if ref.kind is CardKind.CONTACT:
            self._blank(erasure, Contact, ref, own)
            self.traces.forget_absence(ref)
        else:
            self._blank(erasure, Lead, ref, own)

    def _blank(self, erasure: Erasure, kind: type[R], ref: CardRef, own: frozenset[str]) -> None:
        before = self.records.record(kind, ref.id)
        if before is None or before.erased_at:
            return
        after = blanked(before, own, self.clock())
        event = CardChanged.between(before, after).to_event(
            self.ids(), after.updated_at, erasure.actor
        )
        cause = Cause(CauseKind.ERASURE, erasure.id)
        self.records.save(Change(before, after, event, cause=cause))

    def _erase_entries(self, erasure: Erasure, entries: Iterable[Entry]) -> Done:
        shown = list(entries)
        told = [entry for entry in shown if entry.kind in _OF_COMMUNICATIONS]
        links = self.traces.links(entry.source.id for entry in told)
        kept: Counter[str] = Counter()
        gone: list[str] = []
        for link in links.values():
            if reason := self._keeping(erasure, link):
                kept[reason] += 1
            else:
                self.traces.erase_link(link)
                gone.append(link.communication_id)
        others = [entry for entry in shown if entry.kind not in _OF_COMMUNICATIONS]
        for entry in others:
            self._erase_other(erasure, entry, kept)
        erased = len(gone) + len(others) - kept["files"]
        cards = tuple(self._leads(erasure, others))
        return Done(erased, dict(kept), cards, tuple(gone))

    def _erase_other(self, erasure: Erasure, entry: Entry, kept: Counter[str]) -> None:
        if entry.kind is EntryKind.FILE and Keeping.DISPUTE in erasure.asked.keep:
            kept["files"] += 1
        else:
            self.traces.erase_entry(erasure.here, f"{to_wire(entry.at)}#{entry.id}")

    def _keeping(self, erasure: Erasure, link: Link) -> Keeping | None:
        return erasure.keeping(self._stages(link.cards)) if erasure.asked.keep else None

    def _stages(self, refs: Iterable[CardRef]) -> Iterator[StageKind]:
        for ref in refs:
            deal = self.records.record(Deal, ref.id) if ref.kind is CardKind.DEAL else None
            if deal:
                yield deal.stage_kind

    def _leads(self, erasure: Erasure, entries: Iterable[Entry]) -> Iterator[CardRef]:
        """The leads that became the contact; an entry of a conversion has its lead's id."""
        if erasure.here.kind is not CardKind.CONTACT:
            return
        for entry in entries:
            lead = (
                self.records.record(Lead, entry.id) if entry.kind is EntryKind.CONVERTED else None
            )
            if lead and lead.converted_to and lead.converted_to.contact_id == erasure.here.id:
                yield lead.ref

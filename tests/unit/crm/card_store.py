"""The cards and the pipelines of the company in memory."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar, cast

from chalicelib.crm.model.cards import Card, Owner, Record
from chalicelib.crm.model.contacts import Contact, Identity
from chalicelib.crm.model.deals import Deal, StageMove
from chalicelib.crm.model.merging import answering
from chalicelib.crm.model.pipelines import Pipeline, Stage, StageKind
from chalicelib.crm.model.rearranging import Rearrangement
from chalicelib.crm.service.changes import Change, IdentityTakenError, Listing, Note
from portal.cards import CardRef
from portal.errors import ConflictError, StaleVersionError
from portal.events import Event
from portal.paging import Page, PageRequest

R = TypeVar("R", bound=Record)

OPEN = Stage("new", "Новая", StageKind.OPEN, 10)
OFFER = Stage("offer", "Предложение", StageKind.OPEN, 50)
WON = Stage("won", "Выиграна", StageKind.WON, 100)
LOST = Stage("lost", "Проиграна", StageKind.LOST, 0)
PIPELINE = Pipeline("sales-pipeline", "Продажи", (OPEN, OFFER, WON, LOST))
REPAIR = Stage("repair", "Ремонт", StageKind.OPEN, 50)
SERVICES = Pipeline(
    "service-pipeline", "Сервис", (REPAIR, replace(WON, id="w"), replace(LOST, id="l"))
)


@dataclass
class CompanyStore:
    """Every port of the cards' use cases, on dictionaries."""

    stored: dict[CardRef, Record] = field(default_factory=dict)
    changes: list[Change[Any]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    known: dict[str, datetime] = field(default_factory=dict)
    lines: list[Pipeline] = field(default_factory=lambda: [PIPELINE, SERVICES])
    works: dict[str, Rearrangement] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)
    saves_until_crash: int | None = None

    def card(self, ref: CardRef) -> Card | None:
        return self.cards([ref]).get(ref)

    def cards(self, refs: Iterable[CardRef]) -> dict[CardRef, Card]:
        return answering(self._cards(refs), self._cards)

    def _cards(self, refs: Iterable[CardRef]) -> dict[CardRef, Card]:
        return {ref: self.stored[ref].to_card() for ref in refs if ref in self.stored}

    def contact_by_identity(self, kind: str, value: str) -> str | None:
        holders = self._holders(Identity(kind, value))
        return holders[0].id if holders else None

    def open_deals_of_contact(self, contact_id: str, limit: int) -> list[Card]:
        raise NotImplementedError

    def record(self, kind: type[R], card_id: str) -> R | None:
        record = self.stored.get(CardRef(kind.kind, card_id))
        assert record is None or isinstance(record, kind)
        return record

    def records(self, kind: type[R], listing: Listing, request: PageRequest) -> Page[R]:
        ids = sorted(
            (r.id for r in self.stored.values() if r.kind is kind.kind and _fits(r, listing)),
            reverse=True,
        )
        start = sum(i >= request.cursor for i in ids) if request.cursor else 0
        shown = ids[start : start + request.limit]
        found = [r for i in shown if (r := self.record(kind, i))]
        return Page(found, shown[-1] if start + request.limit < len(ids) else None)

    def save(self, change: Change[R]) -> R:
        return cast("R", self.save_together([change])[0])

    def save_together(
        self, changes: Sequence[Change[Any]], notes: Iterable[Note] = ()
    ) -> list[Record]:
        kept = dict(self.stored), list(self.changes)
        try:
            saved = [self._save(change) for change in changes]
            for record in saved:
                self._require_free_identities(record)
        except ConflictError:
            self.stored, self.changes = kept
            raise
        self.notes += notes
        return saved

    def _save(self, change: Change[Any]) -> Record:
        if self.saves_until_crash == 0:
            raise TimeoutError
        if self.saves_until_crash:
            self.saves_until_crash -= 1
        before = self.stored.get(change.after.ref)
        if (before.version if before else None) != change.after.version:
            raise StaleVersionError
        stored: Record = replace(change.after, version=(change.after.version or 0) + 1)
        self.stored[stored.ref] = stored
        self.changes.append(change)
        return stored

    def moves(self, deal_id: str, request: PageRequest) -> Page[StageMove]:
        moves = [c.move for c in self.changes if c.move and c.move.deal_id == deal_id]
        return Page(moves[::-1])

    def pipelines(self) -> list[Pipeline]:
        return self.lines

    def save_pipeline(
        self,
        pipeline: Pipeline,
        closed: Iterable[str] = (),
        begun: Iterable[tuple[Rearrangement, Event]] = (),
    ) -> Pipeline:
        stored = replace(pipeline, version=(pipeline.version or 0) + 1)
        self.lines = [line for line in self.lines if line.id != stored.id] + [stored]
        self.closed.update(closed)
        self.works |= {work.id: work for work, _ in begun}
        return stored

    def remove_pipeline(
        self, pipeline: Pipeline, begun: Iterable[tuple[Rearrangement, Event]]
    ) -> None:
        self.lines = [line for line in self.lines if line.id != pipeline.id]
        self.closed.update(stage.id for stage in pipeline.stages)
        self.works |= {work.id: work for work, _ in begun}

    def rearrangement(self, work_id: str) -> Rearrangement | None:
        return self.works.get(work_id)

    def save_rearrangement(self, work: Rearrangement, event: Event) -> None:
        self.works[work.id] = work

    def end_rearrangement(self, work: Rearrangement) -> None:
        del self.works[work.id]

    def note_employee(self, employee: Owner, as_of: datetime) -> bool:
        if self.known.get(employee.id, as_of) > as_of:
            return False
        self.known[employee.id] = as_of
        return True

    def _holders(self, identity: Identity) -> list[Contact]:
        contacts = (r for r in self.stored.values() if isinstance(r, Contact))
        return [contact for contact in contacts if identity in contact.identities]

    def _require_free_identities(self, record: Record) -> None:
        for identity in record.identities if isinstance(record, Contact) else ():
            if any(holder.id != record.id for holder in self._holders(identity)):
                raise IdentityTakenError(identity)


def _fits(record: Record, listing: Listing) -> bool:
    seen = not listing.grants.isdisjoint(record.audience)
    place = f"{record.pipeline_id}#{record.stage_id}#" if isinstance(record, Deal) else ""
    here = place.startswith(listing.place)
    return seen and here and listing.owner_id in {None, record.owner.id}

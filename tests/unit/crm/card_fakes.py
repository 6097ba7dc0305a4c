"""The company in memory: its cards, its pipelines, its people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from typing import Any, TypeVar, cast

from tests.unit.crm.clock_fakes import Clock
from tests.unit.crm.field_fakes import FieldShelf

from chalicelib.crm.model.cards import Card, Owner, Record
from chalicelib.crm.model.contacts import Contact, Identity
from chalicelib.crm.model.deals import StageMove
from chalicelib.crm.model.pipelines import Pipeline, Stage, StageKind
from chalicelib.crm.service.access import Access
from chalicelib.crm.service.cards import Caller, CardBook
from chalicelib.crm.service.changes import Change, IdentityTakenError, Listing, Note
from chalicelib.crm.service.converting import Converting
from chalicelib.crm.service.deals import Deals
from chalicelib.crm.service.fields import Fields, OwnValues
from chalicelib.crm.service.following import Following
from chalicelib.crm.service.pipelines import Pipelines
from chalicelib.crm.service.references import References
from chalicelib.crm.service.team import Team
from portal.cards import CardRef
from portal.errors import ConflictError, StaleVersionError
from portal.ids import new_id
from portal.paging import Page, PageRequest
from portal.principals import Principal, Role

R = TypeVar("R", bound=Record)

SALES, SERVICE = "sales", "service"

SELLER = Principal("seller", "Иван Продавцов", frozenset({Role.EMPLOYEE}), frozenset({SALES}))
OTHER = Principal("other", "Пётр Соседов", frozenset({Role.EMPLOYEE}), frozenset({SERVICE}))
HEAD = Principal(
    "head", "Анна Главная", frozenset({Role.HEAD}), frozenset({SALES}), frozenset({SALES})
)
OTHER_HEAD = replace(HEAD, id="other-head", headed_ids=frozenset({SERVICE}))
OWNER = Principal("owner", "Ольга Хозяйкина", frozenset({Role.OWNER}))

OPEN = Stage("new", "Новая", StageKind.OPEN, 10)
OFFER = Stage("offer", "Предложение", StageKind.OPEN, 50)
WON = Stage("won", "Выиграна", StageKind.WON, 100)
LOST = Stage("lost", "Проиграна", StageKind.LOST, 0)
PIPELINE = Pipeline("sales-pipeline", "Продажи", (OPEN, OFFER, WON, LOST))
REPAIR = Stage("repair", "Ремонт", StageKind.OPEN, 50)
SERVICES = Pipeline(
    "service-pipeline", "Сервис", (REPAIR, replace(WON, id="w"), replace(LOST, id="l"))
)


def client_of(contact_id: str) -> Principal:
    """The client account of a contact."""
    return Principal("client", "Клиент", frozenset({Role.CLIENT}), contact_id=contact_id)


def asking(principal: Principal) -> Caller:
    """The principal with a token."""
    return Caller(principal, "Bearer token")


@dataclass
class CompanyStore:
    """Every port of the cards' use cases, on dictionaries."""

    stored: dict[CardRef, Record] = field(default_factory=dict)
    changes: list[Change[Any]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    known: dict[str, datetime] = field(default_factory=dict)
    lines: list[Pipeline] = field(default_factory=lambda: [PIPELINE, SERVICES])
    saves_until_crash: int | None = None

    def card(self, ref: CardRef) -> Card | None:
        record = self.stored.get(ref)
        return record.to_card() if record else None

    def cards(self, refs: Iterable[CardRef]) -> dict[CardRef, Card]:
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
        start = sum(one >= request.cursor for one in ids) if request.cursor else 0
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
        self._require_free_identities(change.after)
        stored: Record = replace(change.after, version=(change.after.version or 0) + 1)
        self.stored[stored.ref] = stored
        self.changes.append(change)
        return stored

    def moves(self, deal_id: str, request: PageRequest) -> Page[StageMove]:
        moves = [c.move for c in self.changes if c.move and c.move.deal_id == deal_id]
        return Page(moves[::-1])

    def pipelines(self) -> list[Pipeline]:
        return self.lines

    def save_pipeline(self, pipeline: Pipeline) -> Pipeline:
        stored = replace(pipeline, version=(pipeline.version or 0) + 1)
        self.lines = [line for line in self.lines if line.id != stored.id] + [stored]
        return stored

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


@dataclass
class Directory:
    """People's API in memory."""

    people: tuple[Principal, ...] = (SELLER, OTHER, HEAD, OTHER_HEAD, OWNER)

    def principal(self, authorization: str, employee_id: str) -> Principal | None:
        assert authorization == "Bearer token"
        return next((p for p in self.people if p.id == employee_id), None)


class Company:
    """The use cases on one store."""

    def __init__(self) -> None:
        self.store, self.clock, numbers = CompanyStore(), Clock(), count(1)
        self.shelf = FieldShelf()

        def ids() -> str:
            return f"id-{next(numbers):04}"

        access, people = Access(self.store), Directory()
        self.access, self.pipelines = access, Pipelines(self.store, ids)
        self.fields = Fields(self.shelf, self.pipelines, new_id)
        own, references = OwnValues(self.fields, self.shelf, people), References(access)
        parts = Team(people), references, own
        self.book = CardBook(self.store, self.store, *parts, self.clock, ids)
        self.deals = Deals(self.book, self.pipelines, self.store)
        self.converting = Converting(self.book, self.deals)
        self.following = Following(self.store, self.store, self.clock, ids)


def _fits(record: Record, listing: Listing) -> bool:
    seen = not listing.grants.isdisjoint(record.audience)
    return seen and listing.owner_id in {None, record.owner.id}

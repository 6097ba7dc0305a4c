"""The companies and contacts that rows name and that an import makes beside their own cards, each once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Any

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.importing.jobs import Import
from chalicelib.crm.model.importing.numbering import ids_beside
from chalicelib.crm.model.importing.results import RowResult
from chalicelib.crm.service.cards import Caller, CardBook
from chalicelib.crm.service.importing.relations import company_key, contact_key
from chalicelib.crm.service.importing.rows import Draft
from portal.cards import CardKind, CardRef


@dataclass
class Beside:
    """Makes them, whichever of several rows asks first; `told_of` are those of which a row tells already."""

    once: set[CardRef] = field(default_factory=set)
    making: dict[CardRef, Lock] = field(default_factory=dict)
    told_of: set[CardRef] = field(default_factory=set)

    def make(
        self,
        book: CardBook,
        caller: Caller,
        kind: type[Any],
        ref: CardRef,
        values: Mapping[str, Any],
    ) -> None:
        """Makes the card of that id, which the book gives first, unless it is there."""
        with self.making.setdefault(ref, Lock()):
            if ref not in self.once and not book.store.record(kind, ref.id):
                book.add(caller, kind, {name: value for name, value in values.items() if value})
            self.once.add(ref)

    def told(self, results: Iterable[RowResult]) -> Iterator[RowResult]:
        """The results of rows in their order; of what was made beside them the first tells that names it."""
        for result in results:
            made = [ref for ref in dict.fromkeys(result.made) if ref not in self.told_of]
            self.told_of.update(made)
            yield replace(result, made=tuple(made))


def beside(job: Import, draft: Draft, record: Record) -> Iterator[CardRef]:
    """What was made beside a card by its row, as the card itself says: the worker that did so may have died since."""
    company = _ref(job, CardKind.COMPANY, company_key(draft.values))
    contact = _ref(job, CardKind.CONTACT, contact_key(draft.values))
    if record.card_company_id == company.id:
        yield company
    if contact.id in record.card_contact_ids:
        yield contact


def _ref(job: Import, kind: CardKind, key: str) -> CardRef:
    return CardRef(kind, ids_beside(job, str(kind), key).first)

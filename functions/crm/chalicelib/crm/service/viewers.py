"""Answers why somebody sees a card."""

from collections.abc import Iterable
from typing import Protocol

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.viewers import ClientViewer, Reason, Sight, Viewer, Why, viewer
from chalicelib.crm.service.access import Access
from chalicelib.crm.service.cards import Caller, CardBook
from portal.cards import CardKind, CardRef
from portal.principals import Principal
from portal.values import dataclass


class Directory(Protocol):
    """The company's people, asked on behalf of the caller."""

    def staff(self, authorization: str) -> Iterable[Principal]:
        """All employees who can sign in, with their rights as of now."""
        ...

    def departments(self, authorization: str) -> dict[str, str]:
        """The names of the departments by their ids."""
        ...


@dataclass(frozen=True)
class Viewers:
    """Who sees which card, at the moment of asking."""

    book: CardBook
    access: Access
    directory: Directory

    def of(self, caller: Caller, kind: type[Record], card_id: str) -> Sight:
        """Everybody who sees a card; its owner comes first, also where he cannot sign in any more.

        Raises:
            NotFoundError: there is no such card, or the caller may not see it.
        """
        record = self.book.find(caller.principal, kind, card_id)
        departments = self.directory.departments(caller.authorization)
        people = self.directory.staff(caller.authorization)
        found = [seen for each in people if (seen := viewer(each, record, departments))]
        if not any(each.id == record.owner.id for each in found):
            found.append(Viewer(record.owner.id, record.owner.name, (Reason(Why.OWNER),)))
        return Sight(tuple(sorted(found, key=_rank)), tuple(self._clients(caller, record)))

    def _clients(self, caller: Caller, record: Record) -> Iterable[ClientViewer]:
        refs = [CardRef(CardKind.CONTACT, contact_id) for contact_id in record.client_ids]
        names = (
            {c.ref: c.title for c in self.access.visible(caller.principal, refs)} if refs else {}
        )
        for ref in refs:
            yield ClientViewer(ref if ref in names else None, names.get(ref))


_ORDER = tuple(Why)


def _rank(seen: Viewer) -> tuple[int, str]:
    return min((_ORDER.index(reason.why) for reason in seen.reasons), default=9), seen.name

"""The journals of the cards: the same routes for each kind."""

from http import HTTPStatus

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.journal import Cause, CauseKind
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.schemas.cards import FOLDERS
from chalicelib.crm.schemas.history import (
    ChangesQuery,
    ChangeView,
    RestoredField,
    RestoredView,
    values_to_restore,
)
from chalicelib.crm.service.cards import Caller
from chalicelib.crm.service.crm import Crm
from portal.cards import CardRef
from portal.principals import Principal
from portal.routes import STAFF, Answer, Request, Routes
from portal.wire import PageView

routes = Routes("crm")


def _declare_changes(record: type[Record]) -> None:
    def changes(
        crm: Crm, caller: Principal, card_id: str, query: ChangesQuery
    ) -> PageView[ChangeView]:
        """What changed in the card's fields, the latest first."""
        page = crm.history.page(caller, CardRef(record.kind, card_id), query.page())
        return PageView.of(page.map(ChangeView.of))

    changes.__name__ = f"{record.kind}_changes"
    routes.get(f"/{FOLDERS[record.kind]}/{{card_id}}/changes", STAFF)(changes)


def _declare_restoring(record: type[Record]) -> None:
    def restore(
        crm: Crm,
        caller: Principal,
        card_id: str,
        change_id: str,
        body: RestoredField,
        request: Request,
    ) -> Answer[RestoredView]:
        """Bring back the value that a field had before a change, as a change of its own."""
        ref, begun = CardRef(record.kind, card_id), crm.book.clock()
        value = crm.history.former(caller, ref, change_id, body.field)
        changed = crm.book.change(
            Caller(caller, request.authorization or "", Cause(CauseKind.RESTORE, change_id)),
            record,
            card_id,
            values_to_restore(record.kind, body.field, value),
            request.if_match,
        )
        done = crm.history.made_since(ref, begun, change_id)
        view = RestoredView(version=changed.version or 0, change_id=done)
        return Answer(view, version=changed.version)

    restore.__name__ = f"restore_{record.kind}"
    path = f"/{FOLDERS[record.kind]}/{{card_id}}/changes/{{change_id}}/restore"
    routes.post(path, STAFF, HTTPStatus.OK)(restore)


for _record in (Contact, Company, Lead, Deal):
    _declare_changes(_record)
    _declare_restoring(_record)

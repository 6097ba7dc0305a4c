"""Two cards become one, and two again: the same routes for each kind."""

from http import HTTPStatus

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.schemas.cards import FOLDERS
from chalicelib.crm.schemas.merging import MergeBody, MergedView, UnmergedView
from chalicelib.crm.service.crm import Crm
from portal.principals import Principal
from portal.routes import STAFF, Answer, Request, Routes
from portal.wire import CardView

routes = Routes("crm")


def _declare_merging(record: type[Record]) -> None:
    def merge(
        crm: Crm, caller: Principal, card_id: str, body: MergeBody, request: Request
    ) -> Answer[MergedView]:
        """Let another card go into this one; it can be taken out again at any time."""
        stays = crm.merging.merge(caller, record, card_id, body.to_wish(), request.if_match)
        card, version = CardView(kind=stays.kind, id=stays.id), stays.version or 0
        return Answer(MergedView(card=card, version=version), version=version)

    merge.__name__ = f"merge_{record.kind}"
    routes.post(f"/{FOLDERS[record.kind]}/{{card_id}}/merge", STAFF, HTTPStatus.OK)(merge)


def _declare_unmerging(record: type[Record]) -> None:
    def unmerge(
        crm: Crm, caller: Principal, card_id: str, request: Request
    ) -> Answer[UnmergedView]:
        """Take this card out of the one that it went into, with what stood on it."""
        done = crm.unmerging.unmerge(caller, request.authorization or "", record, card_id)
        return Answer(UnmergedView.of(done), version=done.card.version)

    unmerge.__name__ = f"unmerge_{record.kind}"
    routes.post(f"/{FOLDERS[record.kind]}/{{card_id}}/unmerge", STAFF, HTTPStatus.OK)(unmerge)


for _record in (Contact, Company, Lead, Deal):
    _declare_merging(_record)
    _declare_unmerging(_record)

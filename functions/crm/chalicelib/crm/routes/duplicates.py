"""Cards that seem to be one: the same routes for each kind that is compared."""

from http import HTTPStatus

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.schemas.cards import FOLDERS
from chalicelib.crm.schemas.duplicates import AlikeList, ApartBody, NewCardBody
from chalicelib.crm.schemas.twins import GroupView, TwinCounts, TwinQuery
from chalicelib.crm.service.crm import Crm
from portal.principals import Principal
from portal.routes import STAFF, Routes
from portal.wire import PageView

routes = Routes("crm")
_SHOWN = 5


@routes.get("/duplicates", STAFF)
def all_duplicates(crm: Crm, caller: Principal, query: TwinQuery) -> PageView[GroupView]:
    """Cards of a kind that seem to be one, as far as the caller may see each of them, the surest first."""
    return PageView.of(crm.twins.page(caller, query.card_kind, query.page()).map(GroupView.of))


@routes.get("/duplicates/counts", STAFF)
def count_duplicates(crm: Crm, caller: Principal) -> TwinCounts:
    """How many pairs of such cards there are, up to a hundred of each kind."""
    return TwinCounts.of(crm.twins.counts(caller))


def _declare_duplicates(record: type[Record]) -> None:
    def duplicates(crm: Crm, caller: Principal, card_id: str) -> AlikeList:
        """Cards like this one that the caller may see, the surest first."""
        return AlikeList.of(crm.duplicates.of(caller, record, card_id))

    duplicates.__name__ = f"{record.kind}_duplicates"
    routes.get(f"/{FOLDERS[record.kind]}/{{card_id}}/duplicates", STAFF)(duplicates)


def _declare_like(record: type[Record]) -> None:
    def like(crm: Crm, caller: Principal, body: NewCardBody) -> AlikeList:
        """Cards like one that somebody is about to add, which the caller may see."""
        found = crm.duplicates.like(caller, body.to_record(record.kind))
        return AlikeList.of(found[:_SHOWN])

    like.__name__ = f"like_new_{record.kind}"
    routes.post(f"/{FOLDERS[record.kind]}/like", STAFF, HTTPStatus.OK)(like)


def _declare_apart(record: type[Record]) -> None:
    def apart(crm: Crm, caller: Principal, card_id: str, body: ApartBody) -> None:
        """Say that two cards are not one, or take that back."""
        crm.duplicates.tell_apart(caller, body.to_pair(record, card_id), apart=body.apart)

    apart.__name__ = f"tell_{record.kind}_apart"
    routes.post(f"/{FOLDERS[record.kind]}/{{card_id}}/apart", STAFF)(apart)


for _record in (Contact, Company, Lead):
    _declare_duplicates(_record)
    _declare_like(_record)
    _declare_apart(_record)

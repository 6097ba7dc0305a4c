"""Erasing what is kept of a person: an owner's right."""

from http import HTTPStatus

from chalicelib.crm.schemas.cards import FOLDERS
from chalicelib.crm.schemas.erasing import ErasureView, FullErasureView, NewErasure
from chalicelib.crm.service.crm import Crm
from portal.cards import CardKind, CardRef
from portal.principals import Principal, Role
from portal.routes import Answer, Routes, only
from portal.wire import PageQuery, PageView

routes = Routes("crm")


def _declare_erasing(kind: CardKind) -> None:
    def erase(
        crm: Crm, caller: Principal, card_id: str, body: NewErasure
    ) -> Answer[FullErasureView]:
        """Erase what is kept of the person everywhere; it goes on by itself, and cannot be taken back."""
        ref = CardRef(kind, card_id)
        begun = crm.erasing.begin(caller, ref, body.name, body.to_asked())
        view = FullErasureView.whole(begun, crm.book.clock())
        return Answer(view, f"/api/crm/erasures/{begun.id}")

    erase.__name__ = f"erase_{kind}"
    routes.post(f"/{FOLDERS[kind]}/{{card_id}}/erasure", only(Role.OWNER))(erase)


for _kind in (CardKind.CONTACT, CardKind.LEAD):
    _declare_erasing(_kind)


@routes.get("/erasures", only(Role.OWNER))
def erasures(crm: Crm, query: PageQuery) -> PageView[ErasureView]:
    """The erasures, the latest first."""
    return PageView.of(crm.erasing.page(query.page()).map(ErasureView.of))


@routes.get("/erasures/{erasure_id}", only(Role.OWNER))
def erasure(crm: Crm, erasure_id: str) -> FullErasureView:
    """How far an erasure has come: in which features it is done, and which are waited for."""
    return FullErasureView.whole(crm.erasing.find(erasure_id), crm.book.clock())


@routes.post("/erasures/{erasure_id}/retry", only(Role.OWNER), HTTPStatus.OK)
def retry_erasure(crm: Crm, erasure_id: str) -> FullErasureView:
    """Tell once more what was not answered."""
    return FullErasureView.whole(crm.erasing.retry(erasure_id), crm.book.clock())

"""The timelines of the cards and comments on them: the same two routes for each kind."""

from chalicelib.crm.model.timeline import EntryKind
from chalicelib.crm.schemas.cards import FOLDERS
from chalicelib.crm.schemas.timeline import EntryView, NewComment, TimelineQuery
from chalicelib.crm.service.crm import Crm
from portal.cards import CardKind, CardRef
from portal.principals import Principal
from portal.routes import SIGNED_IN, STAFF, Answer, Request, Routes
from portal.wire import PageView

routes = Routes("crm")


def _declare_timeline(folder: str, kind: CardKind) -> None:
    def timeline(
        crm: Crm, caller: Principal, card_id: str, query: TimelineQuery
    ) -> PageView[EntryView]:
        """What happened on the card, the newest first."""
        page = crm.timeline.page(caller, CardRef(kind, card_id), query.kind, query.page())
        return PageView.of(page.map(EntryView.of))

    timeline.__name__ = f"{kind}_timeline"
    routes.get(f"/{folder}/{{card_id}}/timeline", SIGNED_IN)(timeline)


def _declare_comments(folder: str, kind: CardKind) -> None:
    def comment(
        crm: Crm, caller: Principal, card_id: str, body: NewComment, request: Request
    ) -> Answer[EntryView]:
        """Comment on the card for colleagues; clients never read it."""
        ref, authorization = CardRef(kind, card_id), request.authorization or ""
        entry = crm.timeline.comment(caller, authorization, ref, body.text, body.mentions)
        location = f"/api/crm/{folder}/{card_id}/timeline?kind={EntryKind.COMMENT}"
        return Answer(EntryView.of(entry), location)

    comment.__name__ = f"comment_on_{kind}"
    routes.post(f"/{folder}/{{card_id}}/comments", STAFF)(comment)


for _kind, _folder in FOLDERS.items():
    _declare_timeline(_folder, _kind)
    _declare_comments(_folder, _kind)

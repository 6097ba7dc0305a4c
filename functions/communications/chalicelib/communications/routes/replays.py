"""Reading the letters of mailboxes again."""

from http import HTTPStatus

from chalicelib.communications.schemas.replays import NewReplay, ReplayList, ReplayView
from chalicelib.communications.service import Communications
from portal.principals import Actor, Principal, Role
from portal.routes import Routes, only

routes = Routes("communications")


@routes.get("/replays", only(Role.OWNER))
def replays(portal: Communications, caller: Principal) -> ReplayList:
    """How far the letters of each mailbox have been read again, the latest time."""
    found = portal.replays.all()
    return ReplayList.of(found, portal.replays.unread(caller, found))


@routes.post("/replays", only(Role.OWNER), HTTPStatus.ACCEPTED)
def begin_replay(portal: Communications, caller: Principal, body: NewReplay) -> ReplayView:
    """Have the letters of a mailbox read again since an instant."""
    return ReplayView.of(portal.replays.begin(body.mailbox_id, body.since, Actor.of(caller)), {})


@routes.delete("/replays/{mailbox_id}", only(Role.OWNER))
def stop_replay(portal: Communications, mailbox_id: str) -> None:
    """Read no further letters of a mailbox again; what was read stays read."""
    portal.replays.stop(mailbox_id)

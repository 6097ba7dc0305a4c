"""The state of the mailboxes."""

from chalicelib.communications import schemas
from chalicelib.communications.schemas.health import HealthList, HealthView
from chalicelib.communications.service import Communications
from portal.principals import Principal, Role
from portal.routes import Routes, only
from portal.wire import PageQuery, PageView

routes = Routes("communications")


@routes.get("/mailboxes/health", only(Role.OWNER))
def mailbox_health(portal: Communications) -> HealthList:
    """What came to each mailbox, what became of it, and where it is silent."""
    return HealthList(items=[HealthView.of(one) for one in portal.health.all()])


@routes.get("/failed", only(Role.OWNER))
def failed_letters(
    portal: Communications, caller: Principal, query: PageQuery
) -> PageView[schemas.CommunicationItem]:
    """The letters that could not be read, newest first."""
    page = portal.reading.many(caller, portal.health.failed(caller, query.page()))
    return PageView.of(page.map(schemas.CommunicationItem.of))

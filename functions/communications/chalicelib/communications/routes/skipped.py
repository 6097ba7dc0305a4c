"""Letters that the rules left out."""

from chalicelib.communications.schemas.skipped import SkippedView
from chalicelib.communications.service import Communications
from portal.principals import Role
from portal.routes import Routes, only
from portal.wire import PageQuery, PageView

routes = Routes("communications")


@routes.get("/skipped", only(Role.OWNER))
def skipped_letters(portal: Communications, query: PageQuery) -> PageView[SkippedView]:
    """The letters that rules left out and that are still kept, newest first; a page may be shorter than asked for."""
    return PageView.of(portal.restoring.page(query.page()).map(SkippedView.of))


@routes.post("/skipped/{skipped_id}/restore", only(Role.OWNER))
def restore_letter(portal: Communications, skipped_id: str) -> None:
    """Record a letter that a rule left out."""
    portal.restoring.restore(skipped_id)

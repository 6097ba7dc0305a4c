"""What stands under letters."""

from chalicelib.communications.schemas.signatures import NewSignature, SignaturesView
from chalicelib.communications.service import Communications
from portal.principals import Principal, Role
from portal.routes import STAFF, Routes, only

routes = Routes("communications")


@routes.get("/signatures", STAFF)
def signatures(portal: Communications, caller: Principal) -> SignaturesView:
    """The caller's own signature, the company's, and those of mailboxes."""
    return SignaturesView.of(portal.signing.of(caller))


@routes.put("/signatures", STAFF)
def sign(portal: Communications, caller: Principal, body: NewSignature) -> SignaturesView:
    """Write what stands under one's own letters."""
    return SignaturesView.of(portal.signing.sign(caller, body.html))


@routes.put("/signatures/company", only(Role.OWNER))
def sign_for_all(portal: Communications, caller: Principal, body: NewSignature) -> SignaturesView:
    """Write what stands under the letters of all who have no signature of their own."""
    return SignaturesView.of(portal.signing.sign_for_all(caller, body.html))


@routes.put("/signatures/mailboxes/{mailbox_id}", only(Role.OWNER))
def sign_mailbox(
    portal: Communications, caller: Principal, mailbox_id: str, body: NewSignature
) -> SignaturesView:
    """Write what stands under everything that is written from a mailbox."""
    return SignaturesView.of(portal.signing.sign_mailbox(caller, mailbox_id, body.html))

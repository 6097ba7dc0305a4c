"""What stands under letters."""

from chalicelib.communications.schemas.signatures import NewSignature, SignaturesView
from chalicelib.communications.service import Communications
from portal.principals import Principal, Role
from portal.routes import STAFF, Routes, only

routes = Routes("communications")


@routes.get("/signatures", STAFF)
def signatures(portal: Communications, caller: Principal) -> SignaturesView:
    """The caller's own signature, and the company's."""
    return SignaturesView.model_validate(portal.signing.of(caller))


@routes.put("/signatures", STAFF)
def sign(portal: Communications, caller: Principal, body: NewSignature) -> SignaturesView:
    """Write what stands under one's own letters."""
    return SignaturesView.model_validate(portal.signing.sign(caller, body.text))


@routes.put("/signatures/company", only(Role.OWNER))
def sign_for_all(portal: Communications, caller: Principal, body: NewSignature) -> SignaturesView:
    """Write what stands under the letters of all who have no signature of their own."""
    return SignaturesView.model_validate(portal.signing.sign_for_all(caller, body.text))

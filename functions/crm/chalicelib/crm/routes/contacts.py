"""Contacts."""

from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.schemas.contacts import ContactPatch, ContactView, NewContact
from chalicelib.crm.schemas.lists import ContactQuery
from chalicelib.crm.service.cards import Caller
from chalicelib.crm.service.crm import Crm
from portal.principals import Principal
from portal.routes import SIGNED_IN, STAFF, Answer, Request, Routes
from portal.wire import PageView

routes = Routes("crm")


@routes.get("/contacts", SIGNED_IN)
def contacts(crm: Crm, caller: Principal, query: ContactQuery) -> PageView[ContactView]:
    """The contacts that the caller may see, newest first or as sorted; a client's own card."""
    page = crm.book.page(caller, Contact, query.page(), query.to_selection(caller))
    return PageView.of(page.map(lambda contact: ContactView.of(contact, caller)))


@routes.post("/contacts", STAFF)
def add_contact(
    crm: Crm, caller: Principal, body: NewContact, request: Request
) -> Answer[ContactView]:
    """Add a contact."""
    contact = crm.book.add(Caller(caller, request.authorization or ""), Contact, body.to_values())
    view = ContactView.of(contact, caller)
    return Answer(view, f"/api/crm/contacts/{contact.id}", contact.version)


@routes.get("/contacts/{card_id}", SIGNED_IN)
def contact(crm: Crm, caller: Principal, card_id: str) -> Answer[ContactView]:
    """One contact."""
    found = crm.book.find(caller, Contact, card_id)
    return Answer(ContactView.of(found, caller), version=found.version)


@routes.patch("/contacts/{card_id}", STAFF)
def change_contact(
    crm: Crm, caller: Principal, card_id: str, body: ContactPatch, request: Request
) -> Answer[ContactView]:
    """Change a contact."""
    changed = crm.book.change(
        Caller(caller, request.authorization or ""),
        Contact,
        card_id,
        body.to_values(),
        request.if_match,
    )
    return Answer(ContactView.of(changed, caller), version=changed.version)

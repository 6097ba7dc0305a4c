"""Mailboxes."""

from chalicelib.communications.schemas.mailboxes import (
    DropAddressView,
    MailboxChange,
    MailboxList,
    MailboxView,
    NewMailbox,
)
from chalicelib.communications.service import Communications
from portal.principals import Principal, Role
from portal.routes import STAFF, Routes, only

routes = Routes("communications")


@routes.get("/mailboxes", STAFF)
def mailboxes(portal: Communications, caller: Principal) -> MailboxList:
    """The mailboxes that the caller may know of, by address."""
    return MailboxList(items=[MailboxView.of(one, caller) for one in portal.mailboxes.all(caller)])


@routes.post("/mailboxes", only(Role.OWNER))
def add_mailbox(portal: Communications, caller: Principal, body: NewMailbox) -> MailboxView:
    """Add a mailbox, shared or of one person."""
    return MailboxView.of(portal.mailboxes.add(body.to_mailbox()), caller)


@routes.get("/drop-address", STAFF)
def own_drop_address(portal: Communications, caller: Principal) -> DropAddressView:
    """The address to which the caller sends copies of what he writes elsewhere."""
    return DropAddressView(address=portal.colleagues.drop_address(caller))


@routes.patch("/mailboxes/{mailbox_id}", only(Role.OWNER))
def change_mailbox(
    portal: Communications, caller: Principal, mailbox_id: str, body: MailboxChange
) -> MailboxView:
    """Change whose a mailbox is, what others see of its letters, or close it."""
    return MailboxView.of(portal.mailboxes.change(mailbox_id, body.changes()), caller)

"""Mailboxes in the table."""

from dataclasses import replace

from pydantic import TypeAdapter

from chalicelib.communications.model import Mailbox
from chalicelib.communications.store.table import MailboxItem
from portal.dynamo import Writes
from portal.errors import ConflictError, StaleVersionError

_PARTITION = "mailboxes"
_MAILBOX = TypeAdapter(Mailbox)


def every() -> list[Mailbox]:
    """All mailboxes."""
    return [_to_mailbox(item) for item in MailboxItem.query(_PARTITION, consistent_read=True)]


def add(mailbox: Mailbox) -> None:
    """Stores a mailbox under its address, when that is free."""
    taken = ConflictError("This address is a mailbox already.")
    Writes().put(_to_item(mailbox), MailboxItem.pk.does_not_exist(), taken).commit()


def save(mailbox: Mailbox) -> Mailbox:
    """The mailbox as stored."""
    item = _to_item(mailbox)
    Writes().put(item, otherwise=StaleVersionError()).commit()
    return _to_mailbox(item)


def _to_item(mailbox: Mailbox) -> MailboxItem:
    text = _MAILBOX.dump_json(mailbox, exclude={"version"}).decode()
    item = MailboxItem(_PARTITION, mailbox.address, mailbox=text)
    if mailbox.version is not None:
        item.version = mailbox.version
    return item


def _to_mailbox(item: MailboxItem) -> Mailbox:
    if item.mailbox is None:
        return Mailbox(item.id, item.sk, item.name, department_ids=(item.department_id,))
    return replace(_MAILBOX.validate_json(item.mailbox), version=int(item.version))

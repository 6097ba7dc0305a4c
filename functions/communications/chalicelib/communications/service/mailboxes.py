"""The company's mailboxes: added, changed and closed by its owners."""

from dataclasses import replace

from chalicelib.communications.model import DROP_PREFIX, PREFIX, Mailbox, MailboxKind
from chalicelib.communications.model.addresses import is_within
from chalicelib.communications.service.ports import Store
from portal.errors import InvalidError, NotFoundError
from portal.ids import Ids
from portal.principals import Principal
from portal.values import dataclass

_RESERVED = (PREFIX, DROP_PREFIX)


@dataclass(frozen=True)
class Mailboxes:
    """The addresses that the company reads."""

    store: Store
    mail_domain: str
    ids: Ids

    def all(self, caller: Principal) -> list[Mailbox]:
        """Every mailbox that the caller may know of, by address."""
        found = (box for box in self.store.mailboxes() if box.is_listed_for(caller))
        return sorted(found, key=lambda mailbox: mailbox.address)

    def add(self, mailbox: Mailbox) -> Mailbox:
        """A new mailbox, with an id of its own.

        Raises:
            InvalidError: mail to the address does not come here, the address is of another use, or nobody reads it.
            ConflictError: the address is a mailbox already.
        """
        local, _, host = mailbox.address.rpartition("@")
        if not is_within(host, self.mail_domain):
            raise InvalidError.at("/address", f"Take an address under {self.mail_domain}.")
        if prefix := next((one for one in _RESERVED if local.startswith(one)), None):
            raise InvalidError.at("/address", f"Addresses with {prefix} are made by the portal.")
        made = _tidy(replace(mailbox, id=self.ids()))
        self.store.add_mailbox(made)
        return made

    def change(self, mailbox_id: str, changes: dict[str, object]) -> Mailbox:
        """The mailbox with the fields changed; nothing else of it.

        Raises:
            NotFoundError: there is no such mailbox.
            InvalidError: nobody would read it.
            StaleVersionError: somebody else changed it at this moment.
        """
        before = next((box for box in self.store.mailboxes() if box.id == mailbox_id), None)
        if before is None:
            raise NotFoundError("There is no such mailbox.")
        after = _tidy(replace(before, **changes))  # type: ignore[arg-type]  # the schema names the fields
        return before if after == before else self.store.save_mailbox(after)


def _tidy(mailbox: Mailbox) -> Mailbox:
    """The mailbox with nothing left of the kind that it is not."""
    if mailbox.kind is MailboxKind.PERSONAL:
        if mailbox.person_id is None:
            raise InvalidError.at("/person_id", "Say whose mailbox it is.")
        return replace(mailbox, department_ids=(), person_ids=())
    if not (mailbox.department_ids or mailbox.person_ids):
        raise InvalidError.at("/department_ids", "Say which departments or people read it.")
    return replace(mailbox, person_id=None)

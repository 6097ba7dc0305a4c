"""What stands under letters."""

from collections.abc import Callable, Mapping
from typing import Protocol

from chalicelib.communications.model import Mailbox
from chalicelib.communications.model.signatures import COMPANY, PLACEHOLDERS, mailbox_owner
from chalicelib.communications.service.templates import require_known
from portal.errors import InvalidError, NotFoundError
from portal.principals import Principal
from portal.values import dataclass


class SignatureStore(Protocol):
    """The signatures in the table, as markup."""

    def signatures(self, *owners: str) -> dict[str, str]:
        """Those that the owners have."""
        ...

    def keep_signature(self, owner: str, html: str | None) -> None:
        """Stores one, or forgets it."""


class KnownMailboxes(Protocol):
    """The company's mailboxes."""

    def all(self, caller: Principal) -> list[Mailbox]:
        """Every mailbox that the caller may know of, by address."""
        ...


@dataclass(frozen=True)
class Signatures:
    """A person's own signature, the company's for those who have none, and those of mailboxes by their ids."""

    own: str | None
    company: str | None
    mailboxes: Mapping[str, str]


@dataclass(frozen=True)
class Signing:
    """Reading and writing signatures."""

    store: SignatureStore
    boxes: KnownMailboxes
    tidied: Callable[[str], str]

    def of(self, caller: Principal) -> Signatures:
        """What stands under the caller's letters."""
        ids = [box.id for box in self.boxes.all(caller)]
        found = self.store.signatures(caller.id, COMPANY, *map(mailbox_owner, ids))
        kept = {id_: found[mailbox_owner(id_)] for id_ in ids if mailbox_owner(id_) in found}
        return Signatures(found.get(caller.id), found.get(COMPANY), kept)

    def sign(self, caller: Principal, html: str | None) -> Signatures:
        """The caller's own signature changed; without one he has the company's.

        Raises:
            InvalidError: it says nothing, or something in double braces means nothing.
        """
        return self._keep(caller, caller.id, html)

    def sign_for_all(self, caller: Principal, html: str | None) -> Signatures:
        """The company's signature changed; raises as `sign`."""
        return self._keep(caller, COMPANY, html)

    def sign_mailbox(self, caller: Principal, mailbox_id: str, html: str | None) -> Signatures:
        """What stands under everything written from a mailbox; without one, each writer's own does.

        Raises:
            NotFoundError: there is no such mailbox.
            InvalidError: as in `sign`.
        """
        if mailbox_id not in {box.id for box in self.boxes.all(caller)}:
            raise NotFoundError("There is no such mailbox.")
        return self._keep(caller, mailbox_owner(mailbox_id), html)

    def _keep(self, caller: Principal, owner: str, html: str | None) -> Signatures:
        tidy = self.tidied(html) if html else None
        if html and not tidy:
            raise InvalidError.at("/html", "Write what the signature says.")
        require_known("/html", tidy or "", PLACEHOLDERS)
        self.store.keep_signature(owner, tidy)
        return self.of(caller)

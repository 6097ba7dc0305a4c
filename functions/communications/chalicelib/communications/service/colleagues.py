"""Knowing the company's own people: who writes a letter, and whose drop address it came to."""

from chalicelib.communications.model import Colleague, drop_address
from chalicelib.communications.service.ports import ReplyKey, Store
from portal.principals import Principal
from portal.values import dataclass


@dataclass(frozen=True)
class Colleagues:
    """Employees by id and by address."""

    store: Store
    key: ReplyKey
    mail_domain: str

    def follow(self, colleague: Colleague) -> None:
        """Takes over what people say of an employee, unless something newer is known."""
        before = self.store.colleague(colleague.id)
        if before is None or before.as_of < colleague.as_of:
            self.store.keep_colleague(colleague, before)

    def drop_address(self, caller: Principal) -> str:
        """The address to which the caller sends copies of what he writes elsewhere."""
        return drop_address(self.key(), caller.id, self.mail_domain)

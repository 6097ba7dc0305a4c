"""What stands under letters."""

from dataclasses import dataclass
from typing import Protocol

from chalicelib.communications.model.signatures import COMPANY, PLACEHOLDERS
from chalicelib.communications.service.templates import require_known
from portal.principals import Principal


class SignatureStore(Protocol):
    """The signatures in the table."""

    def signatures(self, *owners: str) -> dict[str, str]:
        """Those that the owners have."""
        ...

    def keep_signature(self, owner: str, text: str | None) -> None:
        """Stores one, or forgets it."""


@dataclass(frozen=True)
class Signatures:
    """A person's own signature, and the company's for those who have none."""

    own: str | None
    company: str | None


@dataclass(frozen=True)
class Signing:
    """Reading and writing signatures."""

    store: SignatureStore

    def of(self, caller: Principal) -> Signatures:
        """What stands under the caller's letters."""
        found = self.store.signatures(caller.id, COMPANY)
        return Signatures(found.get(caller.id), found.get(COMPANY))

    def sign(self, caller: Principal, text: str | None) -> Signatures:
        """The caller's own signature changed; without one he has the company's.

        Raises:
            InvalidError: something in double braces means nothing.
        """
        return self._keep(caller, caller.id, text)

    def sign_for_all(self, caller: Principal, text: str | None) -> Signatures:
        """The company's signature changed; raises as `sign`."""
        return self._keep(caller, COMPANY, text)

    def _keep(self, caller: Principal, owner: str, text: str | None) -> Signatures:
        require_known("/text", text or "", PLACEHOLDERS)
        self.store.keep_signature(owner, text)
        return self.of(caller)

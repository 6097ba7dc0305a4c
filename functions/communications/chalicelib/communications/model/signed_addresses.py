"""Addresses of our own that prove by themselves that we made them, and for whom.

An address is ``<purpose>+<id>.<signature>@<mail domain>``. Both parts are base 32 and compared without regard to
case, since mail servers may change it.
"""

import base64
import hashlib
import hmac

from portal.ids import is_id
from portal.values import dataclass

# 26 letters of base 32 are 130 bits; the local part is then 59 octets of the 64 that RFC 5321, 4.5.3.1.1 allows.
_SIGNATURE_LENGTH = 26


class BadTokenError(Exception):
    """An address that we did not make."""


@dataclass(frozen=True)
class SignedAddresses:
    """The addresses of one purpose; what is signed for one proves nothing for another."""

    purpose: str

    @property
    def prefix(self) -> str:
        """How all of them begin."""
        return f"{self.purpose}+"

    def address(self, key: bytes, identifier: str, domain: str) -> str:
        """The address with that id in it."""
        return f"{self.prefix}{identifier.lower()}.{self._signature(key, identifier)}@{domain}"

    def claims(self, address: str, domain: str) -> bool:
        """Whether an address says that it is one of these."""
        local, _, host = address.rpartition("@")
        return host == domain and local.casefold().startswith(self.prefix)

    def identifier(self, key: bytes, address: str) -> str:
        """The id in an address.

        Raises:
            BadTokenError: the address was altered, or signed by somebody else.
        """
        token = address.rpartition("@")[0].casefold().removeprefix(self.prefix)
        written, _, signature = token.partition(".")
        identifier = written.upper()
        if not is_id(identifier):
            raise BadTokenError
        expected = self._signature(key, identifier)
        if not hmac.compare_digest(expected.encode(), signature.encode()):
            raise BadTokenError
        return identifier

    def _signature(self, key: bytes, identifier: str) -> str:
        digest = hmac.digest(key, f"{self.purpose}:{identifier}".encode(), hashlib.sha256)
        return base64.b32encode(digest).decode().lower()[:_SIGNATURE_LENGTH]

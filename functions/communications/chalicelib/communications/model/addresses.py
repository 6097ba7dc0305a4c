"""Addresses of mail, and which of them are ours."""

import unicodedata
from collections.abc import Iterable

from chalicelib.communications.model.drop_addresses import is_drop_address
from chalicelib.communications.model.reply_tokens import is_reply_address
from portal.texts import normalise_email
from portal.values import dataclass

MAX_ADDRESS = 254


@dataclass(frozen=True)
class Address:
    """Someone who writes or is written to: `address` in the form in which addresses are compared."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        """The part after the at sign, or nothing."""
        return self.address.rpartition("@")[2]


@dataclass(frozen=True)
class Ours:
    """The company's own side of a letter: its mailboxes, its people, and the reply and drop addresses of its mail domain.

    Any other address under the domain is somebody's, perhaps a client's with an account here: who it is, is
    known to the contacts.
    """

    domain: str
    mailboxes: frozenset[str] = frozenset()
    colleagues: frozenset[str] = frozenset()

    def has(self, address: str) -> bool:
        """Whether an address is on our side."""
        return (
            address in self.mailboxes
            or address in self.colleagues
            or is_reply_address(address, self.domain)
            or is_drop_address(address, self.domain)
        )

    def counterparts(self, addresses: Iterable[str], limit: int) -> tuple[str, ...]:
        """The other side's addresses, each once, in the order given."""
        others = dict.fromkeys(a for a in addresses if "@" in a and not self.has(a))
        return tuple(others)[:limit]


def is_within(host: str, domain: str) -> bool:
    """Whether a host name is the domain or below it."""
    return host == domain or host.endswith(f".{domain}")


def comparable(address: str) -> str:
    """An address out of a letter, as it is compared; what is no proper address is kept as written, case-folded."""
    try:
        return normalise_email(address)
    except ValueError:
        return unicodedata.normalize("NFC", address.strip()).casefold()[:MAX_ADDRESS]

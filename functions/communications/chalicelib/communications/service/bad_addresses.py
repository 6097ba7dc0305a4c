"""Addresses that do not take letters: remembered until one comes from there, or a person says that they do."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from chalicelib.communications.model import Letter
from chalicelib.communications.model.bad_addresses import BadAddress


class BadAddressStore(Protocol):
    """The addresses in the table."""

    def bad_among(self, addresses: Iterable[str]) -> list[BadAddress]:
        """Those of the addresses that are known as bad."""
        ...

    def keep_bad(self, address: BadAddress) -> None:
        """Stores one, in place of what was known of it."""

    def forget_bad(self, address: str) -> None:
        """Removes one; what is not there is no error."""


@dataclass(frozen=True)
class BadAddresses:
    """Knowing which addresses are bad."""

    store: BadAddressStore

    def among(self, addresses: Iterable[str]) -> list[BadAddress]:
        """Those of the addresses that are known as bad, as they are named."""
        return self.store.bad_among(addresses)

    def refused(self, bad: Iterable[BadAddress]) -> None:
        """Letters to them came back for good."""
        for one in bad:
            self.store.keep_bad(one)

    def heard_from(self, letter: Letter) -> None:
        """Whoever writes can be written to; what only pretends to come from an address proves nothing."""
        if not letter.authenticated or letter.bounce:
            return
        for one in self.store.bad_among([letter.sender.address]):
            self.store.forget_bad(one.address)

    def said_to_be_fine(self, address: str) -> None:
        """A person says that the address takes letters."""
        self.store.forget_bad(address)

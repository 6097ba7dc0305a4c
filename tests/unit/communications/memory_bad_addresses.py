"""Addresses that do not take letters, in memory."""

from collections.abc import Iterable

from chalicelib.communications.model.bad_addresses import BadAddress


class MemoryBadAddresses:
    """A table of them."""

    def __init__(self) -> None:
        self.kept: dict[str, BadAddress] = {}

    def bad_among(self, addresses: Iterable[str]) -> list[BadAddress]:
        return [self.kept[one] for one in addresses if one in self.kept]

    def keep_bad(self, address: BadAddress) -> None:
        self.kept[address.address] = address

    def forget_bad(self, address: str) -> None:
        self.kept.pop(address, None)

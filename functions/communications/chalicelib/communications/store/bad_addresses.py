"""Addresses that do not take letters, in the table."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from chalicelib.communications.model.bad_addresses import BadAddress
from chalicelib.communications.store.table import BadAddressItem
from portal.clock import from_wire, to_wire
from portal.dynamo import read_many

_REMEMBERED = timedelta(days=400)
_MAX_ADDRESS_BYTES = 1000


class BadAddressTable:
    """Maps bad addresses to items and back; the table is the one that `CommunicationsStore` names."""

    def bad_among(self, addresses: Iterable[str]) -> list[BadAddress]:
        """Those of the addresses that are known as bad."""
        fitting = {
            one: _key(one) for one in addresses if 0 < len(one.encode()) <= _MAX_ADDRESS_BYTES
        }
        found = read_many(BadAddressItem, fitting.values())
        items = {address: found.get(key) for address, key in fitting.items()}
        return [
            BadAddress(address, from_wire(item.since), item.detail)
            for address, item in items.items()
            if item
        ]

    def keep_bad(self, address: BadAddress) -> None:
        """Stores one for a year and a little: mailboxes come back to life."""
        BadAddressItem(
            *_key(address.address),
            since=to_wire(address.since),
            detail=address.detail,
            expires_at=_end(address.since),
        ).save()

    def forget_bad(self, address: str) -> None:
        """Removes one."""
        BadAddressItem(*_key(address)).delete()


def _end(since: datetime) -> int:
    return int((since + _REMEMBERED).timestamp())


def _key(address: str) -> tuple[str, str]:
    return f"bad-address#{address}", "address"

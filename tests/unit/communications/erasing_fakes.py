"""What erasing asks of a bucket and of a table; integration scenes erase for real."""

from collections.abc import Sequence
from unittest.mock import Mock

from chalicelib.communications.service import BadAddresses, Erasing
from chalicelib.communications.service.ports import Store
from portal.clock import utc_now
from portal.ids import new_id


class Forgetful:
    """A bucket of which nothing is asked to be removed."""

    def forget(self, communication_id: str, raw_keys: Sequence[str]) -> None:
        raise NotImplementedError


def erasing_of(store: Store) -> Erasing:
    """Erasing that nobody asks for."""
    return Erasing(store, Mock(), Mock(), utc_now, new_id, BadAddresses(Mock()))

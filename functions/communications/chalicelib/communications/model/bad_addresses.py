"""Addresses at which letters of ours were refused for good."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from chalicelib.communications.model.deliveries import Fate, Undelivered


@dataclass(frozen=True)
class BadAddress:
    """An address, since when it is known not to take letters, and the mail server's words."""

    address: str
    since: datetime
    detail: str


def refused_for_good(known: Iterable[Undelivered]) -> list[BadAddress]:
    """Those addresses of a letter that take none."""
    return [
        BadAddress(one.address, one.at, one.detail) for one in known if one.fate is Fate.BOUNCED
    ]

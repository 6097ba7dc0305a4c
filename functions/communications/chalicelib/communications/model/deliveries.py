"""What became of a letter of ours at its recipients', where that is worth a word."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from portal.values import dataclass


class Fate(StrEnum):
    """What happened to it: refused for good, still being tried, or called unwanted by who got it."""

    BOUNCED = "bounced"
    DELAYED = "delayed"
    COMPLAINED = "complained"


@dataclass(frozen=True)
class Report:
    """What a mail server says of a letter to one address, in its own words."""

    address: str
    fate: Fate
    detail: str = ""


@dataclass(frozen=True)
class Undelivered:
    """A letter's fate at one address, and since when it is known."""

    address: str
    fate: Fate
    detail: str
    at: datetime


def with_reports(
    known: tuple[Undelivered, ...],
    reports: Iterable[Report],
    recipients: frozenset[str],
    at: datetime,
) -> tuple[Undelivered, ...]:
    """What is known with what is reported of its recipients: one fate an address, and the worse one stays."""
    found = {one.address: one for one in known}
    for report in reports:
        before = found.get(report.address)
        # A delay may end well or badly; what is refused or unwanted stays so, and is told once.
        if report.address not in recipients or (before and _settles(before.fate, report.fate)):
            continue
        found[report.address] = Undelivered(report.address, report.fate, report.detail, at)
    return tuple(found.values())


def _settles(before: Fate, after: Fate) -> bool:
    return before is not Fate.DELAYED or after is Fate.DELAYED

"""The table of costs at the end of a run."""

from typing import NamedTuple

import pytest

_PROPERTY = "cost"
_HEADER = ("request or event", "RRU", "WRU", "$ per million", "calls")


class Measurement(NamedTuple):
    """What one request or event consumed."""

    name: str
    calls: str
    read: float
    write: float
    dollars: float


def note(item: pytest.Item, measurement: Measurement) -> None:
    """Sends a measurement home with the test's report, from whichever process runs the test."""
    item.user_properties.append((_PROPERTY, list(measurement)))


def print_to(reporter: pytest.TerminalReporter) -> None:
    """Prints a line for every measurement of the run, dearest first."""
    rows = [
        Measurement(*value)
        for report in [*reporter.getreports("passed"), *reporter.getreports("failed")]
        for name, value in report.user_properties
        if name == _PROPERTY
    ]
    if not rows:
        return
    width = max(len(row.name) for row in rows)
    reporter.section("costs without Lambda and the gateway's own $3.50")
    reporter.write_line(_line(width, *_HEADER))
    for row in sorted(rows, key=lambda row: (-row.dollars, row.name)):
        numbers = f"{row.read:g}", f"{row.write:g}", f"{row.dollars:.2f}"
        reporter.write_line(_line(width, row.name, *numbers, row.calls))


def _line(width: int, name: str, read: str, write: str, dollars: str, calls: str) -> str:
    return f"{name:{width}} {read:>6} {write:>6} {dollars:>14}  {calls}"

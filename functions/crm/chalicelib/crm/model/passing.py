"""What of a card passes sooner than what else is asked of it: its last change, its next step, the answer it waits for.

Were these among the facets, each change of a card and each letter would be written on all its shelves. Each of them has
one shelf of its own, on which it is the key; beside the facets all of them stand there, and nowhere else.
"""

from collections.abc import Iterator, Mapping

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.pulse import Pulse
from portal.cards import CardKind
from portal.clock import to_wire

OF_PULSE = frozenset({"step", "answer"})
PASSING = OF_PULSE | {"updated"}
"""The names of what passes."""

NO_STEP = "!"
"""Where an instant would stand: an open deal has no next step."""

NO_LIMIT = "~"
"""Where an instant would stand: nothing says how soon to answer."""

PASSING_SHELVES = "passing#"
"""What the names of their shelves begin with."""


def passing_of(record: Record, pulse: Pulse | None = None) -> Mapping[str, str]:
    """What is absent is left out; work that is over waits for nothing."""
    return {"updated": to_wire(record.updated_at)} | (_waits(record, pulse) if pulse else {})


def passing_places(record: Record, pulse: Pulse | None = None) -> Iterator[tuple[str, str]]:
    """The shelves of what passes on which a card stands, each with its key."""
    for name, value in passing_of(record, pulse).items():
        yield passing_shelf(record.kind, name), value


def passing_shelf(kind: CardKind, name: str) -> str:
    """The shelf of the cards of a kind in the order of what passes."""
    return f"{PASSING_SHELVES}{kind}#{name}#"


def _waits(record: Record, pulse: Pulse) -> dict[str, str]:
    found: dict[str, str] = {}
    if record.open and pulse.step:
        found["step"] = to_wire(pulse.step.due_at)
    elif record.open and record.kind is CardKind.DEAL:
        found["step"] = NO_STEP
    if record.open and pulse.waiting:
        found["answer"] = to_wire(pulse.answer_by) if pulse.answer_by else NO_LIMIT
    return found

"""What rules did with a letter, on the wire."""

from chalicelib.communications.model import AssigneeKind
from portal.wire import CardView, Response


class RuleMarkView(Response):
    """A rule, called as it was when it touched the letter."""

    id: str
    name: str


class GivenToView(Response):
    """Who was given the letter."""

    kind: AssigneeKind
    id: str
    name: str


class HandlingView(Response):
    """Which rules touched a letter, and what they did besides filing it."""

    rules: list[RuleMarkView]
    assignee: GivenToView | None
    quiet: bool
    card: CardView | None

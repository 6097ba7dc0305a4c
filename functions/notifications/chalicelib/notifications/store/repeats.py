"""How a reminder comes again, as text and back."""

import json
from datetime import date, datetime

from chalicelib.notifications.model.repeats import Repeat


def to_text(repeat: Repeat | None) -> str:
    """The text that is stored; an empty one of a reminder that comes once."""
    if repeat is None:
        return ""
    until = repeat.until.isoformat() if repeat.until else None
    wall = repeat.wall.isoformat()
    return json.dumps([repeat.rule, repeat.zone, wall, repeat.left, until])


def from_text(text: str | None) -> Repeat | None:
    """The inverse of `to_text`."""
    if not text:
        return None
    rule, zone, wall, left, until = json.loads(text)
    last = date.fromisoformat(until) if until else None
    return Repeat(rule, zone, datetime.fromisoformat(wall), left, last)

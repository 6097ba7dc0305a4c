"""What a feature answers when it has erased what it kept of a person."""

from datetime import datetime
from typing import Any, ClassVar

from portal.events import Event
from portal.principals import OWNER_GRANT
from portal.values import dataclass


@dataclass(frozen=True)
class StepErased:
    """A step of an erasure is done in one feature: how many things that told of the person are gone.

    Each feature derives its own from this and names its `type`.
    """

    type: ClassVar[str]
    version: ClassVar[int] = 1

    erasure_id: str
    step: int
    erased: int

    def to_event(self, event_id: str, occurred_at: datetime) -> Event:
        """The event as it travels."""
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            audience=frozenset({OWNER_GRANT}),
            data=self.data(),
        )

    def data(self) -> dict[str, Any]:
        """What the event tells."""
        return {"erasure_id": self.erasure_id, "step": self.step, "erased": self.erased}

"""What crm announces of pipelines."""

from datetime import datetime

from chalicelib.crm.model.rearranging import Rearrangement
from portal.events import Event
from portal.principals import OWNER_GRANT
from portal.values import dataclass


@dataclass(frozen=True)
class DealsDisplaced:
    """A change of a pipeline has left deals behind that have to follow it; told once for each page of them."""

    type = "crm.deals_displaced"
    version = 1

    work: Rearrangement

    def to_event(self, event_id: str, occurred_at: datetime) -> Event:
        """The event as it travels."""
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            actor=self.work.actor,
            audience=frozenset({OWNER_GRANT}),
            data={
                "rearrangement_id": self.work.id,
                "pipeline_id": self.work.pipeline_id,
                "step": self.work.step,
                "done": self.work.done,
            },
        )

"""The event that every feature hears, and what hearing it may cost."""

from tests.support.budgets import Budget, Trigger
from tests.support.contracts import examples
from tests.support.triggers import queued

SESSION_ENDED = Trigger(
    "consume",
    lambda _: queued(*examples("people.session_ended.v1")),
    Budget({"UpdateItem": 1}, write=1),
)
"""What every feature does at the end of somebody's session."""

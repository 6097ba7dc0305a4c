"""What a step of an erasure may cost communications."""

from tests.support.budgets import Budget, Trigger
from tests.support.contracts import examples
from tests.support.triggers import queued

ERASED = Trigger(
    "consume",
    lambda _: queued(*examples("crm.personal_data_erased.v1")),
    Budget({"GetItem": 1, "PutItem": 1, "Query": 1}, read=2, write=1),
)

"""What the rounds of contracts may cost."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.integration.crm.rounds_access import contract
from tests.support.budgets import Budget, Trigger
from tests.support.scene import Scene

from chalicelib.crm.store import ScheduleStore
from portal.clock import utc_now

ROUTES = {
    "deal_rounds": Budget({"GetItem": 3}, read=2.5),
    "plan_rounds": Budget({"GetItem": 5, "TransactWriteItems": 1}, read=4.5, write=6),
    "change_rounds": Budget({"GetItem": 5, "TransactWriteItems": 1}, read=4.5, write=8),
    "opened_rounds": Budget({"GetItem": 2, "Query": 1}, read=2),
}


def due(scene: Scene) -> dict[str, Any]:
    """A minute in which the next round of a contract is to be opened."""
    store, today = ScheduleStore(), utc_now().date()
    deal_id = contract(scene).split("/")[3]
    schedule = store.schedule(deal_id)
    assert schedule
    now = utc_now() - timedelta(minutes=1)
    store.save(replace(schedule, anchor=today - timedelta(days=1)), now)
    return {}


TRIGGERS = {
    "tick with a round to open": Trigger(
        "tick",
        due,
        Budget({"GetItem": 5, "Query": 6, "TransactWriteItems": 2}, read=9, write=60),
    ),
}

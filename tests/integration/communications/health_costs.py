"""What looking after the mailboxes may cost."""

from datetime import timedelta
from typing import Any

import boto3
from tests.integration.communications import replaying, restoring
from tests.integration.communications.mailing import SALES_BOX, mailboxes
from tests.support.budgets import Budget, Trigger
from tests.support.contracts import examples
from tests.support.personas import P
from tests.support.scene import Scene
from tests.support.triggers import queued

from portal.clock import to_wire, utc_now
from portal.ids import derived_id

HEALTH = {
    **restoring.COSTS,
    **replaying.COSTS,
    # Each mailbox is one question more; the hours of the company are one.
    "mailbox_health": Budget({"GetItem": 2, "Query": 4}, read=4.5, by=P.OWNER),
    "failed_letters": Budget({"GetItem": 1, "Query": 1}, read=1.5, by=P.OWNER),
}


def silent(scene: Scene) -> dict[str, Any]:
    """The first minute of an hour, ten days after the last of some letters that came each hour."""
    mailboxes(scene)
    last = utc_now() - timedelta(days=10)
    for number in range(10):
        at = last - timedelta(hours=number)
        item: dict[str, str | int] = {
            "pk": f"arrivals#{SALES_BOX}",
            "sk": derived_id(at, str(number)),
            "at": to_wire(at),
            "outcome": "linked",
            "copies": 1,
        }
        boto3.resource("dynamodb").Table("communications").put_item(Item=item)
    return {"time": "2026-11-24T09:00:00Z"}


HOURS = Trigger(
    "consume",
    lambda _: queued(*examples("crm.working_hours_changed.v1")),
    Budget({"PutItem": 1}, write=1),
)
SILENCE = Trigger(
    "tick", silent, Budget({"GetItem": 2, "PutItem": 1, "Query": 4}, read=4.5, write=1)
)

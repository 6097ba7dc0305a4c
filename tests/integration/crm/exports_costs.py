"""What the routes and the work of exports may cost."""

from tests.integration.crm.exports_access import NEW
from tests.support.budgets import Budget, Trigger
from tests.support.bus import Bus
from tests.support.personas import P
from tests.support.scene import Scene
from tests.support.triggers import queued

_BEGUN = Budget({"GetItem": 3, "TransactWriteItems": 1}, read=2.5, write=10)

ROUTES = {
    **{f"export_{folder}": _BEGUN for folder in ("contacts", "companies", "leads", "deals")},
    **{
        f"give_{kind}_data": Budget(
            {"BatchGetItem": 1, "GetItem": 1, "TransactWriteItems": 1}, read=1, write=8, by=P.OWNER
        )
        for kind in ("contact", "lead")
    },
    "exports": Budget({"BatchGetItem": 1, "GetItem": 1, "Query": 1}, read=2),
    "export": Budget({"GetItem": 2}, read=1.5),
    "export_file": Budget({"GetItem": 3, "s3.HeadObject": 1}, read=2),
    "export_columns": Budget({"GetItem": 2}, read=1.5),
    "export_policy": Budget({"GetItem": 2}, read=1),
    "set_export_policy": Budget({"GetItem": 1, "PutItem": 1}, read=0.5, write=1, by=P.OWNER),
}


def to_do(scene: Scene) -> dict[str, object]:
    """A call to export the seller's deals."""
    assert scene.records
    export_id = scene.made("/crm/deals/exports", NEW)["id"]
    announced = Bus(scene.world).announced()
    return queued(next(e for e in announced if e.data.get("work", {}).get("id") == export_id))


TRIGGERS = {
    "bulk an export of one page": Trigger(
        "bulk",
        to_do,
        Budget(
            {
                "BatchGetItem": 1,
                "GetItem": 4,
                "PutItem": 2,
                "Query": 2,
                "s3.GetObject": 1,
                "s3.HeadObject": 1,
                "s3.PutObject": 2,
            },
            read=5,
            write=4,
        ),
    ),
}

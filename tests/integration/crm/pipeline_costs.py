"""What pipelines may cost, and the way of deals through them."""

from tests.support.budgets import Budget, Trigger
from tests.support.bus import Bus
from tests.support.personas import P
from tests.support.scene import Scene
from tests.support.triggers import queued

from portal.events import Event

ROUTES = {
    "remove_pipeline": Budget(
        {"GetItem": 1, "Query": 2, "TransactWriteItems": 1}, read=2, write=20, by=P.OWNER
    ),
    "tally": Budget({"GetItem": 1, "Query": 2}, read=2),
    "deal_pipeline": Budget({"GetItem": 2, "Query": 1}, read=2.5),
}


def displaced(scene: Scene) -> Event:
    """The stage in which the seller's deal stands was removed."""
    first, *rest = scene.records.pipeline["stages"]
    path, into = f"/crm/pipelines/{scene.records.pipeline['id']}", {first["id"]: rest[0]["id"]}
    scene.client(P.OWNER, "crm").patch(path, {"stages": rest, "into": into})
    return next(e for e in Bus(scene.world).announced() if e.type == "crm.deals_displaced")


TRIGGERS = {
    "crm.deals_displaced.v1": Trigger(
        "consume",
        lambda scene: queued(displaced(scene)),
        Budget(
            {"BatchGetItem": 1, "GetItem": 3, "PutItem": 1, "Query": 2, "TransactWriteItems": 1},
            read=5,
            write=52,
        ),
    ),
}

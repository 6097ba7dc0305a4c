"""What the routes and the work of imports may cost."""

from tests.integration.crm.imports import Importer
from tests.integration.crm.imports_access import begun
from tests.integration.crm.shop import Shop
from tests.support.budgets import Budget, Trigger
from tests.support.bus import Bus
from tests.support.contracts import examples
from tests.support.scene import Scene
from tests.support.triggers import queued

from portal.events import Event

ROUTES = {
    "imports": Budget({"GetItem": 1, "Query": 1}, read=1),
    "begin_import": Budget({"GetItem": 1, "TransactWriteItems": 1}, read=0.5, write=6),
    "import_": Budget({"GetItem": 2}, read=1.5),
    "import_columns": Budget({"GetItem": 4, "Query": 1, "s3.GetObject": 1}, read=4),
    "check_import": Budget(
        {"GetItem": 4, "PutItem": 2, "Query": 1, "neighbour.people": 1, "s3.GetObject": 1},
        read=4,
        write=5,
    ),
    "run_import": Budget({"GetItem": 2, "PutItem": 1}, read=1.5, write=1),
    "cancel_import": Budget({"GetItem": 2, "PutItem": 1}, read=1.5, write=1),
    "undo_import": Budget({"GetItem": 2, "PutItem": 1}, read=1.5, write=1),
    "import_rows": Budget({"GetItem": 2, "Query": 1}, read=2),
    "import_errors": Budget({"GetItem": 2, "s3.HeadObject": 1}, read=1.5),
}


def out_of_date(scene: Scene) -> dict[str, object]:
    """A call to work that has been done."""
    begun(scene)
    return queued(*examples("crm.work_queued.v1"))


def to_undo(scene: Scene) -> dict[str, object]:
    """A call to take back an import of one contact."""
    importer = Importer(Shop(scene.world, scene))
    import_id = importer.sent("contact", "Имя;Почта\nЗоя;zoya.undone@romashka.example\n")
    importer.checked(import_id)
    importer.run(import_id)
    importer.api.post(f"/crm/imports/{import_id}/undo", {})
    return queued(next(e for e in Bus(scene.world).announced() if _is_work(e, import_id)))


def _is_work(event: Event, import_id: str) -> bool:
    return event.type == "crm.work_queued" and event.data["work"]["id"] == import_id


TRIGGERS = {
    "bulk a piece that is out of date": Trigger(
        "bulk", out_of_date, Budget({"GetItem": 1}, read=1)
    ),
    "bulk the undoing of an import": Trigger(
        "bulk",
        to_undo,
        Budget(
            {"BatchWriteItem": 1, "GetItem": 3, "PutItem": 3, "Query": 4, "TransactWriteItems": 1},
            read=5.5,
            write=24,
        ),
    ),
    "crm.card_removed.v1": Trigger(
        "consume",
        lambda _: queued(*examples("crm.card_removed.v1")),
        Budget({"BatchGetItem": 1, "GetItem": 2, "Query": 1}, read=4),
    ),
}

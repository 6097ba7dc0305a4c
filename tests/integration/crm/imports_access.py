"""Who may call the routes of imports: each person has his own, an owner of the portal sees all."""

from collections.abc import Callable

import boto3
from tests.support.access import Call, Row, fixed
from tests.support.personas import STAFF, P
from tests.support.resources import TABLES_BUCKET
from tests.support.scene import Scene

NEW = {"kind": "contact", "file_name": "а.csv", "size": 100, "format": "csv"}
TABLE = "Имя;Почта\nАнна;anna@ladoga.example\n"
SENDERS = {P.SELLER, P.OWNER}


def on(rest: str = "", body: object = None) -> Callable[[Scene], Call]:
    """A request about a new import of the seller's, whose file has arrived."""
    return lambda scene: Call(f"/crm/imports/{begun(scene)}{rest}", body)


def begun(scene: Scene) -> str:
    """An import of the seller's with its file and the file of its errors."""
    assert scene.records
    import_id: str = scene.made("/crm/imports", NEW)["item"]["id"]
    for name in ("table", "errors-0"):
        key = f"imports/{import_id}/{name}"
        boto3.client("s3").put_object(Bucket=TABLES_BUCKET, Key=key, Body=TABLE.encode())
    return import_id


def in_state(state: str, verb: str) -> Callable[[Scene], Call]:
    """A request about an import that has come so far."""

    def request(scene: Scene) -> Call:
        import_id = begun(scene)
        boto3.resource("dynamodb").Table("crm").update_item(
            Key={"pk": f"import#{import_id}", "sk": "import"},
            UpdateExpression="SET job = :job",
            ExpressionAttributeValues={":job": _job(import_id, state)},
        )
        return Call(f"/crm/imports/{import_id}/{verb}", {})

    return request


def _job(import_id: str, state: str) -> str:
    key = {"pk": f"import#{import_id}", "sk": "import"}
    item = boto3.resource("dynamodb").Table("crm").get_item(Key=key)["Item"]
    return str(item["job"]).replace('"state": "new"', f'"state": "{state}"')


ROWS = {
    "imports": Row(fixed("/crm/imports"), STAFF),
    "begin_import": Row(fixed("/crm/imports", NEW), STAFF),
    "import_": Row(on(), SENDERS),
    "import_columns": Row(on("/columns"), SENDERS),
    "check_import": Row(on("/check", {"columns": ["name", "emails"]}), SENDERS),
    "run_import": Row(in_state("checked", "run"), SENDERS),
    "cancel_import": Row(in_state("running", "cancel"), SENDERS),
    "undo_import": Row(in_state("done", "undo"), SENDERS),
    "import_rows": Row(on("/rows"), SENDERS),
    "import_errors": Row(on("/errors"), SENDERS),
}

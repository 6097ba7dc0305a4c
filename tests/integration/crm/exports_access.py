"""Who may call the routes of exports: everybody his own, whose heads and owners learn of them."""

from collections.abc import Callable

import boto3
from tests.integration.crm.cards_made import FOLDERS
from tests.support.access import Call, Row, fixed
from tests.support.personas import STAFF, P
from tests.support.resources import TABLES_BUCKET
from tests.support.scene import Scene

from portal.cards import CardKind

NEW = {"format": "csv", "columns": ["id"]}
LEARNING = {P.SELLER, P.HEAD, P.OWNER}


def on(rest: str = "") -> Callable[[Scene], Call]:
    """A request about an export of the seller's that is done."""
    return lambda scene: Call(f"/crm/exports/{exported(scene)}{rest}")


def exported(scene: Scene) -> str:
    """An export of the seller's, whose file is there."""
    assert scene.records
    export_id: str = scene.made("/crm/leads/exports", NEW)["id"]
    key = {"pk": f"export#{export_id}", "sk": "export"}
    table = boto3.resource("dynamodb").Table("crm")
    job = str(table.get_item(Key=key)["Item"]["job"]).replace('"running"', '"done"')
    table.update_item(
        Key=key, UpdateExpression="SET job = :job", ExpressionAttributeValues={":job": job}
    )
    name = f"exports/{export_id}/table"
    boto3.client("s3").put_object(Bucket=TABLES_BUCKET, Key=name, Body=b"ID")
    return export_id


def listed(scene: Scene) -> Call:
    """A list in which the seller's export stands."""
    assert exported(scene)
    return Call("/crm/exports")


def wished(folder: str) -> Callable[[Scene], Call]:
    """A list that is to be exported."""

    def request(scene: Scene) -> Call:
        assert scene.records
        return Call(f"/crm/{folder}/exports", NEW)

    return request


def of_person(kind: CardKind) -> Callable[[Scene], Call]:
    """What is kept of the seller's contact, or of the person of his lead."""

    def request(scene: Scene) -> Call:
        return Call(f"/crm/{FOLDERS[kind]}/{scene.records.ids[kind]}/personal-data", {})

    return request


ROWS = {
    **{
        f"give_{kind}_data": Row(of_person(kind), {P.OWNER})
        for kind in (CardKind.CONTACT, CardKind.LEAD)
    },
    **{f"export_{f}": Row(wished(f), STAFF) for f in ("contacts", "companies", "leads", "deals")},
    "exports": Row(listed, STAFF),
    "export": Row(on(), LEARNING),
    "export_file": Row(on("/file"), {P.SELLER}),
    "export_columns": Row(fixed("/crm/export-columns?kind=deal"), STAFF),
    "export_policy": Row(fixed("/crm/export-policy"), STAFF),
    "set_export_policy": Row(
        fixed("/crm/export-policy", {"roles": ["head", "employee", "hr", "accountant"]}), {P.OWNER}
    ),
}

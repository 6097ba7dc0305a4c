"""A table on its way into the cards, as a person in the browser sends it."""

from collections.abc import Mapping
from typing import Any

import boto3
from tests.integration.crm.shop import Shop
from tests.support.personas import P, Persona
from tests.support.resources import TABLES_BUCKET
from tests.support.triggers import queued

from chalicelib.crm.events.importing import WorkQueued
from portal.clock import utc_now
from portal.ids import new_id
from portal.principals import Principal

Json = dict[str, Any]


class Importer:
    """One person's imports; the work is done when it is called for, as the queue would."""

    def __init__(self, shop: Shop, by: Persona = P.SELLER) -> None:
        self.shop, self.by = shop, by
        # The people that a table may name stand in the directory.
        self.person_id = shop.id_of(by)

    def sent(self, kind: str, text: str, **more: Any) -> str:
        """The id of an import whose file has arrived."""
        content = text.encode("cp1251")
        body = {
            "kind": kind,
            "file_name": "таблица.csv",
            "size": len(content),
            "format": "csv",
            **more,
        }
        reply = self.api.post("/crm/imports", body)
        assert reply.status == 201, reply.text
        import_id: str = reply.json["item"]["id"]
        key = reply.json["fields"]["key"]
        boto3.client("s3").put_object(Bucket=TABLES_BUCKET, Key=key, Body=content)
        return import_id

    def checked(self, import_id: str, **more: Any) -> Json:
        """The import after its dry run; by the mapping that was proposed unless another is given."""
        look = self.api.get(f"/crm/imports/{import_id}/columns").json
        reply = self.api.post(f"/crm/imports/{import_id}/check", {**look["mapping"], **more})
        assert reply.status == 202, reply.text
        return self.worked(import_id)

    def run(self, import_id: str) -> Json:
        """The import after its run."""
        return self.after("run", import_id)

    def after(self, verb: str, import_id: str) -> Json:
        """The import after what is done with it."""
        reply = self.api.post(f"/crm/imports/{import_id}/{verb}", {})
        assert reply.status < 300, reply.text
        return self.worked(import_id)

    def worked(self, import_id: str) -> Json:
        """The import when its work has come to an end."""
        for step in range(1, 20):
            self.work(import_id, step)
        return self.view(import_id)

    def work(self, import_id: str, step: int) -> None:
        """One call to work."""
        by = Principal(new_id(), "Иван", frozenset())
        event = WorkQueued("import", import_id, step).to_event(new_id(), utc_now(), by)
        answer = self.shop.scene.world.app("crm").invoke("bulk", queued(event))
        assert answer == {"batchItemFailures": []}

    def view(self, import_id: str) -> Json:
        """How far it has come."""
        return dict(self.api.get(f"/crm/imports/{import_id}").json)

    def rows(self, import_id: str, outcome: str = "") -> list[Json]:
        """What became of the rows."""
        query = f"?outcome={outcome}" if outcome else ""
        return list(self.api.get(f"/crm/imports/{import_id}/rows{query}").json["items"])

    def cards(self, folder: str) -> list[Mapping[str, Any]]:
        """The cards that the person sees, the newest first."""
        return list(self.api.get(f"/crm/{folder}?limit=100").json["items"])

    @property
    def api(self) -> Any:
        """Crm as that person."""
        return self.shop.as_(self.by)

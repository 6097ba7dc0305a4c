"""A list on its way into a file, as a person in the browser asks for it."""

import csv
from io import StringIO
from typing import Any
from urllib.parse import urlsplit

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


class Exporter:
    """Exports of the company's people; the work is done when it is called for, as the queue would."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        # Cells name people by the directory.
        assert shop.scene.directory

    def begun(self, who: Persona, folder: str, query: str = "", **shape: Any) -> Any:
        """The answer to a wish; all columns unless some are named."""
        api = self.shop.as_(who)
        body = {"format": "csv", "columns": self.columns(who, folder), **shape}
        return api.post(f"/crm/{folder}/exports{query}", body)

    def columns(self, who: Persona, folder: str) -> list[str]:
        """The names of all columns."""
        kind = {"companies": "company"}.get(folder, folder.removesuffix("s"))
        found = self.shop.as_(who).get(f"/crm/export-columns?kind={kind}").json["items"]
        return [each["name"] for each in found]

    def rows(self, who: Persona, folder: str, query: str = "", **shape: Any) -> list[Json]:
        """The rows of the finished table by their headings, Russian unless another language is asked for."""
        reply = self.begun(who, folder, query, **shape)
        assert reply.status == 201, reply.text
        export_id = reply.json["id"]
        self.work(export_id)
        text = self.content(who, export_id).decode("utf-8-sig")
        delimiter = "," if shape.get("language") == "en" else ";"
        return list(csv.DictReader(StringIO(text, newline=""), delimiter=delimiter))

    def work(self, export_id: str, step: int = 1) -> None:
        """One call to work."""
        by = Principal(new_id(), "Иван", frozenset())
        event = WorkQueued("export", export_id, step).to_event(new_id(), utc_now(), by)
        answer = self.shop.scene.world.app("crm").invoke("bulk", queued(event))
        assert answer == {"batchItemFailures": []}

    def content(self, who: Persona, export_id: str) -> bytes:
        """The file behind the address that the person is given."""
        reply = self.shop.as_(who).get(f"/crm/exports/{export_id}/file")
        assert reply.status == 200, reply.text
        key = urlsplit(reply.json["url"]).path.removeprefix("/")
        content = boto3.client("s3").get_object(Bucket=TABLES_BUCKET, Key=key)["Body"].read()
        assert isinstance(content, bytes)
        return content

    def view(self, who: Persona, export_id: str) -> Any:
        """How far it has come."""
        return self.shop.as_(who).get(f"/crm/exports/{export_id}")

    def listed(self, who: Persona, folder: str, query: str = "") -> list[str]:
        """The ids of the cards in the list itself, in its order."""
        ids: list[str] = []
        cursor: str | None = ""
        mark = "&" if "?" in query else "?"
        while cursor is not None:
            more = f"{mark}limit=2" + (f"&cursor={cursor}" if cursor else "")
            page = self.shop.as_(who).get(f"/crm/{folder}{query}{more}").json
            ids += [each["id"] for each in page["items"]]
            cursor = page["next"]
        return ids


__all__ = ["Exporter", "P"]

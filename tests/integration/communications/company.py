"""A company whose mail and cards hear of each other."""

import json

import boto3
from tests.integration.communications.conftest import Office as Mail
from tests.integration.crm.office import CLIENT_EMAIL, DEPARTMENT, Office
from tests.support.world import World
from tests.unit.communications.letters import letter, stamps

from portal.events import Event


class Company:
    """Crm with a client and his deal, and a mailbox of the seller's department."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.crm, self.mail = Office(world), Mail(world)
        box = {"address": "sales@demo.example", "name": "Продажи", "department_ids": [DEPARTMENT]}
        reply = self.mail.as_(self.crm.boss).post("/communications/mailboxes", box)
        assert reply.status == 201, reply.text

    def settle(self) -> None:
        """Delivers what each feature has announced to the other; all of it, so much of it again."""
        self.crm.hear(*events("communications"))
        told = [one for one in events("crm") if one.type.startswith("crm.communication_")]
        assert self.mail.hear(*told) == []

    def letter(self, key: str, content: bytes) -> None:
        """A letter comes, and finds its place."""
        assert self.mail.come(content, f"inbound/{key}") == []
        self.settle()


def events(feature: str) -> list[Event]:
    """The events that ride on a table's items."""
    rows = boto3.client("dynamodb").scan(TableName=feature)["Items"]
    return [Event.from_dict(json.loads(row["event"]["S"])) for row in rows if "event" in row]


def from_client(text: str, headers: str = "", recipient: str = "sales@demo.example") -> bytes:
    """A letter of the client's that his own domain vouches for."""
    top = stamps(recipient, domain="romashka.example")
    return letter(text, headers, top=top, sender=f"Anna <{CLIENT_EMAIL}>", message_id=f"<{text}@r>")

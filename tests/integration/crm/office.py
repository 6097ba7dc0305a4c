"""A seller with a client and deals, on crm's own API, and the stream by which letters reach it."""

from dataclasses import dataclass, field
from typing import Any

from tests.support.http import Client
from tests.support.world import World

from portal.events import Event
from portal.ids import new_id
from portal.principals import Principal, Role

CLIENT_EMAIL = "anna@romashka.example"
DEPARTMENT = new_id()


def principal(name: str, *roles: Role, **rights: Any) -> Principal:
    """A person who can sign in."""
    return Principal(new_id(), name, frozenset(roles), **rights)


@dataclass
class Office:
    """The company at the beginning of a day: one pipeline, one client with his company, one deal."""

    world: World
    boss: Principal = field(default_factory=lambda: principal("Ольга", Role.OWNER))
    seller: Principal = field(
        default_factory=lambda: principal(
            "Иван Продавцов", Role.EMPLOYEE, department_ids=frozenset({DEPARTMENT})
        )
    )

    def __post_init__(self) -> None:
        self.api = self.world.client("crm", self.seller)
        stages = [
            {"name": "Новая", "kind": "open", "probability": 10},
            {"name": "Выиграна", "kind": "won", "probability": 100},
            {"name": "Проиграна", "kind": "lost", "probability": 0},
        ]
        pipeline = {"name": "Продажи", "stages": stages}
        self.pipeline = _made(self.world.client("crm", self.boss), "pipelines", pipeline)
        self.firm = self.add("companies", name="ООО «Ромашка»")
        self.contact = self.add(
            "contacts", name="Анна Петрова", emails=[CLIENT_EMAIL], company_id=self.firm
        )
        self.deal = self.add_deal("Поставка труб")
        self.client = principal("Анна Петрова", Role.CLIENT, contact_id=self.contact)

    def add(self, folder: str, **values: Any) -> str:
        """The id of a new card."""
        card_id: str = _made(self.api, folder, values)["id"]
        return card_id

    def add_deal(self, title: str) -> str:
        """The id of a new deal of the client."""
        return self.add("deals", title=title, contact_ids=[self.contact])

    def hear(self, *events: Event) -> None:
        """Delivers events as the stream of the communications table does."""
        self.world.app("crm").invoke("link", {"Records": [_record(event) for event in events]})

    def consume(self, *events: Event) -> list[Any]:
        """Delivers events as the queue does, and says which failed."""
        records = [_message(event) for event in events]
        answer = self.world.app("crm").invoke("consume", {"Records": records})
        failures: list[Any] = answer["batchItemFailures"]
        return failures

    def timeline(
        self, folder: str, card_id: str, query: str = "", who: Principal | None = None
    ) -> Any:
        """The entries of one page."""
        client = self.world.client("crm", who or self.seller)
        reply = client.get(f"/crm/{folder}/{card_id}/timeline{query}")
        assert reply.status == 200, reply.text
        return reply.json["items"]

    def ids(self, folder: str, card_id: str, kind: str = "mail") -> list[str]:
        """What the entries of a kind tell of."""
        return [e["source"]["id"] for e in self.timeline(folder, card_id, f"?kind={kind}")]


def _made(api: Client, folder: str, values: dict[str, Any]) -> Any:
    reply = api.post(f"/crm/{folder}", values)
    assert reply.status == 201, reply.text
    return reply.json


def _record(event: Event) -> dict[str, Any]:
    image = {"event": {"S": event.to_json()}}
    return {"eventID": event.id, "eventName": "INSERT", "dynamodb": {"NewImage": image}}


def _message(event: Event) -> dict[str, Any]:
    body = f'{{"detail-type": "{event.detail_type}", "detail": {event.to_json()}}}'
    return {"messageId": event.id, "body": body, "eventSource": "aws:sqs", "attributes": {}}

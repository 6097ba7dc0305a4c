"""What a journey needs to find in the portal: made through its API, under names that no other journey has."""

import itertools
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.system.person import Person
from tests.system.portal import Portal, eventually

# From the time on, so that the names are new in a portal that has seen these journeys before.
_numbers = itertools.count(int(time.time()) % 10**8)
STAGES = (
    ("Заявка", "open"),
    ("Расчёт", "open"),
    ("Договор", "open"),
    ("Оплачено", "won"),
    ("Отказ", "lost"),
)


@dataclass(frozen=True)
class Sale:
    """A deal with its client."""

    id: str
    title: str
    contact_id: str
    address: str

    @property
    def card(self) -> dict[str, str]:
        """The reference by which the API knows it."""
        return {"kind": "deal", "id": self.id}

    @property
    def path(self) -> str:
        """Where it is in the client."""
        return f"/deals/{self.id}"


class Scene:
    """Makes what one journey needs; everything belongs to the seller."""

    def __init__(self, portal: Portal, seller: Person, owner: Person) -> None:
        self.portal = portal
        self.seller = seller
        self.owner = owner

    def name(self, words: str) -> str:
        """A name that nothing else bears."""
        return f"{words} № {next(_numbers)}"

    def contact(self, name: str | None = None) -> Any:
        """A client with an address of his own."""
        address = f"client{next(_numbers)}@journey.example"
        body = {"name": name or self.name("Мария Дальняя"), "emails": [address]}
        return self.seller.post("/crm/contacts", body)

    def sale(self, title: str | None = None, **more: object) -> Sale:
        """A deal in its first stage."""
        contact = self.contact()
        body = {"title": title or self.name("Конвейер"), "contact_ids": [contact["id"]], **more}
        made = self.seller.post("/crm/deals", body)
        return Sale(made["id"], made["title"], contact["id"], contact["emails"][0])

    def pipeline(self) -> Any:
        """A pipeline in which nobody else's deals are."""
        stages = [{"name": name, "kind": kind, "probability": 50} for name, kind in STAGES]
        for stage in stages:
            if stage["kind"] != "open":
                stage["probability"] = 100 if stage["kind"] == "won" else 0
        body = {"name": self.name("Воронка"), "stages": stages}
        return self.owner.post("/crm/pipelines", body)

    def letter(self, sale: Sale, subject: str, text: str, **headers: str) -> Any:
        """A letter of the deal's client that has come to its card."""
        self.portal.write(sale.address, subject, text, **headers)
        return eventually(lambda: self.seller.entry(sale.card, subject), seconds=30)

    def stray(self, subject: str, text: str = "Здравствуйте! Пришлите, пожалуйста, цены.") -> Any:
        """A letter of a stranger that waits in the inbox."""
        self.portal.write(f"stranger{next(_numbers)}@elsewhere.example", subject, text)
        return eventually(lambda: self.waiting(subject), seconds=30)

    def waiting(self, subject: str) -> Any:
        """The unlinked letter of that subject once it is known why it is unlinked, or None."""
        found = self.seller.letter(subject, "unlinked")
        return found if found and found["reason"] else None

    def upload_path(self, sale: Sale, note: str) -> str:
        """Where a partner sends the files that are asked for, as a path."""
        until = (datetime.now(UTC) + timedelta(days=7)).isoformat()
        body = {
            "card": sale.card,
            "note": note,
            "expires_at": until,
            "max_bytes": 1_000_000,
            "content_types": ["application/pdf"],
            "max_files": 3,
        }
        url: str = self.seller.post("/documents/upload-requests", body)["url"]
        return f"/upload/{url.rpartition('/')[2]}"

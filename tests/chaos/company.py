"""A small company and its clients, and what comes to it in a day: letters, files, reminders, deals that move."""

from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from random import Random
from typing import Any

import boto3
from tests.chaos.chain import Chain
from tests.chaos.client import Client
from tests.support.personas import SALES, P
from tests.support.records import STAGES
from tests.support.resources import FILES_BUCKET, MAIL_BUCKET
from tests.support.scene import Scene
from tests.support.triggers import messages, stored_letter
from tests.unit.communications.letters import letter, stamps

from portal.clock import to_wire

STAFF = (P.OWNER, P.HEAD, P.SELLER, P.STRANGER)
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
CLIENTS = 4
BUSY = CLIENTS - 1
"""The client who has two deals: which of them he writes about, nobody can tell."""


@dataclass
class Company:
    """What was done and sent, so that it can be looked for afterwards."""

    scene: Scene
    chain: Chain
    chance: Random
    standing: dict[str, frozenset[str]] = field(default_factory=dict)
    """The cards of each letter by its subject; none means that it waits for a person."""
    files: list[str] = field(default_factory=list)
    reminders: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.scene.company = {who: self.scene.company[who] for who in STAFF}
        assert self.scene.directory
        box = {"address": "sales@demo.example", "name": "Продажи", "department_ids": [SALES]}
        self.scene.made("/communications/mailboxes", box, P.OWNER)
        assert self.pipeline
        assert self.clients

    @cached_property
    def buckets(self) -> Any:
        """S3 as those who send see it."""
        return boto3.client("s3")

    @cached_property
    def pipeline(self) -> Any:
        """Where the deals go."""
        body = {"name": "Продажи", "stages": STAGES}
        return self.scene.made("/crm/pipelines", body, P.OWNER)

    @cached_property
    def clients(self) -> list[Client]:
        """Each with his company and deal, all the seller's, with a colleague who takes part."""
        return [self._client(number) for number in range(CLIENTS)]

    @cached_property
    def deals(self) -> dict[str, str]:
        """The stage of each deal."""
        return {}

    def letters(self, count: int) -> None:
        """Letters of all sorts come at once."""
        for number in range(count):
            sort = self.chance.choice((self._known, self._known, self._copied, self._waiting))
            sort(f"{number}-{self.chance.randrange(10**6)}")

    def file(self) -> None:
        """The seller puts a file on a deal."""
        name = f"Договор-{len(self.files)}.pdf"
        card = {"kind": "deal", "id": self._some_deal()}
        body = {
            "card": card,
            "file_name": name,
            "size": len(PDF),
            "content_type": "application/pdf",
        }
        fields = self.scene.made("/documents", body)["fields"]
        put = self.buckets.put_object(
            Bucket=FILES_BUCKET, Key=fields["key"], Body=PDF, ContentType="application/pdf"
        )
        came = {"key": fields["key"], "size": len(PDF), "version-id": put["VersionId"]}
        notice = messages({"detail-type": "Object Created", "detail": {"object": came}})
        self.chain.notice("documents", notice)
        self.files.append(name)

    def reminder(self) -> None:
        """The seller's reminder, due in a moment."""
        text = f"Перезвонить-{len(self.reminders)}"
        at = to_wire(self.chain.time() + timedelta(seconds=self.chance.randint(1, 20)))
        self.scene.made("/notifications/reminders", {"at": at, "text": text})
        self.reminders.append(text)

    def move(self) -> None:
        """The seller moves a deal."""
        deal = self._some_deal()
        stages = [stage["id"] for stage in self.pipeline["stages"]][:2]
        stage = next(each for each in stages if each != self.deals[deal])
        self.scene.made(f"/crm/deals/{deal}/stage", {"stage_id": stage})
        self.deals[deal] = stage

    def choose(self) -> None:
        """The seller puts what waits on a deal, a client's letter on one of his, but for a few letters."""
        path = "/communications?state=unlinked&limit=100"
        for item in self.scene.call(P.SELLER, "GET", path).json["items"]:
            if self.chance.random() < 0.7:
                subject = item["subject"]
                client = self.clients[BUSY if subject.startswith("busy") else 0]
                deal = self.chance.choice(client.deals)
                card = {"card": {"kind": "deal", "id": deal}}
                self.scene.made(f"/communications/{item['id']}/links", card)
                beside = {
                    card for card in client.beside if client.number == BUSY or "company" in card
                }
                self.standing[subject] = frozenset({f"deal:{deal}", *beside})

    def _some_deal(self) -> str:
        return self.chance.choice(list(self.deals))

    def _client(self, number: int) -> Client:
        team = {"participant_ids": [self.scene.id_of(P.STRANGER)]}
        company = self.scene.made("/crm/companies", {"name": f"ООО «{number}»"} | team)["id"]
        person = {"name": f"Клиент {number}", "emails": [f"client@c{number}.example"]}
        contact = self.scene.made("/crm/contacts", person | {"company_id": company} | team)["id"]
        people = {"contact_ids": [contact], "company_id": company}
        made = [
            self.scene.made("/crm/deals", {"title": f"Сделка {number}.{each}"} | people | team)[
                "id"
            ]
            for each in range(2 if number == BUSY else 1)
        ]
        self.deals.update(dict.fromkeys(made, self.pipeline["stages"][0]["id"]))
        beside = {f"contact:{contact}", f"company:{company}"}
        return Client(number, tuple(made), frozenset(beside))

    def _known(self, name: str) -> None:
        """Of a client with one deal, some of them answers to his former ones."""
        client = self.chance.choice(self.clients[:BUSY])
        former = [s for s in self.standing if s.startswith(f"c{client.number}-")]
        again = bool(former) and self.chance.random() < 0.3
        thread = f"In-Reply-To: <{self.chance.choice(former)}@x>\r\n" if again else ""
        self._send(f"c{client.number}-{name}", client.email, client.cards, thread)

    def _copied(self, name: str) -> None:
        """The same letter twice, as two mailboxes get it."""
        client = self.chance.choice(self.clients[:BUSY])
        for _ in range(2):
            self._send(f"c{client.number}-{name}", client.email, client.cards)

    def _waiting(self, name: str) -> None:
        """Of somebody nobody knows, of a client nobody vouches for, of one with two deals."""
        client = self.clients[0]
        sort = self.chance.choice(("stranger", "forged", "busy"))
        if sort == "busy":
            busy = self.clients[BUSY]
            self._send(f"busy-{name}", busy.email, busy.cards)
        else:
            sender = "who@stranger.example" if sort == "stranger" else client.email
            verdict = "fail" if sort == "forged" else "pass"
            self._send(f"{sort}-{name}", sender, frozenset(), verdict=verdict)

    def _send(
        self,
        subject: str,
        sender: str,
        cards: frozenset[str],
        headers: str = "",
        verdict: str = "pass",
    ) -> None:
        domain = sender.partition("@")[2]
        top = stamps(domain=domain, spf=verdict, dkim=verdict, dmarc=verdict)
        raw = letter(subject, headers, top=top, sender=sender, message_id=f"<{subject}@x>")
        raw = raw.replace(b"Subject: Zakaz", f"Subject: {subject}".encode())
        key = f"inbound/{subject}-{self.chance.random()}"
        self.buckets.put_object(Bucket=MAIL_BUCKET, Key=key, Body=raw)
        self.chain.notice("communications", stored_letter(key))
        self.standing[subject] = cards

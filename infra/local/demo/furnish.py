"""Furnishes an empty portal with the demo company: the first owner is invoked, all the rest is asked for."""

import smtplib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import formataddr
from functools import cached_property

from infra.local.demo import company
from infra.local.demo.client import Client

AddOwner = Callable[[str, str, str], None]
"""Makes the first owner of a name, an address and a password; the second time nothing happens."""


@dataclass
class Furnisher:
    """Remembers the ids of what it made by the names that the company gives them."""

    portal_url: str
    smtp_address: tuple[str, int]
    ids: dict[str, str] = field(default_factory=dict)

    def furnish(self, add_owner: AddOwner) -> None:
        """Makes the whole company.

        Raises:
            LocalError: the portal refused something.
        """
        add_owner(company.OWNER_NAME, _address(company.OWNER), company.PASSWORD)
        self._staff()
        self._pipelines()
        self._clients()
        self._deals()
        self._work()
        self._letters()

    @cached_property
    def _sellers(self) -> Mapping[str, Client]:
        return {login: self._as(login) for login in ("seller", "seller2")}

    @cached_property
    def _owner(self) -> Client:
        return self._as(company.OWNER)

    def _staff(self) -> None:
        for name in company.DEPARTMENTS:
            self._make(name, self._owner, "/people/departments", {"name": name})
        for person in company.EMPLOYEES:
            self._make(
                person.login,
                self._owner,
                "/people/employees",
                {
                    "name": person.name,
                    "email": _address(person.login),
                    "job_title": person.job_title,
                    "roles": list(person.roles),
                    "department_ids": [self.ids[person.department]] if person.department else [],
                    "password": company.PASSWORD,
                },
            )
        sales = self.ids[company.SALES]
        self._owner.patch(f"/people/departments/{sales}", {"head_id": self.ids[company.HEAD]})
        mailbox = {"address": company.MAILBOX, "name": company.SALES, "department_id": sales}
        self._make(company.MAILBOX, self._owner, "/communications/mailboxes", mailbox)

    def _pipelines(self) -> None:
        for name, stages in company.PIPELINES.items():
            body: dict[str, object] = {
                "name": name,
                "stages": [{"name": n, "kind": kind, "probability": p} for n, kind, p in stages],
            }
            made = self._owner.post("/crm/pipelines", body, f"demo-{name}")
            self.ids[name] = made["id"]
            for number, stage in enumerate(made["stages"]):
                self.ids[f"{name}/{number}"] = stage["id"]

    def _clients(self) -> None:
        for firm in company.COMPANIES:
            named = {"name": firm.name, "tax_id": firm.tax_id}
            self._make(firm.key, self._sellers[firm.seller], "/crm/companies", named)
        for person in company.CONTACTS:
            body = {
                "name": person.name,
                "emails": list(person.emails),
                "phones": [person.phone],
                "company_id": self.ids[person.company],
            }
            self._make(person.key, self._sellers[person.seller], "/crm/contacts", body)

    def _deals(self) -> None:
        for deal in company.DEALS:
            body = {
                "title": deal.title,
                "pipeline_id": self.ids[deal.pipeline],
                "company_id": self.ids[deal.company],
                "contact_ids": [self.ids[contact] for contact in deal.contacts],
                "amount": {"amount": deal.amount, "currency": "RUB"},
            }
            self._make(deal.key, self._sellers[deal.seller], "/crm/deals", body)
            self._advance(deal)
        client = company.DEALS[0]
        account = {
            "name": next(c.name for c in company.CONTACTS if c.key == client.contacts[0]),
            "email": _address(company.CLIENT),
            "contact_id": self.ids[client.contacts[0]],
            "password": company.PASSWORD,
        }
        self._make(company.CLIENT, self._owner, "/people/clients", account)

    def _advance(self, deal: company.Deal) -> None:
        seller = self._sellers[deal.seller]
        path = f"/crm/deals/{self.ids[deal.key]}"
        for number in range(1, deal.stage + 1):
            stage_id = self.ids[f"{deal.pipeline}/{number}"]
            seller.post(f"{path}/stage", {"stage_id": stage_id}, f"demo-{deal.key}-{number}")

    def _work(self) -> None:
        seller = self._sellers["seller"]
        press = {"kind": "deal", "id": self.ids["press"]}
        comment = {
            "text": "Клиент ждёт подтверждения срока до пятницы, склад обещал ответить завтра."
        }
        self._make("comment", seller, f"/crm/deals/{press['id']}/comments", comment)
        reminder = {
            "at": _morning(days_ahead=1),
            "text": "Позвонить Петру Ладогину о сроке поставки",
            "about": press,
        }
        self._make("reminder", seller, "/notifications/reminders", reminder)
        request = {
            "card": press,
            "note": "Пришлите, пожалуйста, план цеха с местом под машину",
            "expires_at": _morning(days_ahead=14),
            "max_bytes": 20_000_000,
            "content_types": ["application/pdf", "image/png", "image/jpeg"],
            "max_files": 3,
        }
        self._make("request", seller, "/documents/upload-requests", request)

    def _letters(self) -> None:
        with smtplib.SMTP(*self.smtp_address, timeout=30) as server:
            for number, letter in enumerate(company.LETTERS):
                server.send_message(_message(number, letter))

    def _as(self, login: str) -> Client:
        return Client(self.portal_url, _address(login), company.PASSWORD)

    def _make(self, key: str, client: Client, path: str, body: Mapping[str, object]) -> None:
        self.ids[key] = client.post(path, body, f"demo-{key}")["id"]


def _address(login: str) -> str:
    return f"{login}@{company.DOMAIN}"


def _morning(days_ahead: int) -> str:
    """Ten o'clock in Moscow on a later day: the same text all day, as a repeated request must be."""
    today = datetime.now(UTC).replace(hour=7, minute=0, second=0, microsecond=0)
    return (today + timedelta(days=days_ahead)).isoformat().replace("+00:00", "Z")


def _message(number: int, letter: company.Letter) -> EmailMessage:
    message = EmailMessage()
    message["From"] = formataddr((letter.name, letter.sender))
    message["To"] = company.MAILBOX
    message["Subject"] = letter.subject
    # The same letter twice is one letter to the portal, so that furnishing anew doubles nothing.
    message["Message-ID"] = f"<demo-{number}@{letter.sender.partition('@')[2]}>"
    message.set_content(letter.text)
    return message

"""The seller's records in crm: a client with his company, a lead, and a deal that a colleague takes part in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from portal.cards import CardKind
from portal.events import Event
from portal.ids import new_id
from tests.support.personas import P, Persona

STAGES = (
    {"name": "Новая", "kind": "open", "probability": 10},
    {"name": "В работе", "kind": "open", "probability": 50},
    {"name": "Выиграна", "kind": "won", "probability": 100},
    {"name": "Проиграна", "kind": "lost", "probability": 0},
)


class Maker(Protocol):
    """Whoever can make records: the scene."""

    def made(self, path: str, body: Any, by: Persona = P.SELLER) -> Any:
        """What a persona makes with a POST."""

    def id_of(self, persona: Persona) -> str:
        """A persona's id."""
        ...


@dataclass(frozen=True)
class Records:
    """Ids of the records, all the seller's; `stranger_id` is a contact that is on no deal of his."""

    pipeline: Mapping[str, Any]
    ids: Mapping[CardKind, str]
    email: str
    stranger_id: str

    def ref(self, kind: CardKind) -> dict[str, str]:
        """A reference as requests have it."""
        return {"kind": str(kind), "id": self.ids[kind]}

    @property
    def stage_ids(self) -> list[str]:
        """The stages of the pipeline, in order."""
        return [stage["id"] for stage in self.pipeline["stages"]]

    def fit(self, event: Event) -> Event:
        """The event, about these records instead of those it names."""
        return Event.from_dict(self._fit(event.to_dict()))

    def _fit(self, value: Any) -> Any:
        if isinstance(value, dict):
            fitted = {name: self._fit(part) for name, part in value.items()}
            known = fitted.get("kind") in set(CardKind) and "id" in fitted
            return fitted | ({"id": self.ids[fitted["kind"]]} if known else {})
        return [self._fit(part) for part in value] if isinstance(value, list) else value


def make(maker: Maker) -> Records:
    """The records, made through the API by the seller himself."""
    pipeline = maker.made("/crm/pipelines", {"name": "Продажи", "stages": STAGES}, P.OWNER)
    team = {"participant_ids": [maker.id_of(P.PARTICIPANT)]}
    email = f"anna.{new_id().lower()}@romashka.example"
    company = maker.made("/crm/companies", {"name": "ООО «Ромашка»"} | team)["id"]
    contact = maker.made(
        "/crm/contacts",
        {"name": "Анна Петрова", "emails": [email], "company_id": company} | team,
    )["id"]
    lead = maker.made("/crm/leads", {"title": "Заявка с сайта"} | team)["id"]
    deal = maker.made(
        "/crm/deals",
        {
            "title": "Окна для офиса",
            "contact_ids": [contact],
            "company_id": company,
            "amount": {"amount": "120000.00", "currency": "RUB"},
        }
        | team,
    )["id"]
    stranger = maker.made("/crm/contacts", {"name": "Чеслав Чужаков"})["id"]
    ids = {
        CardKind.COMPANY: company,
        CardKind.CONTACT: contact,
        CardKind.LEAD: lead,
        CardKind.DEAL: deal,
    }
    return Records(pipeline, ids, email, stranger)

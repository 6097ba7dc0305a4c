"""What letters are filled in with, as crm and people show it to the one who writes."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from chalicelib.communications.model.placeholders import Facts, Sender
from chalicelib.communications.service.rendering import Addressed
from portal.cards import CardKind
from portal.clock import Clock
from portal.errors import NotFoundError
from portal.money import Money
from portal.neighbours import Neighbour

_PATHS = {
    CardKind.DEAL: "deals",
    CardKind.LEAD: "leads",
    CardKind.CONTACT: "contacts",
    CardKind.COMPANY: "companies",
}
_DEFAULT_ZONE = "Europe/Moscow"

_Found = dict[str, Any]


class Neighbours:
    """Asks the public APIs with the caller's own token, and only for what the letter says."""

    def __init__(self, crm_url: str, people_url: str, clock: Clock) -> None:
        self._crm, self._people = Neighbour(crm_url), Neighbour(people_url)
        self._clock = clock

    def facts(self, authorization: str | None, about: Addressed, wanted: frozenset[str]) -> Facts:
        """What the wanted placeholders need."""
        bearer = authorization or ""
        card = self._crm.get(f"/crm/{_PATHS[about.card.kind]}/{about.card.id}", bearer)
        if card is None:
            raise NotFoundError("There is no such card.")
        contact = self._contact(bearer, about, card) if _any(wanted, "recipient.") else {}
        company = (
            self._company(bearer, about, card, contact) if "recipient.company" in wanted else {}
        )
        me = self._me(bearer) if _any(wanted, "me.", "today") else {}
        return Facts(
            today=self._today(me),
            recipient=contact.get("name") or "",
            company=company.get("name") or "",
            title=card.get("title") or card.get("name") or "",
            amount=_money(card.get("amount")),
            stage=self._stage(bearer, about, card) if "card.stage" in wanted else "",
            sender=_sender(me),
        )

    def _contact(self, bearer: str, about: Addressed, card: _Found) -> _Found:
        if about.card.kind in {CardKind.CONTACT, CardKind.LEAD}:
            return card
        contact_id = about.contact_id or next(iter(card.get("contact_ids") or ()), None)
        return (self._crm.get(f"/crm/contacts/{contact_id}", bearer) if contact_id else None) or {}

    def _company(self, bearer: str, about: Addressed, card: _Found, contact: _Found) -> _Found:
        if about.card.kind is CardKind.COMPANY:
            return card
        # Of a deal with several companies' people, where the recipient works is what he is asked about.
        company_id = contact.get("company_id") or card.get("company_id")
        return (self._crm.get(f"/crm/companies/{company_id}", bearer) if company_id else None) or {}

    def _stage(self, bearer: str, about: Addressed, card: _Found) -> str:
        if about.card.kind is not CardKind.DEAL:
            return ""
        pipeline = self._crm.get(f"/crm/deals/{about.card.id}/pipeline", bearer) or {}
        stages = pipeline.get("stages", [])
        return next((one["name"] for one in stages if one["id"] == card["stage_id"]), "")

    def _me(self, bearer: str) -> _Found:
        return self._people.get("/people/me", bearer) or {}

    def _today(self, me: _Found) -> date:
        return self._clock().astimezone(ZoneInfo(me.get("time_zone") or _DEFAULT_ZONE)).date()


def _any(wanted: Iterable[str], *beginnings: str) -> bool:
    return any(name.startswith(beginnings) for name in wanted)


def _money(value: _Found | None) -> Money | None:
    return Money(Decimal(value["amount"]), value["currency"]) if value else None


def _sender(me: _Found) -> Sender:
    return Sender(
        me.get("name") or "",
        me.get("job_title") or "",
        me.get("phone") or "",
        me.get("email") or "",
    )

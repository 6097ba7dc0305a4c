"""One conversion of a lead before it is stored."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any, TypeVar

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.leads import Conversion, Lead
from chalicelib.crm.model.spots import Spot
from chalicelib.crm.service.cards import CardBook, Values
from chalicelib.crm.service.conversions import Converted, Wanted
from chalicelib.crm.service.deals import Deals
from chalicelib.crm.service.fields import Carrier
from portal.cards import CardKind
from portal.errors import FieldError, InvalidError, NotFoundError
from portal.principals import Principal

R = TypeVar("R", bound=Record)

Own = Mapping[CardKind, dict[str, Any]]
"""The own values of the new cards."""


@dataclass(frozen=True)
class Draft:
    """One conversion before it is stored."""

    book: CardBook
    deals: Deals
    principal: Principal
    lead: Lead
    wanted: Wanted
    carrier: Carrier

    def converted(self) -> Converted:
        """The lead at its end, and the cards that it becomes.

        Raises:
            InvalidError: as in `Converting.convert`.
        """
        now = self.book.clock()
        own = self._own()
        company = self._company(now, own)
        contact = self._contact(now, own, company)
        deal = self._deal(now, own, contact, company)
        conversion = Conversion(contact.id, _id(company), _id(deal))
        return Converted(self.lead.converted(conversion, now), contact, company, deal)

    def _own(self) -> dict[CardKind, dict[str, Any]]:
        """The own values of each new card; what is wrong with any of them is said together."""
        own, errors = dict[CardKind, dict[str, Any]](), list[FieldError]()
        for kind, wanted in self._new():
            pipeline_id = self._spot.pipeline.id if kind is CardKind.DEAL else None
            try:
                own[kind] = self.carrier.to(kind, wanted.get("own", {}), pipeline_id)
            except InvalidError as error:
                errors.extend(error.errors)
        if errors:
            raise InvalidError(*errors)
        return own

    def _new(self) -> Iterator[tuple[CardKind, Values]]:
        wanted = self.wanted
        each = (CardKind.CONTACT, wanted.contact), (CardKind.COMPANY, wanted.company)
        yield from (
            (kind, values) for kind, values in each if values and not isinstance(values, str)
        )
        if wanted.deal:
            yield CardKind.DEAL, wanted.deal

    @cached_property
    def _spot(self) -> Spot:
        pipeline_id = (self.wanted.deal or {}).get("pipeline_id")
        return self.deals.spot(self.principal, pipeline_id, prefix="/deal/")

    def _company(self, now: datetime, own: Own) -> Company | None:
        wanted = self.wanted.company
        if isinstance(wanted, str):
            return self._known(Company, wanted)
        return Company(**{**wanted, **self._common(now, own[CardKind.COMPANY])}) if wanted else None

    def _contact(self, now: datetime, own: Own, company: Company | None) -> Contact:
        wanted = self.wanted.contact
        if isinstance(wanted, str):
            return self._known(Contact, wanted)
        common = self._common(now, own[CardKind.CONTACT])
        contact = Contact(**{**wanted, **common}, company_id=_id(company))
        return contact if self.wanted.deal else replace(contact, description=self.lead.description)

    def _deal(
        self, now: datetime, own: Own, contact: Contact, company: Company | None
    ) -> Deal | None:
        if not self.wanted.deal:
            return None
        spot, given = self._spot, dict(self.wanted.deal)
        given.pop("pipeline_id", None)
        deal = Deal(
            **{**given, **self._common(now, own[CardKind.DEAL])},
            **spot.fields,
            stage_since=now,
            contact_ids=(contact.id,),
            company_id=_id(company),
            description=self.lead.description,
        )
        return spot.filled(deal, "/deal/")

    def _common(self, now: datetime, own: dict[str, Any]) -> dict[str, Any]:
        return {
            "own": own,
            "id": self.book.ids(),
            "owner": self.lead.owner,
            "participant_ids": self.lead.participant_ids,
            "created_at": now,
            "updated_at": now,
        }

    def _known(self, kind: type[R], card_id: str) -> R:
        try:
            return self.book.find(self.principal, kind, card_id)
        except NotFoundError as error:
            raise InvalidError.at(
                f"/{kind.kind}/id", f"There is no such {kind.kind} among those you may see."
            ) from error


def _id(card: Record | None) -> str | None:
    return card.id if card else None

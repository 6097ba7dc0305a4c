"""The conversion of a lead over HTTP."""

from typing import Self

from pydantic import model_validator

from chalicelib.crm.schemas.cards import Emails, Phones, values_of
from chalicelib.crm.schemas.companies import CompanyView
from chalicelib.crm.schemas.contacts import ContactView
from chalicelib.crm.schemas.deals import DealView, Price
from chalicelib.crm.schemas.fields import NewOwn
from chalicelib.crm.schemas.leads import LeadView
from chalicelib.crm.service.cards import Values
from chalicelib.crm.service.conversions import Converted, Wanted
from portal.principals import Principal
from portal.wire import Id, Line, Request, Response


class CompanyOfLead(Request):
    """A company that there is, by its id, or a new one by its name."""

    id: Id | None = None
    name: Line | None = None
    own: NewOwn

    def to_wanted(self) -> str | Values:
        """The domain's form."""
        return self.id or {name: each for name, each in values_of(self).items() if name != "id"}

    @model_validator(mode="after")
    def _require_one(self) -> Self:
        if (self.id is None) == (self.name is None):
            raise ValueError("Name one that there is by its id, or a new one by its name.")
        if self.id and self.model_fields_set != {"id"}:
            raise ValueError("What there is already is named by its id alone.")
        return self


class ContactOfLead(CompanyOfLead):
    """A contact that there is, by its id, or a new one by its name and the ways to reach him."""

    emails: Emails = ()
    phones: Phones = ()


class DealOfLead(Request):
    """A new deal in the first stage of its pipeline, or of the first pipeline."""

    title: Line
    pipeline_id: Id | None = None
    amount: Price | None = None
    own: NewOwn


class LeadConversion(Request):
    """What a lead becomes: a contact always, a company and a deal where they are given."""

    contact: ContactOfLead
    company: CompanyOfLead | None = None
    deal: DealOfLead | None = None

    def to_wanted(self) -> Wanted:
        """The domain's form."""
        return Wanted(
            self.contact.to_wanted(),
            self.company.to_wanted() if self.company else None,
            values_of(self.deal) if self.deal else None,
        )


class ConvertedView(Response):
    """The lead at its end, and what it became."""

    lead: LeadView
    contact: ContactView
    company: CompanyView | None
    deal: DealView | None

    @classmethod
    def of(cls, done: Converted, caller: Principal) -> Self:
        """The cards as the caller may see them."""
        return cls(
            lead=LeadView.of(done.lead, caller),
            contact=ContactView.of(done.contact, caller),
            company=CompanyView.of(done.company, caller) if done.company else None,
            deal=DealView.of(done.deal, caller) if done.deal else None,
        )

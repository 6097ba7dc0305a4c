"""What each kind of card has of its own, as attributes of its item and back."""

from collections.abc import Callable
from collections.abc import Mapping as ReadOnly
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact, Handle
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.leads import Conversion, Lead, LeadStatus
from chalicelib.crm.model.pipelines import StageKind
from chalicelib.crm.model.stays import Spent, Times
from chalicelib.crm.store.items import (
    CardItem,
    CompanyItem,
    ContactItem,
    DealItem,
    LeadItem,
)
from portal.cards import CardKind
from portal.clock import from_wire, to_wire
from portal.money import Money
from portal.values import dataclass

Values = dict[str, Any]


@dataclass(frozen=True)
class Mapping:
    """How a kind is stored; `record` also takes the fields that all kinds have."""

    item: type[CardItem]
    values: Callable[[Any], Values]
    record: Callable[[Any, Values], Record]


def _contact_values(contact: Contact) -> Values:
    handles = [asdict(each) for each in contact.handles]
    return {
        "emails": list(contact.emails),
        "phones": list(contact.phones),
        "handles": handles,
        "job_title": contact.job_title,
        "description": contact.description,
    }


def _to_contact(item: Any, common: Values) -> Contact:  # noqa: ANN401  # the item's own kind
    handles = tuple(Handle(**each) for each in item.handles or ())
    return Contact(
        **common,
        name=item.title,
        emails=tuple(item.emails or ()),
        phones=tuple(item.phones or ()),
        handles=handles,
        company_id=item.company_id,
        job_title=item.job_title,
        description=item.description,
    )


def _company_values(company: Company) -> Values:
    return {
        "tax_id": company.tax_id,
        "emails": list(company.emails),
        "phones": list(company.phones),
        "domains": list(company.domains),
        "description": company.description,
    }


def _to_company(item: Any, common: Values) -> Company:  # noqa: ANN401  # the item's own kind
    return Company(
        **common,
        name=item.title,
        tax_id=item.tax_id,
        emails=tuple(item.emails or ()),
        phones=tuple(item.phones or ()),
        domains=tuple(item.domains or ()),
        description=item.description,
    )


def _lead_values(lead: Lead) -> Values:
    return {
        "person_name": lead.name,
        "emails": list(lead.emails),
        "phones": list(lead.phones),
        "source": lead.source,
        "status": str(lead.status),
        "converted_to": asdict(lead.converted_to) if lead.converted_to else None,
        "description": lead.description,
    }


def _to_lead(item: Any, common: Values) -> Lead:  # noqa: ANN401  # the item's own kind
    return Lead(
        **common,
        title=item.title,
        name=item.person_name,
        emails=tuple(item.emails or ()),
        phones=tuple(item.phones or ()),
        source=item.source,
        status=LeadStatus(item.status),
        description=item.description,
        converted_to=Conversion(**item.converted_to) if item.converted_to else None,
    )


def _deal_values(deal: Deal) -> Values:
    money = deal.amount
    return {
        "pipeline_id": deal.pipeline_id,
        "stage_id": deal.stage_id,
        "stage_kind": str(deal.stage_kind),
        "stage_since": to_wire(deal.stage_since),
        "amount": {"amount": str(money.amount), "currency": money.currency} if money else None,
        "lost_reason": deal.lost_reason,
        "lost_note": deal.lost_note,
        "pipeline_departments": set(deal.pipeline_departments),
        "round": deal.round,
        "contract_id": deal.contract_id,
        "due_on": deal.due_on and deal.due_on.isoformat(),
        "spent": None if deal.spent is None else _spent_values(deal.spent),
        "description": deal.description,
    }


def _to_deal(item: Any, common: Values) -> Deal:  # noqa: ANN401  # the item's own kind
    money = item.amount
    return Deal(
        **common,
        title=item.title,
        pipeline_id=item.pipeline_id,
        stage_id=item.stage_id,
        stage_kind=StageKind(item.stage_kind),
        stage_since=from_wire(item.stage_since),
        contact_ids=tuple(item.contact_ids or ()),
        company_id=item.company_id,
        amount=Money(Decimal(money["amount"]), money["currency"]) if money else None,
        lost_reason=item.lost_reason,
        lost_note=item.lost_note,
        pipeline_departments=frozenset(item.pipeline_departments or ()),
        round=int(item.round) if item.round else None,
        contract_id=item.contract_id,
        due_on=date.fromisoformat(item.due_on) if item.due_on else None,
        spent=None if item.spent is None else _to_spent(item.spent),
        description=item.description,
    )


def _spent_values(times: Times) -> Values:
    return {stage: [time.seconds, time.minutes, time.stays] for stage, time in times.items()}


def _to_spent(values: Values) -> Times:
    return {stage: Spent(*time) for stage, time in values.items()}


MAPPINGS: ReadOnly[CardKind, Mapping] = {
    CardKind.CONTACT: Mapping(ContactItem, _contact_values, _to_contact),
    CardKind.COMPANY: Mapping(CompanyItem, _company_values, _to_company),
    CardKind.LEAD: Mapping(LeadItem, _lead_values, _to_lead),
    CardKind.DEAL: Mapping(DealItem, _deal_values, _to_deal),
}

"""Leads over HTTP."""

from typing import Any, Self

from chalicelib.crm.model.leads import Lead, LeadStatus
from chalicelib.crm.schemas.cards import (
    Description,
    Emails,
    Participants,
    Phones,
    RecordView,
    common_fields,
    values_of,
)
from chalicelib.crm.schemas.fields import NewOwn, OwnBody
from portal.principals import Principal
from portal.wire import Id, Line, Patch, Request, Response


class NewLead(Request):
    """A lead to add; the caller owns it unless another owner is named."""

    title: Line
    name: Line | None = None
    emails: Emails = ()
    phones: Phones = ()
    source: Line | None = None
    status: LeadStatus = LeadStatus.NEW
    description: Description | None = None
    owner_id: Id | None = None
    participant_ids: Participants = frozenset()
    own: NewOwn
    own_later: bool = False

    def to_values(self) -> dict[str, Any]:
        """The domain's form."""
        return values_of(self)


class LeadPatch(Patch):
    """The fields of a lead to change; null empties what can be empty."""

    emptied_by_null = frozenset({"name", "source", "description"})

    title: Line | None = None
    name: Line | None = None
    emails: Emails | None = None
    phones: Phones | None = None
    source: Line | None = None
    status: LeadStatus | None = None
    description: Description | None = None
    owner_id: Id | None = None
    participant_ids: Participants | None = None
    own: OwnBody | None = None

    def to_values(self) -> dict[str, Any]:
        """The domain's form."""
        return values_of(self)


class ConversionView(Response):
    """The cards that a lead became."""

    contact_id: str
    company_id: str | None
    deal_id: str | None


class LeadView(RecordView):
    """A lead; `name` is the person's."""

    title: str
    name: str | None
    emails: list[str]
    phones: list[str]
    source: str | None
    status: LeadStatus
    open: bool
    converted_to: ConversionView | None

    @classmethod
    def of(cls, lead: Lead, caller: Principal) -> Self:
        """The lead as the caller may see it."""
        return cls(
            **common_fields(lead, caller),
            description=lead.description,
            title=lead.title,
            name=lead.name,
            emails=list(lead.emails),
            phones=list(lead.phones),
            source=lead.source,
            status=lead.status,
            open=lead.open,
            converted_to=lead.converted_to and ConversionView.model_validate(lead.converted_to),
        )

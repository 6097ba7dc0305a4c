"""Companies over HTTP."""

from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, StringConstraints, WithJsonSchema

from chalicelib.crm.model.companies import Company, require_tax_id
from chalicelib.crm.schemas.cards import (
    MAX_LISTED,
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
from portal.wire import Id, Line, Patch, Request

TaxId = Annotated[
    str,
    StringConstraints(max_length=20),
    AfterValidator(require_tax_id),
    WithJsonSchema({"type": "string", "description": "INN", "pattern": "^([0-9]{10}|[0-9]{12})$"}),
]
Domain = Annotated[
    str,
    StringConstraints(max_length=253, pattern=r"^[\w-]+(\.[\w-]+)+$"),
    AfterValidator(str.casefold),
]
Domains = Annotated[tuple[Domain, ...], Field(max_length=MAX_LISTED)]


class NewCompany(Request):
    """A company to add; the caller owns it unless another owner is named."""

    name: Line
    tax_id: TaxId | None = None
    emails: Emails = ()
    phones: Phones = ()
    domains: Domains = ()
    description: Description | None = None
    owner_id: Id | None = None
    participant_ids: Participants = frozenset()
    own: NewOwn
    own_later: bool = False

    def to_values(self) -> dict[str, Any]:
        """The domain's form."""
        return values_of(self)


class CompanyPatch(Patch):
    """The fields of a company to change; null empties what can be empty."""

    emptied_by_null = frozenset({"tax_id", "description"})

    name: Line | None = None
    tax_id: TaxId | None = None
    emails: Emails | None = None
    phones: Phones | None = None
    domains: Domains | None = None
    description: Description | None = None
    owner_id: Id | None = None
    participant_ids: Participants | None = None
    own: OwnBody | None = None

    def to_values(self) -> dict[str, Any]:
        """The domain's form."""
        return values_of(self)


class CompanyView(RecordView):
    """A company."""

    name: str
    tax_id: str | None
    emails: list[str]
    phones: list[str]
    domains: list[str]

    @classmethod
    def of(cls, company: Company, caller: Principal) -> Self:
        """The company as the caller may see it."""
        return cls(
            **common_fields(company, caller),
            description=company.description,
            name=company.name,
            tax_id=company.tax_id,
            emails=list(company.emails),
            phones=list(company.phones),
            domains=list(company.domains),
        )

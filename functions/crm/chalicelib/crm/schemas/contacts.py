"""Contacts over HTTP."""

from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, StringConstraints

from chalicelib.crm.model.contacts import Contact, Handle
from chalicelib.crm.schemas.cards import (
    MAX_LISTED,
    Description,
    Emails,
    Participants,
    Phones,
    RecordView,
    common_fields,
    internal,
    values_of,
)
from chalicelib.crm.schemas.fields import NewOwn, OwnBody
from portal.principals import Principal
from portal.wire import Id, Line, Patch, Request, Response

_OTHER_IDENTITIES = frozenset({"email", "phone"})


def _require_messenger(channel: str) -> str:
    if channel in _OTHER_IDENTITIES:
        raise ValueError("Addresses and numbers have fields of their own: emails and phones.")
    return channel


class HandleBody(Request):
    """A name in a messenger or a social network; the channel is a word such as ``telegram``."""

    channel: Annotated[
        str, StringConstraints(pattern="^[a-z]{2,20}$"), AfterValidator(_require_messenger)
    ]
    value: Annotated[Line, StringConstraints(max_length=100)]


Handles = Annotated[tuple[HandleBody, ...], Field(max_length=MAX_LISTED)]


def _values(body: "NewContact | ContactPatch") -> dict[str, Any]:
    values = values_of(body)
    if body.handles is not None and "handles" in values:
        handles = (Handle(each.channel, each.value) for each in body.handles)
        values["handles"] = tuple(dict.fromkeys(handles))
    return values


class NewContact(Request):
    """A contact to add; the caller owns it unless another owner is named."""

    name: Line
    emails: Emails = ()
    phones: Phones = ()
    handles: Handles = ()
    company_id: Id | None = None
    job_title: Line | None = None
    description: Description | None = None
    owner_id: Id | None = None
    participant_ids: Participants = frozenset()
    own: NewOwn
    own_later: bool = False

    def to_values(self) -> dict[str, Any]:
        """The domain's form."""
        return _values(self)


class ContactPatch(Patch):
    """The fields of a contact to change; null empties what can be empty."""

    emptied_by_null = frozenset({"company_id", "job_title", "description"})

    name: Line | None = None
    emails: Emails | None = None
    phones: Phones | None = None
    handles: Handles | None = None
    company_id: Id | None = None
    job_title: Line | None = None
    description: Description | None = None
    owner_id: Id | None = None
    participant_ids: Participants | None = None
    own: OwnBody | None = None

    def to_values(self) -> dict[str, Any]:
        """The domain's form."""
        return _values(self)


class HandleView(Response):
    """A name in a messenger or a social network."""

    channel: str
    value: str


class ContactView(RecordView):
    """A contact."""

    name: str
    emails: list[str]
    phones: list[str]
    handles: list[HandleView]
    company_id: str | None
    job_title: str | None

    @classmethod
    def of(cls, contact: Contact, caller: Principal) -> Self:
        """The contact as the caller may see it."""
        return cls(
            **common_fields(contact, caller),
            **internal(caller, description=contact.description, company_id=contact.company_id),
            name=contact.name,
            emails=list(contact.emails),
            phones=list(contact.phones),
            handles=[HandleView.model_validate(handle) for handle in contact.handles],
            job_title=contact.job_title,
        )

"""Mailboxes on the wire."""

from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field

from chalicelib.communications.model import Mailbox, MailboxKind, Privacy
from portal.principals import Principal
from portal.wire import Email, Id, Line, Request, Response

_MAX_READERS = 20


def _unique(values: list[str]) -> list[str]:
    return list(dict.fromkeys(values))


Readers = Annotated[list[Id], Field(max_length=_MAX_READERS), AfterValidator(_unique)]


class NewMailbox(Request):
    """An address of the company: read by departments and people, or by the one person whose it is."""

    address: Email
    name: Line
    kind: MailboxKind = MailboxKind.SHARED
    department_ids: Annotated[Readers, Field(default_factory=list)]
    person_ids: Annotated[Readers, Field(default_factory=list)]
    person_id: Id | None = None
    privacy: Privacy = Privacy.FULL

    def to_mailbox(self) -> Mailbox:
        """The domain's form, without an id yet."""
        return Mailbox(
            id="",
            address=self.address,
            name=self.name,
            kind=self.kind,
            department_ids=tuple(self.department_ids),
            person_ids=tuple(self.person_ids),
            person_id=self.person_id,
            privacy=self.privacy,
        )


class MailboxChange(Request):
    """What is to be changed; the address stays."""

    name: Line | None = None
    kind: MailboxKind | None = None
    department_ids: Readers | None = None
    person_ids: Readers | None = None
    person_id: Id | None = None
    privacy: Privacy | None = None
    closed: bool | None = None

    def changes(self) -> dict[str, Any]:
        """The fields that were sent, in the domain's form."""
        sent = self.model_dump(exclude_none=True)
        return {k: tuple(v) if isinstance(v, list) else v for k, v in sent.items()}


class MailboxView(Response):
    """A mailbox of the company; `mine` when the caller reads and answers its letters."""

    id: str
    address: str
    name: str
    kind: MailboxKind
    department_ids: list[str]
    person_ids: list[str]
    person_id: str | None
    privacy: Privacy
    closed: bool
    mine: bool

    @classmethod
    def of(cls, mailbox: Mailbox, caller: Principal) -> Self:
        """The domain's form as it is sent."""
        values = {name: getattr(mailbox, name) for name in cls.model_fields if name != "mine"}
        return cls(**values, mine=mailbox.is_of(caller))


class DropAddressView(Response):
    """A letter sent here as a hidden copy, or forwarded here, is recorded as the caller's."""

    address: str


class MailboxList(Response):
    """All mailboxes; there is never a second page."""

    items: list[MailboxView]
    next: None = None

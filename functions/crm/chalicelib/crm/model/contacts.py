"""Contacts: the people we deal with, and the identities by which a communication finds them."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.erased import require_unerased
from portal.cards import CardKind
from portal.values import dataclass


@dataclass(frozen=True, order=True)
class Identity:
    """What only one contact can have: an address, a number, or a name in a messenger.

    `kind` is ``email``, ``phone`` or the messenger's name; `value` is in the form in which it is compared.
    """

    kind: str
    value: str

    @property
    def label(self) -> str:
        """How a person is told of it."""
        return self.value if self.kind in {"email", "phone"} else f"{self.value} ({self.kind})"


@dataclass(frozen=True)
class Handle:
    """A name in a messenger or a social network."""

    channel: str
    value: str

    @property
    def identity(self) -> Identity:
        """As it is compared: people write names with an @ and without, in any case."""
        return Identity(self.channel, self.value.removeprefix("@").casefold())


@dataclass(frozen=True, kw_only=True)
class Contact(Record):
    """A person outside the company."""

    kind: ClassVar[CardKind] = CardKind.CONTACT

    name: str
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    handles: tuple[Handle, ...] = ()
    company_id: str | None = None
    job_title: str | None = None
    description: str | None = None

    @property
    def label(self) -> str:
        """The name."""
        return self.name

    @property
    def card_contact_ids(self) -> tuple[str, ...]:
        """Itself."""
        return (self.id,)

    @property
    def card_company_id(self) -> str | None:
        """Where the contact works."""
        return self.company_id

    @property
    def client_ids(self) -> tuple[str, ...]:
        """A client may see his own card, also once it is another's."""
        return (self.id, *self.former_ids)

    def require_change(self, values: Mapping[str, Any]) -> None:
        """Lets new values of fields pass.

        Raises:
            ConflictError: the contact was merged, or its person's data were erased.
        """
        super().require_change(values)
        require_unerased(self.erased_at)

    @property
    def identities(self) -> frozenset[Identity]:
        """Everything by which the contact is found; what was merged is found by the card that it went into."""
        return frozenset() if self.merged else frozenset(self._identities())

    def _identities(self) -> Iterator[Identity]:
        yield from (Identity("email", email) for email in self.emails)
        yield from (Identity("phone", phone) for phone in self.phones)
        yield from (handle.identity for handle in self.handles)

"""What the use cases need from outside; adapters provide it, tests have it in memory."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from chalicelib.communications.model import (
    Body,
    Colleague,
    Communication,
    File,
    Letter,
    Mailbox,
    Outgoing,
    State,
    Upload,
    UploadTarget,
)
from chalicelib.communications.service.names import Known, Names
from portal.cards import CardRef
from portal.events import Event
from portal.paging import Page, PageRequest
from portal.values import dataclass

ReplyKey = Callable[[], bytes]
"""The secret that signs reply addresses."""


@dataclass(frozen=True)
class CardAccess:
    """A card that somebody may see, and who else may."""

    title: str
    audience: frozenset[str]
    contact_ids: tuple[str, ...] = ()


class Cards(Protocol):
    """The cards, as the person who asks may see them."""

    def visible(
        self, authorization: str | None, cards: Iterable[CardRef]
    ) -> Mapping[CardRef, CardAccess]:
        """Those of the cards that the bearer of the header may see; raises `UnavailableError`."""
        ...


class Mime(Protocol):
    """Letters as bytes."""

    def parse(self, content: bytes) -> Letter:
        """The letter; never raises, but may come with a `problem`."""
        ...

    def unreadable(self, content: bytes, problem: str) -> Letter:
        """What the headers tell of a letter that is not read whole."""
        ...

    def compose(self, letter: Outgoing) -> bytes:
        """The bytes to send."""
        ...

    def tidied(self, html: str) -> str:
        """What of a person's HTML may stand in a letter; empty when nothing may, and never raises."""
        ...


@dataclass(frozen=True)
class Raw:
    """A stored letter; `whole` is False when only its beginning was read, because of its size."""

    content: bytes
    whole: bool = True


class Objects(Protocol):
    """What is too large for a table."""

    def raw(self, key: str) -> Raw:
        """The letter under a key; raises `NotFoundError`."""
        ...

    def keep_raw(self, key: str, content: bytes) -> None:
        """Stores a letter that we send."""

    def body(self, communication_id: str) -> Body:
        """The texts and the list of attachments; raises `NotFoundError`."""
        ...

    def keep_body(self, communication_id: str, body: Body, files: Sequence[File]) -> None:
        """Stores the texts, and the files under their indexes; the same again changes nothing."""

    def forget(self, communication_id: str, raw_keys: Sequence[str]) -> None:
        """Removes all of a letter, each version of it; what is not there is no error."""

    def attachment_link(self, communication_id: str, index: int, name: str, kind: str) -> str:
        """An address that gives the file as a download for some minutes."""
        ...

    def raw_link(self, key: str, name: str) -> str:
        """An address that gives the whole letter as a download for some minutes."""
        ...

    def attachment(self, communication_id: str, index: int) -> bytes:
        """The bytes of a stored file; raises `NotFoundError`."""
        ...

    def attachment_as_upload(self, communication_id: str, index: int, upload: Upload) -> None:
        """Puts a stored file where the bytes of an upload come."""

    def upload_target(self, upload: Upload) -> UploadTarget:
        """Where the bytes are posted; key, size and type are fixed."""
        ...

    def uploaded(self, upload: Upload) -> bytes | None:
        """The bytes that came, or None when they did not."""
        ...


class Pace(Protocol):
    """How often somebody writes."""

    def count(self, person_id: str, now: datetime) -> None:
        """Counts one message more; raises `TooManyRequestsError` when there were enough for now."""


class Store(Protocol):
    """The table of communications."""

    def communication(self, communication_id: str) -> Communication | None:
        """One record."""
        ...

    def communications(
        self, state: State, grants: Iterable[str], request: PageRequest
    ) -> Page[Communication]:
        """The records that any of the grants may see, newest first."""
        ...

    def unsent_on(self, card: CardRef, request: PageRequest) -> Page[Communication]:
        """The letters of a card that have not left."""
        ...

    def add(self, record: Communication, names: Names, event: Event | None) -> Communication:
        """The record as stored; raises `ConflictError` when one of its names is taken."""
        ...

    def save(
        self,
        record: Communication,
        before: Communication,
        event: Event | None = None,
        names: Names | None = None,
    ) -> Communication:
        """The record as stored; raises `StaleVersionError` after somebody else's save."""
        ...

    def known(self, message_ids: Iterable[str]) -> Mapping[str, Known]:
        """Those of the Message-IDs that belong to a communication, the provider's before the letters' own."""
        ...

    def received_from(self, object_key: str) -> bool:
        """Whether the object has become a communication."""
        ...

    def requested_with(self, request_key: str) -> Communication | None:
        """The communication that a request with that key has made."""
        ...

    def mailboxes(self) -> list[Mailbox]:
        """All of them."""
        ...

    def add_mailbox(self, mailbox: Mailbox) -> None:
        """Stores a mailbox; raises `ConflictError` when its address is one already."""

    def save_mailbox(self, mailbox: Mailbox) -> Mailbox:
        """The mailbox as stored; raises `StaleVersionError` after somebody else's save."""
        ...

    def colleague(self, person_id: str) -> Colleague | None:
        """An employee."""
        ...

    def colleagues(self, addresses: Iterable[str]) -> Mapping[str, Colleague]:
        """Those of the addresses that are an employee's who works here, by address."""
        ...

    def keep_colleague(self, after: Colleague, before: Colleague | None) -> None:
        """Stores an employee in place of what was known of him."""

    def add_upload(self, upload: Upload, ends_at: datetime) -> None:
        """Remembers an upload until then."""

    def uploads(self, upload_ids: Iterable[str]) -> Mapping[str, Upload]:
        """Those of the ids that are uploads."""
        ...

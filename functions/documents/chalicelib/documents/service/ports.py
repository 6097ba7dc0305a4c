"""What the use cases need from outside; adapters provide it, tests have it in memory."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Protocol

from chalicelib.documents.model import (
    Document,
    File,
    Finding,
    Stray,
    Upload,
    UploadRequest,
    Version,
)
from portal.cards import CardRef
from portal.events import Event
from portal.paging import Page, PageRequest
from portal.principals import Audience
from portal.values import dataclass


@dataclass(frozen=True)
class CardAccess:
    """A card that somebody may see, and who else may."""

    title: str
    audience: Audience


class Cards(Protocol):
    """The cards, as the person who asks may see them."""

    def visible(
        self, authorization: str | None, cards: Iterable[CardRef]
    ) -> Mapping[CardRef, CardAccess]:
        """Those of the cards that the bearer of the header may see; raises `UnavailableError`."""
        ...


@dataclass(frozen=True)
class Form:
    """Where and with which fields a browser posts a file, as ``multipart/form-data`` with the file last."""

    url: str
    fields: Mapping[str, str]


class Files(Protocol):
    """The contents of files."""

    def form(self, key: str, file: File, valid_for: timedelta) -> Form:
        """A form that takes exactly this key and media type, and one byte up to the file's size."""
        ...

    def link(self, version: Version) -> str:
        """An address that gives the content as an attachment under its name, for a minute."""
        ...

    def pinned(self, upload: Upload) -> Upload | None:
        """The upload of which no version was told, with the newest there is; None when there is no such object."""
        ...

    def examine(self, upload: Upload, content_type: str) -> Finding | None:
        """What the content is, against what it was said to be; None when there is no such object."""
        ...

    def keep(self, upload: Upload, version: Version) -> str | None:
        """Copies an upload to the version's key, and gives S3's version of the copy."""
        ...

    def remove(self, upload: Upload) -> None:
        """Removes an upload that was copied; one that is gone is no error."""


class Store(Protocol):
    """The table of documents."""

    def add_request(self, request: UploadRequest) -> None:
        """Stores a new request."""

    def request_by_token(self, token_hash: str) -> UploadRequest | None:
        """The request whose token has that hash."""
        ...

    def request(self, request_id: str) -> UploadRequest | None:
        """The request with that id."""
        ...

    def requests(
        self, card: CardRef, page: PageRequest, *, for_client: bool
    ) -> Page[UploadRequest]:
        """The requests for a card, newest first; for the client only those that he may answer."""
        ...

    def save_request(self, request: UploadRequest) -> None:
        """Stores a changed request; raises `StaleVersionError`."""

    def reserve(self, document: Document, version: Version, request: UploadRequest | None) -> None:
        """Stores a version to come with its document and its request, together; raises `StaleVersionError`."""

    def document(self, document_id: str) -> Document | None:
        """One document."""
        ...

    def documents(self, card: CardRef, page: PageRequest, *, for_client: bool) -> Page[Document]:
        """The documents on a card, newest first; for the client only those shared with him."""
        ...

    def save_document(self, document: Document) -> None:
        """Stores a changed document; raises `StaleVersionError`."""

    def version(self, document_id: str, number: int) -> Version | None:
        """One version."""
        ...

    def versions(self, document_id: str) -> list[Version]:
        """The newest hundred versions of a document, newest first."""
        ...

    def judge(
        self, version: Version, document: Document, request: UploadRequest | None, event: Event
    ) -> None:
        """Stores what a version turned out to be, together with what shows it.

        Raises `ConflictError` when the version is judged already or somebody saved the others meanwhile.
        """

    def add_stray(self, stray: Stray) -> None:
        """Notes an object that nobody waited for; the same one again changes nothing."""

    def strays(self, page: PageRequest) -> Page[Stray]:
        """The objects that nobody waited for, newest first."""
        ...

"""Documents' ports in memory, and a desk to work at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from chalicelib.documents.model import (
    Document,
    File,
    Finding,
    State,
    Stray,
    Upload,
    UploadRequest,
    Version,
)
from chalicelib.documents.service import Library, Receiving, Requests
from chalicelib.documents.service.library import Caller
from chalicelib.documents.service.ports import CardAccess, Form
from portal.cards import CardKind, CardRef
from portal.errors import ConflictError, StaleVersionError
from portal.events import Event
from portal.ids import new_id
from portal.paging import Page, PageRequest
from portal.principals import Principal, Role

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DEAL = CardRef(CardKind.DEAL, new_id())
SELLER = Caller(Principal(new_id(), "Иван Продавцов", frozenset({Role.EMPLOYEE})), "Bearer seller")
STRANGER = Caller(Principal(new_id(), "Пётр", frozenset({Role.EMPLOYEE})), "Bearer stranger")
CLIENT = Caller(
    Principal(new_id(), "Клиент", frozenset({Role.CLIENT}), contact_id=new_id()), "Bearer client"
)
AUDIENCE = frozenset({f"employee:{SELLER.principal.id}", f"contact:{CLIENT.principal.contact_id}"})
PDF = File("Договор.pdf", 100, "application/pdf")


class MemoryStore:
    """A table of documents, with its locks."""

    def __init__(self) -> None:
        self.requests_: dict[str, UploadRequest] = {}
        self.documents_: dict[str, Document] = {}
        self.versions_: dict[tuple[str, int], Version] = {}
        self.strays_: dict[tuple[str, str | None], Stray] = {}
        self.events: list[Event] = []

    def add_request(self, request: UploadRequest) -> None:
        self.save_request(request)

    def request_by_token(self, token_hash: str) -> UploadRequest | None:
        return self.requests_.get(token_hash)

    def request(self, request_id: str) -> UploadRequest | None:
        return next((one for one in self.requests_.values() if one.id == request_id), None)

    def requests(
        self, card: CardRef, page: PageRequest, *, for_client: bool
    ) -> Page[UploadRequest]:
        found = [one for one in self.requests_.values() if one.access.card == card]
        return Page([one for one in found if one.access.shared_with_client or not for_client])

    def save_request(self, request: UploadRequest) -> None:
        self._check(request)
        self._put(request)

    def reserve(self, document: Document, version: Version, request: UploadRequest | None) -> None:
        self._check(document, request)
        if (version.document_id, version.number) in self.versions_:
            raise StaleVersionError
        self._put(document, request)
        self.versions_[version.document_id, version.number] = version

    def document(self, document_id: str) -> Document | None:
        return self.documents_.get(document_id)

    def documents(self, card: CardRef, page: PageRequest, *, for_client: bool) -> Page[Document]:
        found = [one for one in self.documents_.values() if one.access.card == card]
        return Page([one for one in found if one.access.shared_with_client or not for_client])

    def save_document(self, document: Document) -> None:
        self._check(document)
        self._put(document)

    def version(self, document_id: str, number: int) -> Version | None:
        return self.versions_.get((document_id, number))

    def versions(self, document_id: str) -> list[Version]:
        return [one for one in self.versions_.values() if one.document_id == document_id][::-1]

    def judge(
        self, version: Version, document: Document, request: UploadRequest | None, event: Event
    ) -> None:
        if self.versions_[version.document_id, version.number].state is not State.WAITING:
            raise ConflictError
        self._check(document, request)
        self.versions_[version.document_id, version.number] = version
        self._put(document, request)
        self.events.append(event)

    def add_stray(self, stray: Stray) -> None:
        self.strays_[stray.key, stray.revision] = stray

    def strays(self, page: PageRequest) -> Page[Stray]:
        return Page(list(self.strays_.values()))

    def _stored(self, record: Document | UploadRequest) -> Document | UploadRequest | None:
        if isinstance(record, Document):
            return self.documents_.get(record.id)
        return self.requests_.get(record.token_hash)

    def _check(self, *records: Document | UploadRequest | None) -> None:
        for record in records:
            stored = self._stored(record) if record else None
            if record and (stored.lock if stored else None) != record.lock:
                raise StaleVersionError

    def _put(self, *records: Document | UploadRequest | None) -> None:
        for record in records:
            if isinstance(record, Document):
                self.documents_[record.id] = replace(record, lock=(record.lock or 0) + 1)
            elif record:
                self.requests_[record.token_hash] = replace(record, lock=(record.lock or 0) + 1)


class MemoryFiles:
    """A bucket whose contents are judged by whether they begin with what was said."""

    def __init__(self) -> None:
        self.uploads: dict[Upload, str] = {}
        self.kept: dict[str, list[str]] = {}

    def form(self, key: str, file: File, valid_for: timedelta) -> Form:
        return Form("https://files.test", {"key": key, "seconds": str(valid_for.total_seconds())})

    def link(self, version: Version) -> str:
        return f"https://files.test/{version.key}?{version.revision}"

    def pinned(self, upload: Upload) -> Upload | None:
        found = [one for one in self.uploads if one.key == upload.key]
        return found[-1] if found else None

    def examine(self, upload: Upload, content_type: str) -> Finding | None:
        content = self.uploads.get(upload)
        if content is None:
            return None
        fits = content.startswith(content_type)
        return Finding(len(content), "0" * 64, None if fits else "Not as said.")

    def keep(self, upload: Upload, version: Version) -> str | None:
        kept = self.kept.setdefault(version.key, [])
        kept.append(self.uploads[upload])
        return f"kept-{len(kept)}"

    def remove(self, upload: Upload) -> None:
        self.uploads.pop(upload, None)


class MemoryCards:
    """One deal: its seller sees it, and its client."""

    def visible(
        self, authorization: str | None, cards: Iterable[CardRef]
    ) -> Mapping[CardRef, CardAccess]:
        if authorization not in {SELLER.authorization, CLIENT.authorization}:
            return {}
        return {card: CardAccess("Сделка", AUDIENCE) for card in cards if card == DEAL}


@dataclass
class Desk:
    """The use cases on ports in memory, at an instant that a test moves."""

    now: datetime = NOON
    store: MemoryStore = field(default_factory=MemoryStore)
    files: MemoryFiles = field(default_factory=MemoryFiles)

    def __post_init__(self) -> None:
        cards = MemoryCards()
        self.requests = Requests(self.store, self.files, cards, self.clock, new_id)
        self.library = Library(self.store, self.files, cards, self.clock, new_id)
        self.receiving = Receiving(self.store, self.files, self.clock, new_id)

    def clock(self) -> datetime:
        return self.now

    def put(self, key: str, content: str, revision: str = "1") -> Upload:
        """An object as it comes to an upload address."""
        upload = Upload(key, revision)
        self.files.uploads[upload] = content
        return upload

    def receive(self, key: str, content: str = "application/pdf", revision: str = "1") -> None:
        """A file that comes and is received."""
        self.receiving.receive(self.put(key, content, revision), len(content))

"""The repository: what the use cases ask of the table."""

from chalicelib.documents.model import Document, State, Stray, UploadRequest, Version
from chalicelib.documents.store import mapping
from chalicelib.documents.store.items import (
    TABLE,
    DocumentItem,
    PointerItem,
    RequestItem,
    StrayItem,
    VersionItem,
)
from portal.cards import CardRef
from portal.dynamo import Writes, read, read_page
from portal.errors import ConflictError, StaleVersionError
from portal.events import Event
from portal.paging import Page, PageRequest

_VERSIONS_SHOWN = 100


class DocumentsStore:
    """Maps documents, versions and requests to items and back."""

    def __init__(self, table_name: str) -> None:
        TABLE.Meta.table_name = table_name

    def add_request(self, request: UploadRequest) -> None:
        """Stores a new request with its pointer."""
        pointer = PointerItem(f"request-id#{request.id}", "pointer", token_hash=request.token_hash)
        Writes().put(mapping.to_request_item(request)).put(pointer).commit()

    def request_by_token(self, token_hash: str) -> UploadRequest | None:
        """The request whose token has that hash."""
        item = read(RequestItem, f"request#{token_hash}", "record", consistent=True)
        return mapping.to_request(item) if item else None

    def request(self, request_id: str) -> UploadRequest | None:
        """The request with that id."""
        pointer = read(PointerItem, f"request-id#{request_id}", "pointer")
        return self.request_by_token(pointer.token_hash) if pointer else None

    def requests(
        self, card: CardRef, page: PageRequest, *, for_client: bool
    ) -> Page[UploadRequest]:
        """The requests for a card, newest first."""
        index = RequestItem.by_client_card if for_client else RequestItem.by_card
        return read_page(index, mapping.requests_of(card), page).map(mapping.to_request)

    def save_request(self, request: UploadRequest) -> None:
        """Stores a changed request."""
        Writes().put(mapping.to_request_item(request), otherwise=StaleVersionError()).commit()

    def reserve(self, document: Document, version: Version, request: UploadRequest | None) -> None:
        """Stores a version to come, its document and its request together."""
        new = VersionItem.pk.does_not_exist()
        writes = (
            Writes()
            .put(mapping.to_document_item(document), otherwise=StaleVersionError())
            .put(mapping.to_version_item(version), must=new, otherwise=StaleVersionError())
        )
        _with_request(writes, request).commit()

    def document(self, document_id: str) -> Document | None:
        """One document."""
        item = read(DocumentItem, f"document#{document_id}", "record", consistent=True)
        return mapping.to_document(item) if item else None

    def documents(self, card: CardRef, page: PageRequest, *, for_client: bool) -> Page[Document]:
        """The documents on a card, newest first."""
        index = DocumentItem.by_client_card if for_client else DocumentItem.by_card
        return read_page(index, str(card), page).map(mapping.to_document)

    def save_document(self, document: Document) -> None:
        """Stores a changed document."""
        Writes().put(mapping.to_document_item(document), otherwise=StaleVersionError()).commit()

    def version(self, document_id: str, number: int) -> Version | None:
        """One version."""
        sk = mapping.version_sk(number)
        item = read(VersionItem, f"document#{document_id}", sk, consistent=True)
        return mapping.to_version(item) if item else None

    def versions(self, document_id: str) -> list[Version]:
        """The newest versions, newest first."""
        page = read_page(
            VersionItem,
            f"document#{document_id}",
            PageRequest(_VERSIONS_SHOWN),
            VersionItem.sk.startswith("version#"),
        )
        return [mapping.to_version(item) for item in page.items]

    def judge(
        self, version: Version, document: Document, request: UploadRequest | None, event: Event
    ) -> None:
        """Stores what a version turned out to be, together with what shows it."""
        waiting = VersionItem.state == State.WAITING.value
        writes = (
            Writes()
            .put(
                mapping.to_version_item(version).announce(event),
                must=waiting,
                otherwise=ConflictError("This file was judged already."),
            )
            .put(mapping.to_document_item(document), otherwise=StaleVersionError())
        )
        _with_request(writes, request).commit()

    def add_stray(self, stray: Stray) -> None:
        """Notes an object that nobody waited for."""
        Writes().put(mapping.to_stray_item(stray)).commit()

    def strays(self, page: PageRequest) -> Page[Stray]:
        """The objects that nobody waited for, in the reverse order of their keys."""
        return read_page(StrayItem, "strays", page).map(mapping.to_stray)


def _with_request(writes: Writes, request: UploadRequest | None) -> Writes:
    if request is None:
        return writes
    return writes.put(mapping.to_request_item(request), otherwise=StaleVersionError())

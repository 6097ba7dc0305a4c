"""Documents and their versions."""

from typing import Annotated, Self

from pydantic import Field

from chalicelib.documents.model import Document, State, Version
from chalicelib.documents.schemas.files import FileToSend
from chalicelib.documents.service.library import Replacing
from portal.wire import Card, CardView, Id, Instant, Request, Response


class NewDocument(FileToSend):
    """An employee's file; with `document_id` it is the next version of that document."""

    card: Card
    document_id: Id | None = None
    expected_version: Annotated[int, Field(ge=0)] | None = None

    def to_replacing(self) -> Replacing | None:
        """The domain's form."""
        if self.document_id is None:
            return None
        return Replacing(self.document_id, self.expected_version)


class Sharing(Request):
    """Whether the card's client may see a document."""

    with_client: bool


class DownloadQuery(Request):
    """Which version; without it the newest that can be had."""

    version: Annotated[int, Field(ge=1, le=999_999)] | None = None


class LinkView(Response):
    """An address that gives the content for a minute."""

    url: str


class UploaderView(Response):
    """Who sent a file."""

    kind: str
    name: str


class VersionView(Response):
    """One version of a document."""

    version: int
    name: str
    size: int
    content_type: str
    state: State
    reason: str | None
    sha256: str | None
    uploaded_by: UploaderView
    created_at: Instant

    @classmethod
    def of(cls, version: Version) -> Self:
        """The domain's form as it is sent."""
        return cls(
            version=version.number,
            name=version.file.name,
            size=version.file.size,
            content_type=version.file.content_type,
            state=version.state,
            reason=version.reason,
            sha256=version.sha256,
            uploaded_by=UploaderView.model_validate(version.uploaded_by),
            created_at=version.created_at,
        )


class DocumentView(Response):
    """A document as it stands on its card; `version` is the newest that can be had, 0 before there is one."""

    id: str
    card: CardView
    name: str
    size: int
    content_type: str
    version: int
    state: State
    reason: str | None
    sha256: str | None
    shared_with_client: bool
    uploaded_by: UploaderView
    created_at: Instant
    updated_at: Instant

    @classmethod
    def of(cls, document: Document) -> Self:
        """The domain's form as it is sent."""
        return cls(
            id=document.id,
            card=CardView.model_validate(document.access.card),
            name=document.file.name,
            size=document.file.size,
            content_type=document.file.content_type,
            version=document.current,
            state=document.state,
            reason=document.reason,
            sha256=document.sha256,
            shared_with_client=document.access.shared_with_client,
            uploaded_by=UploaderView.model_validate(document.uploaded_by),
            created_at=document.created_at,
            updated_at=document.updated_at,
        )


class FullDocumentView(DocumentView):
    """A document with its versions, newest first."""

    versions: list[VersionView]

    @classmethod
    def with_versions(cls, document: Document, versions: list[Version]) -> Self:
        """The domain's form as it is sent."""
        plain = DocumentView.of(document)
        return cls(**dict(plain), versions=[VersionView.of(version) for version in versions])


class StrayView(Response):
    """An object that nobody waited for."""

    key: str
    size: int
    found_at: Instant
    reason: str

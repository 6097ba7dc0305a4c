"""A document and its versions."""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from portal.cards import CardRef
from portal.errors import ConflictError
from portal.principals import Actor, Audience, contact_grant
from portal.values import dataclass

_CONTACTS = contact_grant("")


class State(StrEnum):
    """How far a version has come."""

    WAITING = "waiting"
    READY = "ready"
    QUARANTINED = "quarantined"


@dataclass(frozen=True)
class File:
    """What is said of a file before it comes: its name for people, its size in bytes, its media type."""

    name: str
    size: int
    content_type: str


@dataclass(frozen=True)
class Access:
    """Where a file stands and who may see it: its card, the card's audience at that time, and its client or not."""

    card: CardRef
    audience: Audience
    shared_with_client: bool = False


@dataclass(frozen=True)
class Finding:
    """What the content turned out to be; `refusal` says in a sentence why it is not what was said, or is None."""

    size: int
    sha256: str
    refusal: str | None


@dataclass(frozen=True)
class Upload:
    """One object that came to an upload address; `revision` is S3's version of it."""

    key: str
    revision: str | None


@dataclass(frozen=True)
class Stray:
    """An object that nobody waited for: kept, and listed for an owner to look at."""

    key: str
    revision: str | None
    size: int
    found_at: datetime
    reason: str


@dataclass(frozen=True)
class Version:
    """One version of a document.

    `source` is S3's version of the object that came, by which a repeated notice of it is known; `revision` is S3's
    version of the object that is kept, so that nothing that comes to the same key later can take its place.
    """

    document_id: str
    number: int
    file: File
    access: Access
    uploaded_by: Actor
    created_at: datetime
    state: State = State.WAITING
    requested_by: str | None = None
    request_hash: str | None = None
    sha256: str | None = None
    reason: str | None = None
    source: str | None = None
    revision: str | None = None

    @property
    def upload_key(self) -> str:
        """Where its content is sent to."""
        return f"uploads/{self.document_id}/{self.number}"

    @property
    def key(self) -> str:
        """Where its content is kept."""
        folder = "quarantine" if self.state is State.QUARANTINED else "files"
        return f"{folder}/{self.document_id}/{self.number}"

    def judged(self, finding: Finding, upload: Upload) -> "Version":
        """The version once its content is known; ready, or in quarantine."""
        return replace(
            self,
            file=replace(self.file, size=finding.size),
            state=State.QUARANTINED if finding.refusal else State.READY,
            sha256=finding.sha256,
            reason=finding.refusal,
            source=upload.revision,
        )

    def require_ready(self) -> "Version":
        """The version, if its content may be handed out.

        Raises:
            ConflictError: it has not come yet, or was refused.
        """
        if self.state is State.WAITING:
            raise ConflictError("This file has not come yet. Try again in a moment.")
        if self.state is State.QUARANTINED:
            raise ConflictError(f"This file was refused and is not handed out. {self.reason}")
        return self


@dataclass(frozen=True)
class Document:
    """A file on a card. `current` is the newest version that can be had, `given` the last number given out.

    `pending_until` is when an address for a further version, given out and not used, stops keeping others from
    replacing the same version; `lock` is the store's own.
    """

    id: str
    file: File
    access: Access
    uploaded_by: Actor
    created_at: datetime
    updated_at: datetime
    state: State = State.WAITING
    current: int = 0
    given: int = 1
    sha256: str | None = None
    reason: str | None = None
    pending_until: datetime | None = None
    lock: int | None = None

    def reserving(self, expected: int | None, now: datetime, until: datetime) -> "Document":
        """The document with one number more given out.

        Raises:
            ConflictError: `expected` is not the current version, or its successor is on its way.
        """
        if expected is not None and expected != self.current:
            raise ConflictError(
                f"Version {self.current} has come meanwhile. Look at it before you replace it."
            )
        if expected is not None and self.pending_until and now < self.pending_until:
            raise ConflictError("Somebody is sending the next version right now. Wait for it.")
        return replace(self, given=self.given + 1, pending_until=until)

    def with_version(self, version: Version, now: datetime) -> "Document":
        """The document after a version was judged; an older one than the current changes nothing that is shown."""
        after = replace(self, updated_at=now, pending_until=None)
        if version.state is State.READY and version.number > self.current:
            return replace(_showing(after, version), current=version.number)
        return _showing(after, version) if self.state is State.WAITING else after

    def shared(self, now: datetime, *, with_client: bool) -> "Document":
        """The document, shown to the card's client or not."""
        access = replace(self.access, shared_with_client=with_client)
        return replace(self, access=access, updated_at=now)


def _showing(document: Document, version: Version) -> Document:
    return replace(
        document,
        file=version.file,
        uploaded_by=version.uploaded_by,
        state=version.state,
        sha256=version.sha256,
        reason=version.reason,
    )


def staff_only(audience: Audience) -> Audience:
    """The audience without the clients."""
    return frozenset(grant for grant in audience if not grant.startswith(_CONTACTS))

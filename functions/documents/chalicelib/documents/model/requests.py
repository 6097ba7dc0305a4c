"""A request for files: what its holder, who has no account, may send until when."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.documents.model.files import Access, File, State, Version
from portal.errors import FieldError, GoneError, InvalidError
from portal.values import dataclass

SLOT_LIFE = timedelta(hours=1)
"""How long a file that was announced may take to come, before its place is given back."""

MAX_REFUSED = 10
"""After so many refused files a request takes no more: by then it is no longer a slip of the hand."""

MAX_LIFE = timedelta(days=366)


class RequestState(StrEnum):
    """Whether files can still be sent, and if not, why."""

    OPEN = "open"
    USED_UP = "used_up"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Terms:
    """What may be sent: at most `max_files` of at most `max_bytes` each, of these media types, until `expires_at`."""

    note: str
    expires_at: datetime
    max_bytes: int
    content_types: tuple[str, ...]
    max_files: int = 1

    def require_future(self, now: datetime) -> None:
        """Raises `InvalidError` unless the request ends later than now and within a year."""
        if self.expires_at <= now:
            raise InvalidError.at("/expires_at", "Choose an instant that is still to come.")
        if self.expires_at > now + MAX_LIFE:
            raise InvalidError.at("/expires_at", "Choose an instant within a year.")

    def require_fit(self, file: File) -> None:
        """Raises `InvalidError`, naming each field, unless the file is within the terms."""
        if errors := list(self._misfits(file)):
            raise InvalidError(*errors)

    def _misfits(self, file: File) -> Iterator[FieldError]:
        if file.size > self.max_bytes:
            yield FieldError("/size", f"Send at most {self.max_bytes} bytes.")
        if file.content_type not in self.content_types:
            yield FieldError("/content_type", f"Send one of {', '.join(self.content_types)}.")


@dataclass(frozen=True)
class Slot:
    """A place for one file. While it waits it counts until `until`; a refused file gives its place back."""

    document_id: str
    file: File
    until: datetime
    state: State = State.WAITING
    reason: str | None = None

    def taken(self, now: datetime) -> bool:
        """Whether the place counts against the request."""
        return self.state is State.READY or (self.state is State.WAITING and now < self.until)

    def shown(self, now: datetime) -> bool:
        """Whether the request's holder is told of it."""
        return self.state is State.QUARANTINED or self.taken(now)


@dataclass(frozen=True)
class UploadRequest:
    """A request for files on a card. Of its token only the SHA-256 is known here; `lock` is the store's own."""

    id: str
    token_hash: str
    terms: Terms
    access: Access
    requested_by: str
    created_at: datetime
    slots: tuple[Slot, ...] = ()
    withdrawn: bool = False
    lock: int | None = None

    def require_open(self, now: datetime) -> None:
        """Raises `GoneError` once it has expired or was withdrawn."""
        if self.withdrawn:
            raise GoneError("This request was withdrawn. Ask for a new link.")
        if now >= self.terms.expires_at:
            raise GoneError("This link has expired. Ask for a new one.")

    def state(self, now: datetime) -> RequestState:
        """Whether it takes files at that instant."""
        if self.withdrawn:
            return RequestState.WITHDRAWN
        if now >= self.terms.expires_at:
            return RequestState.EXPIRED
        return RequestState.OPEN if self.files_left(now) > 0 else RequestState.USED_UP

    def files_left(self, now: datetime) -> int:
        """How many more files may be announced."""
        if sum(slot.state is State.QUARANTINED for slot in self.slots) >= MAX_REFUSED:
            return 0
        return self.terms.max_files - sum(slot.taken(now) for slot in self.slots)

    def waits_for(self, document_id: str, file: File, now: datetime) -> bool:
        """Whether that place was given for such a file, which has not come yet."""
        return any(
            slot.document_id == document_id and slot.file == file and slot.state is State.WAITING
            for slot in self.slots
            if slot.taken(now)
        )

    def giving(self, document_id: str, file: File, now: datetime) -> "UploadRequest":
        """The request with a place given to one file more; places whose files never came are taken back.

        Raises:
            GoneError: it has ended, or is used up.
            InvalidError: the file is not within the terms.
        """
        self.require_open(now)
        self.terms.require_fit(file)
        if self.files_left(now) < 1:
            raise GoneError("All the files that were asked for have been sent.")
        kept = tuple(slot for slot in self.slots if slot.shown(now))
        return replace(self, slots=(*kept, Slot(document_id, file, now + SLOT_LIFE)))

    def with_file(self, version: Version) -> "UploadRequest":
        """The request after a file that came by it was judged, however late."""
        slot = Slot(
            version.document_id, version.file, version.created_at, version.state, version.reason
        )
        others = tuple(one for one in self.slots if one.document_id != version.document_id)
        return replace(self, slots=(*others, slot))


def hash_of(token: str) -> str:
    """What is kept of a token: its SHA-256, in hexadecimal. It has 256 random bits, so it needs no salt."""
    return hashlib.sha256(token.encode()).hexdigest()

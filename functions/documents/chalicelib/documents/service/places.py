"""Places for files: where each that was asked for is sent to."""

from dataclasses import replace
from datetime import timedelta

from chalicelib.documents.model import (
    Document,
    File,
    Terms,
    UploadRequest,
    Version,
    display_name,
)
from chalicelib.documents.service.ports import Files, Form, Store
from portal.clock import Clock
from portal.errors import NotFoundError, StaleVersionError
from portal.ids import Ids
from portal.principals import Actor
from portal.values import dataclass

FORM_LIFE = timedelta(minutes=15)

_TRIES = 5


@dataclass(frozen=True)
class Place:
    """Where to send a file that will be that version of that document."""

    document_id: str
    version: int
    form: Form


@dataclass(frozen=True)
class Places:
    """Giving the holders of requests places for their files."""

    store: Store
    files: Files
    clock: Clock
    ids: Ids

    def give(self, token_hash: str, file: File, sender: Actor | None, again: str | None) -> Place:
        """A place for the file; `again` is the one that it was given before, when it has not come there yet.

        Raises:
            NotFoundError: there is no such request.
            GoneError: the request has ended or is used up.
            InvalidError: the file is not within the terms.
            StaleVersionError: very many files of the request are announced at once.
        """
        file = replace(file, name=display_name(file.name))
        if again and (place := self._same_place(token_hash, file, again)):
            return place
        for _ in range(_TRIES - 1):
            try:
                return self._give_place(token_hash, file, sender)
            except StaleVersionError:
                continue
        return self._give_place(token_hash, file, sender)

    def _same_place(self, token_hash: str, file: File, document_id: str) -> Place | None:
        """The place that was given before, with a form that is good for a while again."""
        request, now = self.request(token_hash), self.clock()
        request.require_open(now)
        version = self.store.version(document_id, 1)
        if version is None or not request.waits_for(document_id, file, now):
            return None
        return Place(document_id, 1, self._form(version, request.terms))

    def _form(self, version: Version, terms: Terms) -> Form:
        valid_for = min(FORM_LIFE, terms.expires_at - self.clock())
        return self.files.form(version.upload_key, version.file, valid_for)

    def _give_place(self, token_hash: str, file: File, sender: Actor | None) -> Place:
        now, document_id = self.clock(), self.ids()
        request = self.request(token_hash).giving(document_id, file, now)
        # The name is neither the partner's nor the client's: of a holder we know only the link.
        sender = sender or Actor("guest", request.id, "Guest")
        document = Document(document_id, file, request.access, sender, now, now)
        version = Version(
            document_id,
            1,
            file,
            request.access,
            sender,
            now,
            requested_by=request.requested_by,
            request_hash=request.token_hash,
        )
        self.store.reserve(document, version, request)
        return Place(document_id, 1, self._form(version, request.terms))

    def request(self, token_hash: str) -> UploadRequest:
        """The request of a token; raises `NotFoundError`."""
        request = self.store.request_by_token(token_hash)
        if request is None:
            raise NotFoundError("This link is not known. Copy it whole from the letter.")
        return request

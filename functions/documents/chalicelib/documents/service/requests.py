"""Requests for files, by which someone without an account sends them to a card."""

import secrets
from dataclasses import dataclass, replace
from datetime import timedelta

from chalicelib.documents.model import (
    Access,
    Document,
    File,
    Terms,
    UploadRequest,
    Version,
    display_name,
    hash_of,
    require_formats,
)
from chalicelib.documents.service.cards import require_card
from chalicelib.documents.service.ports import Cards, Files, Form, Store
from portal.cards import CardRef
from portal.clock import Clock
from portal.errors import NotFoundError, StaleVersionError
from portal.ids import Ids
from portal.paging import Page, PageRequest
from portal.principals import Actor, Principal

FORM_LIFE = timedelta(minutes=15)

_TOKEN_BYTES = 32
_TRIES = 5


@dataclass(frozen=True)
class Asking:
    """The card that files are wanted for, and whether its client will see them there."""

    card: CardRef
    shared_with_client: bool


@dataclass(frozen=True)
class Place:
    """Where to send a file that will be that version of that document."""

    document_id: str
    version: int
    form: Form


@dataclass(frozen=True)
class Requests:
    """Making requests, looking at them by token, and giving their holders places for files."""

    store: Store
    files: Files
    cards: Cards
    clock: Clock
    ids: Ids

    def add(
        self, caller: Principal, authorization: str | None, asking: Asking, terms: Terms
    ) -> tuple[UploadRequest, str]:
        """A new request and its token, which is known to nobody afterwards.

        Raises:
            InvalidError: a term will not do.
            NotFoundError: the caller may not see the card.
        """
        terms.require_future(self.clock())
        require_formats(terms.content_types, "/content_types")
        card = require_card(self.cards, authorization, asking.card)
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        request = UploadRequest(
            id=self.ids(),
            token_hash=hash_of(token),
            terms=terms,
            access=Access(asking.card, card.audience, asking.shared_with_client),
            requested_by=caller.id,
            created_at=self.clock(),
        )
        self.store.add_request(request)
        return request, token

    def on_card(
        self, authorization: str | None, card: CardRef, page: PageRequest
    ) -> Page[UploadRequest]:
        """The requests for a card.

        Raises:
            NotFoundError: the caller may not see the card.
        """
        require_card(self.cards, authorization, card)
        return self.store.requests(card, page)

    def withdraw(self, authorization: str | None, request_id: str) -> UploadRequest:
        """Ends a request before its time; files that have come stay.

        Raises:
            NotFoundError: there is none, or the caller may not see its card.
            StaleVersionError: its holder is sending a file at this moment.
        """
        request = self.store.request(request_id)
        if request is None:
            raise NotFoundError("There is no such request.")
        require_card(self.cards, authorization, request.access.card)
        ended = replace(request, withdrawn=True)
        self.store.save_request(ended)
        return ended

    def by_token(self, token: str) -> UploadRequest:
        """The request as its holder sees it.

        Raises:
            NotFoundError: nobody was given this token.
            GoneError: it has expired or was withdrawn.
        """
        request = self._known(token)
        request.require_open(self.clock())
        return request

    def give_place(self, token: str, file: File) -> Place:
        """A place for one file.

        Raises:
            NotFoundError: nobody was given this token.
            GoneError: the request has ended or is used up.
            InvalidError: the file is not within the terms.
            StaleVersionError: very many files of the request are announced at once.
        """
        file = replace(file, name=display_name(file.name))
        for _ in range(_TRIES - 1):
            try:
                return self._give_place(token, file)
            except StaleVersionError:
                continue
        return self._give_place(token, file)

    def _give_place(self, token: str, file: File) -> Place:
        now, document_id = self.clock(), self.ids()
        request = self._known(token).giving(document_id, file, now)
        # The name is neither the partner's nor the client's: of a holder we know only the link.
        guest = Actor("guest", request.id, "Guest")
        document = Document(document_id, file, request.access, guest, now, now)
        version = Version(
            document_id,
            1,
            file,
            request.access,
            guest,
            now,
            requested_by=request.requested_by,
            request_hash=request.token_hash,
        )
        self.store.reserve(document, version, request)
        valid_for = min(FORM_LIFE, request.terms.expires_at - now)
        return Place(document_id, 1, self.files.form(version.upload_key, file, valid_for))

    def _known(self, token: str) -> UploadRequest:
        request = self.store.request_by_token(hash_of(token))
        if request is None:
            raise NotFoundError("This link is not known. Copy it whole from the letter.")
        return request

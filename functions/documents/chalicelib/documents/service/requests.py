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
_NO_SUCH_REQUEST = "There is no such request."


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
        self, caller: Principal, authorization: str | None, card: CardRef, page: PageRequest
    ) -> Page[UploadRequest]:
        """The requests for a card; a client sees those whose files will be shown to him.

        Raises:
            NotFoundError: the caller may not see the card.
        """
        require_card(self.cards, authorization, card)
        return self.store.requests(card, page, for_client=not caller.is_staff)

    def withdraw(self, authorization: str | None, request_id: str) -> UploadRequest:
        """Ends a request before its time; files that have come stay.

        Raises:
            NotFoundError: there is none, or the caller may not see its card.
            StaleVersionError: its holder is sending a file at this moment.
        """
        ended = replace(self._seen(authorization, request_id), withdrawn=True)
        self.store.save_request(ended)
        return ended

    def by_token(self, token: str) -> UploadRequest:
        """The request as its holder sees it.

        Raises:
            NotFoundError: nobody was given this token.
            GoneError: it has expired or was withdrawn.
        """
        request = self._known(hash_of(token))
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
        return self._try_to_give(hash_of(token), file, None)

    def give_place_to_client(
        self, client: Principal, authorization: str | None, request_id: str, file: File
    ) -> Place:
        """A place for one file of a client who is signed in, and so needs no token.

        Raises:
            NotFoundError: there is none, or it is not for this client.
            GoneError, InvalidError, StaleVersionError: as in `give_place`.
        """
        request = self._seen(authorization, request_id)
        if not request.access.shared_with_client:
            raise NotFoundError(_NO_SUCH_REQUEST)
        return self._try_to_give(request.token_hash, file, Actor.of(client))

    def _try_to_give(self, token_hash: str, file: File, sender: Actor | None) -> Place:
        file = replace(file, name=display_name(file.name))
        for _ in range(_TRIES - 1):
            try:
                return self._give_place(token_hash, file, sender)
            except StaleVersionError:
                continue
        return self._give_place(token_hash, file, sender)

    def _give_place(self, token_hash: str, file: File, sender: Actor | None) -> Place:
        now, document_id = self.clock(), self.ids()
        request = self._known(token_hash).giving(document_id, file, now)
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
        valid_for = min(FORM_LIFE, request.terms.expires_at - now)
        return Place(document_id, 1, self.files.form(version.upload_key, file, valid_for))

    def _seen(self, authorization: str | None, request_id: str) -> UploadRequest:
        request = self.store.request(request_id)
        if request is None:
            raise NotFoundError(_NO_SUCH_REQUEST)
        require_card(self.cards, authorization, request.access.card)
        return request

    def _known(self, token_hash: str) -> UploadRequest:
        request = self.store.request_by_token(token_hash)
        if request is None:
            raise NotFoundError("This link is not known. Copy it whole from the letter.")
        return request

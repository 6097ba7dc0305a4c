"""Requests for files, by which someone without an account sends them to a card."""

import secrets
from dataclasses import replace

from chalicelib.documents.model import (
    Access,
    File,
    Terms,
    UploadRequest,
    hash_of,
    require_formats,
)
from chalicelib.documents.service.cards import require_card
from chalicelib.documents.service.places import Place, Places
from chalicelib.documents.service.ports import Cards, Files, Store
from portal.cards import CardRef
from portal.clock import Clock
from portal.errors import NotFoundError
from portal.ids import Ids
from portal.paging import Page, PageRequest
from portal.principals import Actor, Principal
from portal.values import dataclass

_TOKEN_BYTES = 32
_NO_SUCH_REQUEST = "There is no such request."


@dataclass(frozen=True)
class Asking:
    """The card that files are wanted for, and whether its client will see them there."""

    card: CardRef
    shared_with_client: bool


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
        request = self._places.request(hash_of(token))
        request.require_open(self.clock())
        return request

    def give_place(self, token: str, file: File, again: str | None = None) -> Place:
        """A place for one file; `again` is the one that it was given before, when it has not come there yet.

        Raises:
            NotFoundError: nobody was given this token.
            GoneError: the request has ended or is used up.
            InvalidError: the file is not within the terms.
            StaleVersionError: very many files of the request are announced at once.
        """
        return self._places.give(hash_of(token), file, None, again)

    def give_place_to_client(
        self,
        client: Principal,
        authorization: str | None,
        request_id: str,
        file: File,
        again: str | None = None,
    ) -> Place:
        """A place for one file of a client who is signed in, and so needs no token; `again` as in `give_place`.

        Raises:
            NotFoundError: there is none, or it is not for this client.
            GoneError, InvalidError, StaleVersionError: as in `give_place`.
        """
        request = self._seen(authorization, request_id)
        if not request.access.shared_with_client:
            raise NotFoundError(_NO_SUCH_REQUEST)
        return self._places.give(request.token_hash, file, Actor.of(client), again)

    @property
    def _places(self) -> Places:
        return Places(self.store, self.files, self.clock, self.ids)

    def _seen(self, authorization: str | None, request_id: str) -> UploadRequest:
        request = self.store.request(request_id)
        if request is None:
            raise NotFoundError(_NO_SUCH_REQUEST)
        require_card(self.cards, authorization, request.access.card)
        return request

"""Documents on cards: finding them, taking them, adding to them."""

from collections.abc import Sequence
from dataclasses import replace

from chalicelib.documents.model import (
    Access,
    Document,
    File,
    State,
    Version,
    display_name,
)
from chalicelib.documents.model.formats import require_format
from chalicelib.documents.service.cards import require_card
from chalicelib.documents.service.places import FORM_LIFE, Place
from chalicelib.documents.service.ports import CardAccess, Cards, Files, Store
from portal.cards import CardRef
from portal.clock import Clock
from portal.errors import ConflictError, InvalidError, NotFoundError, StaleVersionError
from portal.ids import Ids
from portal.paging import Page, PageRequest
from portal.principals import Actor, Principal
from portal.values import dataclass


@dataclass(frozen=True)
class Replacing:
    """The document that a file will be a version of; with `expected`, only if that is still the current one."""

    document_id: str
    expected: int | None


@dataclass(frozen=True)
class Caller:
    """Who asks, and the header by which other features know him."""

    principal: Principal
    authorization: str | None


@dataclass(frozen=True)
class Library:
    """The documents. Staff see all those of a card they may see; a client those that are shared with him."""

    store: Store
    files: Files
    cards: Cards
    clock: Clock
    ids: Ids

    def on_card(self, caller: Caller, card: CardRef, page: PageRequest) -> Page[Document]:
        """The documents on a card, newest first.

        Raises:
            NotFoundError: the caller may not see the card.
        """
        require_card(self.cards, caller.authorization, card)
        return self.store.documents(card, page, for_client=not caller.principal.is_staff)

    def document(self, caller: Caller, document_id: str) -> Document:
        """One document.

        Raises:
            NotFoundError: there is none, or it is not the caller's to see.
        """
        return self._seen(caller, document_id)[0]

    def versions(self, caller: Caller, document: Document) -> Sequence[Version]:
        """The newest versions, newest first; a client sees those that can be had."""
        versions = self.store.versions(document.id)
        if caller.principal.is_staff:
            return versions
        return [version for version in versions if version.state is State.READY]

    def download(self, caller: Caller, document_id: str, number: int | None) -> str:
        """An address of the content of a version, or of the newest that can be had.

        Raises:
            NotFoundError: there is none, or it is not the caller's to see.
            ConflictError: the file has not come yet, or was refused.
        """
        document = self.document(caller, document_id)
        version = self.store.version(document_id, number or document.current or 1)
        if version is None:
            raise NotFoundError("There is no such version.")
        return self.files.link(version.require_ready())

    def upload(
        self, caller: Caller, card: CardRef, file: File, replacing: Replacing | None
    ) -> Place:
        """A place for an employee's file: a new document, or the next version of one.

        Raises:
            InvalidError: the format is not accepted, or the document stands on another card.
            NotFoundError: the card or the document is not the caller's to see.
            ConflictError: the version to be replaced is no longer the current one.
        """
        file = File(display_name(file.name), file.size, require_format(file.content_type))
        if replacing:
            document = self._next(caller, card, replacing)
        else:
            document = self._new(caller, card, file)
        version = Version(
            document.id,
            document.given,
            file,
            document.access,
            Actor.of(caller.principal),
            self.clock(),
        )
        self._reserve(document, version)
        form = self.files.form(version.upload_key, file, FORM_LIFE)
        return Place(document.id, version.number, form)

    def share(self, caller: Caller, document_id: str, *, with_client: bool) -> Document:
        """The document, shown to the card's client or not.

        Raises:
            NotFoundError: there is none, or the caller may not see its card.
            StaleVersionError: somebody is changing it at this moment.
        """
        document = self.document(caller, document_id)
        shared = document.shared(self.clock(), with_client=with_client)
        self.store.save_document(shared)
        return shared

    def _new(self, caller: Caller, card: CardRef, file: File) -> Document:
        access = Access(card, require_card(self.cards, caller.authorization, card).audience)
        actor, now = Actor.of(caller.principal), self.clock()
        return Document(self.ids(), file, access, actor, now, now)

    def _next(self, caller: Caller, card: CardRef, replacing: Replacing) -> Document:
        document, seen = self._seen(caller, replacing.document_id)
        if document.access.card != card:
            raise InvalidError.at("/card", f"This document stands on {document.access.card}.")
        now = self.clock()
        access = replace(document.access, audience=seen.audience)
        reserved = document.reserving(replacing.expected, now, now + FORM_LIFE)
        return replace(reserved, access=access)

    def _reserve(self, document: Document, version: Version) -> None:
        try:
            self.store.reserve(document, version, None)
        except StaleVersionError as error:
            raise ConflictError(
                "Somebody is replacing this document right now. Look at it again."
            ) from error

    def _seen(self, caller: Caller, document_id: str) -> tuple[Document, CardAccess]:
        document = self.store.document(document_id)
        if document is None or not _shown_to(caller.principal, document):
            raise NotFoundError("There is no such document.")
        found = self.cards.visible(caller.authorization, [document.access.card])
        if document.access.card not in found:
            raise NotFoundError("There is no such document.")
        return document, found[document.access.card]


def _shown_to(principal: Principal, document: Document) -> bool:
    return principal.is_staff or (
        document.access.shared_with_client and document.state is State.READY
    )

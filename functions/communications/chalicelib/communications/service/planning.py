"""Letters that wait to leave: seen, put off and taken back by those whose they are."""

from dataclasses import replace
from datetime import datetime

from chalicelib.communications.model import (
    Body,
    Communication,
    Departure,
    Direction,
    Status,
    Upload,
    is_unsent,
    may_decide,
    require_ahead,
)
from chalicelib.communications.service.ports import Cards, Objects
from chalicelib.communications.service.reading import Reading
from chalicelib.communications.service.sending import Sending
from chalicelib.communications.service.unsent import UnsentStore
from chalicelib.communications.service.uploads import UPLOAD_LIFETIME
from portal.cards import CardRef
from portal.errors import ConflictError, NotFoundError
from portal.ids import Ids
from portal.paging import Page, PageRequest
from portal.principals import Principal
from portal.values import dataclass


@dataclass(frozen=True)
class TakenBack:
    """A letter that is not sent, with its files as uploads for the letter that takes its place."""

    record: Communication
    body: Body
    uploads: tuple[Upload, ...]


@dataclass(frozen=True)
class Planning:
    """The queue of letters, as people see and change it."""

    store: UnsentStore
    objects: Objects
    cards: Cards
    reading: Reading
    sending: Sending
    ids: Ids

    def page(
        self,
        caller: Principal,
        authorization: str | None,
        card: CardRef | None,
        request: PageRequest,
    ) -> Page[Communication]:
        """The caller's own letters that have not left, or those of a card, the next to leave first.

        Raises:
            NotFoundError: there is no such card, or it is not for the caller.
        """
        if card is None:
            return self.reading.many(caller, self.store.unsent_of(caller.id, request))
        if card not in self.cards.visible(authorization, [card]):
            raise NotFoundError("There is no such card.")
        return self.reading.many(caller, self.store.unsent_on(card, request))

    def put_off(
        self, caller: Principal, communication_id: str, at: datetime, *, unless_answered: bool
    ) -> Communication:
        """The letter with another instant to leave at.

        Raises:
            NotFoundError: there is no such letter, or it is not the caller's to change.
            InvalidError: the instant will not do.
            ConflictError: it has left, or is leaving.
        """
        record = _require_waiting(self._own(caller, communication_id))
        require_ahead(at, self.sending.clock(), "/at")
        departure = Departure(at, planned=True, unless_answered=unless_answered)
        later = replace(record, status=Status.WAITING, departure=departure, failure=None)
        saved = self.store.save(later, record)
        self.sending.announce(saved)
        return saved

    def take_back(self, caller: Principal, communication_id: str) -> TakenBack:
        """The letter that will not leave; taken back once more it is the same.

        Raises:
            NotFoundError: there is no such letter, or it is not the caller's to change.
            ConflictError: it has left, or is leaving.
        """
        record = self._own(caller, communication_id)
        if record.status is not Status.CANCELLED:
            stopped = replace(_require_waiting(record), status=Status.CANCELLED)
            record = self.store.save(stopped, record)
        record, body = self.reading.view(caller, record)
        return TakenBack(record, body, tuple(self._uploads(caller, record, body)))

    def _uploads(self, caller: Principal, record: Communication, body: Body) -> list[Upload]:
        uploads = [
            Upload(self.ids(), caller.id, file.name, file.size, file.content_type)
            for file in body.attachments
        ]
        for index, upload in enumerate(uploads):
            self.objects.attachment_as_upload(record.id, index, upload)
            self.store.add_upload(upload, self.sending.clock() + UPLOAD_LIFETIME)
        return uploads

    def _own(self, caller: Principal, communication_id: str) -> Communication:
        record = self.store.communication(communication_id)
        if record is None or record.direction is Direction.INBOUND or record.departure is None:
            raise NotFoundError("There is no such letter.")
        if not may_decide(caller, record):
            raise NotFoundError("There is no such letter.")
        return record


def _require_waiting(record: Communication) -> Communication:
    if record.status is Status.SENDING:
        raise ConflictError("This letter is being sent right now. Look again in a minute.")
    if not is_unsent(record):
        raise ConflictError("This letter has left already, or was taken back.")
    return record

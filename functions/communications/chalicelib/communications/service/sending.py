"""Sending letters: recorded first, and gone when their time has come."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from chalicelib.communications.model import (
    IN_FLIGHT,
    UNDO,
    Communication,
    Departure,
    Direction,
    Draft,
    Letter,
    Status,
    may_decide,
    require_ahead,
    waits,
)
from chalicelib.communications.service.departing import Departing, told
from chalicelib.communications.service.mail_service import SendingFailedError
from chalicelib.communications.service.names import Names
from chalicelib.communications.service.ports import Mime, Objects, Store
from chalicelib.communications.service.reading import Reading
from chalicelib.communications.service.recording import body_of
from chalicelib.communications.service.unsent import Departures
from chalicelib.communications.service.writing import Writing, Written
from portal.clock import Clock
from portal.errors import ConflictError, NotFoundError, UnavailableError
from portal.principals import Principal
from portal.values import dataclass

# What leaves later is announced by the clock, see `Ticking`.
_SOON = timedelta(minutes=15)


@dataclass(frozen=True)
class Sending:
    """Sending mail."""

    store: Store
    objects: Objects
    mime: Mime
    writing: Writing
    reading: Reading
    departing: Departing
    departures: Departures
    clock: Clock

    def send(
        self, author: Principal, authorization: str | None, draft: Draft, request_key: str | None
    ) -> Communication:
        """The letter as it waits, or sent when it goes at once.

        The same `request_key` gives the letter that it made before, however far that came.

        Raises:
            NotFoundError: there is no such card, or it is not for the author.
            InvalidError: recipients, subject, files, the instant or the letter answered will not do.
            ConflictError: there is no mailbox, or the mail service refused the letter, which is kept.
            UnavailableError: nobody knows whether it was sent; it is kept as being sent.
        """
        if request_key and (made := self.store.requested_with(request_key)):
            return made
        departure = self._departure(draft)
        tidy = replace(draft, html=self.mime.tidied(draft.html))
        written = self.writing.write(author, authorization, tidy)
        content = self.mime.compose(written.outgoing)
        letter = self.mime.parse(content)
        if departure is None:
            self.objects.keep_raw(written.record.raw_key, content)
            return self._delivered(self._record(written, letter, request_key), content)
        waiting = replace(
            written.record, status=Status.WAITING, attempted_at=None, departure=departure
        )
        record = self._record(replace(written, record=waiting), letter, request_key)
        self.announce(record)
        return record

    def retry(
        self, caller: Principal, authorization: str | None, communication_id: str
    ) -> Communication:
        """The letter, sent now; one that is sent already stays as it is.

        Raises:
            NotFoundError: there is no such communication, or it is not for the caller.
            ConflictError: it came from outside, is being sent right now, or was refused again.
            UnavailableError: as in `send`.
        """
        record = self.reading.record(caller, authorization, communication_id)
        if record.direction is Direction.INBOUND:
            raise ConflictError("This letter came from outside.")
        if record.status is Status.SENT:
            return record
        if waits(record) and not may_decide(caller, record):
            raise NotFoundError("This letter waits for its author.")
        now = self.clock()
        if record.status is Status.SENDING and now - (record.attempted_at or now) < IN_FLIGHT:
            raise ConflictError("This letter is being sent right now. Look again in a minute.")
        try:
            return self.departing.send(record)
        except (SendingFailedError, UnavailableError) as error:
            raise told(error, record) from error

    def announce(self, record: Communication) -> None:
        """Has the letter looked at when its time comes; the clock does so too, a minute later at most."""
        wait = record.departure.at - self.clock() if record.departure else _SOON
        if wait < _SOON:
            # The letter is recorded, so that the clock finds it whatever becomes of the queue.
            with suppress(UnavailableError):
                self.departures.announce([(record.id, max(0, round(wait.total_seconds())))])

    def _departure(self, draft: Draft) -> Departure | None:
        now = self.clock()
        if draft.leave_at is not None:
            at = require_ahead(draft.leave_at, now, "/leave_at")
            return Departure(at, planned=True, unless_answered=draft.unless_answered)
        return None if draft.at_once else Departure(now + UNDO)

    def _record(self, written: Written, letter: Letter, request_key: str | None) -> Communication:
        """Everything is stored before the first byte leaves."""
        record, texts = written.record, written.outgoing
        body = replace(body_of(letter), text=texts.text, history="", html=texts.html)
        self.objects.keep_body(record.id, body, letter.files)
        names = Names(
            message_ids=(texts.message_id,), fingerprint=letter.fingerprint, request_key=request_key
        )
        return self.store.add(record, names, None)

    def _delivered(self, record: Communication, content: bytes) -> Communication:
        try:
            return self.departing.deliver(record, content)
        except (SendingFailedError, UnavailableError) as error:
            raise told(error, record) from error

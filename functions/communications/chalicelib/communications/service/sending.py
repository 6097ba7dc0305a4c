"""Sending letters: recorded first, sent once, and never lost from sight in between."""

from dataclasses import dataclass, replace
from datetime import timedelta

from chalicelib.communications.events import CommunicationSent
from chalicelib.communications.model import (
    Communication,
    Direction,
    Draft,
    Letter,
    Status,
    addressed,
    audience_of,
    privacy_of,
)
from chalicelib.communications.service.names import Names
from chalicelib.communications.service.ports import Mime, Objects, Sender, SendingFailedError, Store
from chalicelib.communications.service.reading import Reading
from chalicelib.communications.service.recording import body_of
from chalicelib.communications.service.writing import Writing, Written
from portal.clock import Clock
from portal.errors import ConflictError, UnavailableError
from portal.ids import Ids
from portal.principals import SYSTEM, Principal

# Longer than the function that sends may run: until then somebody may still be at it.
IN_FLIGHT = timedelta(minutes=1)


@dataclass(frozen=True)
class Sending:
    """Sending mail."""

    store: Store
    objects: Objects
    mime: Mime
    sender: Sender
    writing: Writing
    reading: Reading
    clock: Clock
    ids: Ids

    def send(
        self, author: Principal, authorization: str | None, draft: Draft, request_key: str | None
    ) -> Communication:
        """The letter, sent. The same `request_key` gives the letter that it made before, however far that came.

        Raises:
            NotFoundError: there is no such card, or it is not for the author.
            InvalidError: recipients, subject, files or the letter answered will not do.
            ConflictError: there is no mailbox, or the mail service refused the letter, which is kept.
            UnavailableError: nobody knows whether it was sent; it is kept as being sent.
        """
        if request_key and (made := self.store.requested_with(request_key)):
            return made
        tidy = replace(draft, html=self.mime.tidied(draft.html))
        written = self.writing.write(author, authorization, tidy)
        content = self.mime.compose(written.outgoing)
        letter = self.mime.parse(content)
        record = self._record(written, content, letter, request_key)
        return self._deliver(record, content, letter.fingerprint)

    def retry(
        self, caller: Principal, authorization: str | None, communication_id: str
    ) -> Communication:
        """The letter, sent by another attempt; one that is sent already stays as it is.

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
        now = self.clock()
        if record.status is Status.SENDING and now - (record.attempted_at or now) < IN_FLIGHT:
            raise ConflictError("This letter is being sent right now. Look again in a minute.")
        # Whoever saves first sends; the other is told that somebody changed the record.
        claimed = replace(record, status=Status.SENDING, attempted_at=now, failure=None)
        content = self.objects.raw(record.raw_key).content
        fingerprint = self.mime.parse(content).fingerprint
        return self._deliver(self.store.save(claimed, record), content, fingerprint)

    def _record(
        self, written: Written, content: bytes, letter: Letter, request_key: str | None
    ) -> Communication:
        """Everything is stored before the first byte leaves."""
        record = written.record
        texts = written.outgoing
        body = replace(body_of(letter), text=texts.text, history="", html=texts.html)
        self.objects.keep_raw(record.raw_key, content)
        self.objects.keep_body(record.id, body, letter.files)
        names = Names(
            message_ids=(written.outgoing.message_id,),
            fingerprint=letter.fingerprint,
            request_key=request_key,
        )
        return self.store.add(record, names, None)

    def _deliver(self, record: Communication, content: bytes, fingerprint: str) -> Communication:
        recipients = [address.address for address in (*record.to, *record.cc)]
        try:
            provider_ids = self.sender.send(content, record.sender.address, recipients)
        except SendingFailedError as error:
            self.store.save(replace(record, status=Status.FAILED, failure=str(error)), record)
            raise ConflictError(
                f"{error} The letter is kept as {record.id}; mend the cause and send it again."
            ) from error
        except UnavailableError as error:
            raise UnavailableError(
                f"The mail service does not answer. The letter is kept as {record.id}: look there in a minute."
            ) from error
        return self._sent(record, Names(provider_ids, fingerprint, provider=True))

    def _sent(self, record: Communication, names: Names) -> Communication:
        sent = replace(record, status=Status.SENT, failure=None)
        boxes = addressed(self.store.mailboxes(), record.mailboxes)
        announcement = CommunicationSent(sent, audience_of(boxes), privacy=privacy_of(boxes))
        event = announcement.to_event(self.ids(), self.clock(), record.author or SYSTEM)
        return self.store.save(sent, record, event, names)

"""Letters leaving: each is claimed by one, sent once, and never lost from sight in between."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from chalicelib.communications.events import CommunicationSent
from chalicelib.communications.model import (
    Communication,
    File,
    Outgoing,
    Status,
    addressed,
    audience_of,
    due_at,
    privacy_of,
    reply_address,
)
from chalicelib.communications.service.mail_service import Sender, SendingFailedError
from chalicelib.communications.service.names import Names
from chalicelib.communications.service.ports import (
    Mime,
    Objects,
    ReplyKey,
    Store,
)
from portal.clock import Clock
from portal.errors import ConflictError, NotFoundError, UnavailableError
from portal.ids import Ids
from portal.principals import SYSTEM

UNCERTAIN = "The mail service did not answer, and nobody knows whether the letter has left."
_UNMADE = "The letter cannot be put together. Take it back, and send it anew."
# Queues count in whole seconds.
_EARLY = timedelta(seconds=1)
_PAUSE = timedelta(minutes=1)
_MOST_ATTEMPTS = 7


@dataclass(frozen=True)
class Departing:
    """Sending what has been recorded."""

    store: Store
    objects: Objects
    mime: Mime
    sender: Sender
    reply_key: ReplyKey
    mail_domain: str
    clock: Clock
    ids: Ids

    def depart(self, communication_id: str) -> None:
        """Sends a letter whose time has come, however often this is called.

        One whose sending began and never ended is given to its author, since nobody knows whether it left.
        """
        record = self.store.communication(communication_id)
        due = due_at(record) if record else None
        if record is None or due is None or due > self.clock() + _EARLY:
            return
        if record.status is Status.SENDING:
            self._fail(record, UNCERTAIN)
            return
        try:
            self.send(record)
        except (SendingFailedError, UnavailableError):
            # It stands in the record, which comes back in its time.
            return
        except (NotFoundError, ValueError):
            self._fail(record, _UNMADE)

    def send(self, record: Communication) -> Communication:
        """The letter, sent by this attempt.

        Raises:
            SendingFailedError: the mail service refused it, as is recorded.
            UnavailableError: nobody knows whether it was sent; it stays as being sent.
            StaleVersionError: somebody else sends it or has taken it back.
        """
        content = self._content(record)
        self.objects.keep_raw(record.raw_key, content)
        claimed = replace(record, status=Status.SENDING, attempted_at=self.clock(), failure=None)
        # Whoever saves first sends; the other is told that somebody changed the record.
        return self.deliver(self.store.save(claimed, record), content)

    def deliver(self, claimed: Communication, content: bytes) -> Communication:
        """The letter that this caller alone has claimed, sent; raises as `send` does."""
        recipients = [address.address for address in (*claimed.to, *claimed.cc, *claimed.bcc)]
        fingerprint = self.mime.parse(content).fingerprint
        try:
            provider_ids = self.sender.send(content, claimed.sender.address, recipients)
        except SendingFailedError as error:
            self.store.save(_refused(claimed, error, self.clock()), claimed)
            raise
        return self._sent(claimed, Names(provider_ids, fingerprint, provider=True))

    def _content(self, record: Communication) -> bytes:
        body = self.objects.body(record.id)
        files = tuple(
            File(
                file.name,
                file.content_type,
                file.detected_type,
                self.objects.attachment(record.id, file.index),
            )
            for file in body.attachments
        )
        return self.mime.compose(
            Outgoing(
                id=record.id,
                at=self.clock(),
                sender=record.sender,
                reply_to=reply_address(self.reply_key(), record.id, self.mail_domain),
                to=tuple(one.address for one in record.to),
                cc=tuple(one.address for one in record.cc),
                subject=record.subject,
                text=body.text,
                html=body.html,
                message_id=record.message_id or "",
                in_reply_to=next(reversed(body.references), None),
                references=body.references,
                files=files,
                automatic=record.automatic,
            )
        )

    def _fail(self, record: Communication, why: str) -> None:
        self.store.save(replace(record, status=Status.FAILED, failure=why), record)

    def _sent(self, record: Communication, names: Names) -> Communication:
        at = self.clock() if record.departure else record.at
        sent = replace(record, status=Status.SENT, failure=None, at=at)
        boxes = addressed(self.store.mailboxes(), record.mailboxes)
        announcement = CommunicationSent(sent, audience_of(boxes), privacy=privacy_of(boxes))
        event = announcement.to_event(self.ids(), self.clock(), record.author or SYSTEM)
        return self.store.save(sent, record, event, names)


def _refused(record: Communication, error: SendingFailedError, now: datetime) -> Communication:
    """What passes is tried again, later each time; all else waits for a person."""
    departure = record.departure
    if departure is None or not error.passing or departure.attempts >= _MOST_ATTEMPTS:
        return replace(record, status=Status.FAILED, failure=str(error))
    again = replace(
        departure, at=now + _PAUSE * 2**departure.attempts, attempts=departure.attempts + 1
    )
    return replace(record, status=Status.WAITING, failure=str(error), departure=again)


def told(error: SendingFailedError | UnavailableError, record: Communication) -> Exception:
    """What the person is told who waits for the letter to be sent."""
    if isinstance(error, SendingFailedError):
        return ConflictError(
            f"{error} The letter is kept as {record.id}; mend the cause and send it again."
        )
    return UnavailableError(
        f"The mail service does not answer. The letter is kept as {record.id}: look there in a minute."
    )

"""Letters that come: each stored object becomes a communication once, whatever is in it."""

import hashlib
from dataclasses import replace
from datetime import datetime

from chalicelib.communications.events import CommunicationReceived, CommunicationSent
from chalicelib.communications.model import (
    Communication,
    Direction,
    Letter,
    State,
    privacy_of,
)
from chalicelib.communications.service.answering import Answering
from chalicelib.communications.service.attributing import attributed
from chalicelib.communications.service.names import Known, Names
from chalicelib.communications.service.ports import Mime, Objects, Store
from chalicelib.communications.service.recording import body_of, filled, ours_of
from chalicelib.communications.service.reporting import Reporting
from chalicelib.communications.service.ruling import Recording, Ruling
from chalicelib.communications.service.tracing import Origin, Tracing
from portal.clock import Clock
from portal.errors import ConflictError
from portal.events import Event
from portal.ids import Ids, derived_id
from portal.principals import SYSTEM
from portal.values import dataclass

_TOO_LARGE = "This letter is too large to be read here. Download it whole."


@dataclass(frozen=True)
class Receiving:
    """Receiving mail."""

    store: Store
    objects: Objects
    mime: Mime
    tracing: Tracing
    reporting: Reporting
    mail_domain: str
    clock: Clock
    ids: Ids
    ruling: Ruling
    answering: Answering

    def receive(self, key: str, stored_at: datetime, delivered_to: tuple[str, ...] = ()) -> None:
        """Takes in the letter under a key of the mail bucket; the same one again changes nothing.

        Where the mail service says to whom it was delivered, that decides to which mailboxes it came.

        Raises:
            NotFoundError: there is no such object.
            ConflictError: somebody takes in the same object at this moment; to be tried again.
        """
        if self.store.received_from(key):
            return
        letter = self.read(key, delivered_to)
        try:
            self._take_in(letter, key, stored_at)
        except ConflictError:
            # Another copy was taken in at this moment; by now it is known, and this one joins it.
            self._take_in(letter, key, stored_at)

    def restore(self, key: str, stored_at: datetime, delivered_to: tuple[str, ...]) -> None:
        """Takes in a letter that the rules left out, which they do not leave out again; raises as `receive` does."""
        whole = replace(self, ruling=Recording(self.ruling.store, self.ruling.objects))
        whole.receive(key, stored_at, delivered_to)

    def read(self, key: str, delivered_to: tuple[str, ...] = ()) -> Letter:
        """The letter under a key, delivered to these.

        Raises:
            NotFoundError: there is no such object.
        """
        raw = self.objects.raw(key)
        if raw.whole:
            return replace(self.mime.parse(raw.content), delivered_to=delivered_to)
        return replace(self.mime.unreadable(raw.content, _TOO_LARGE), delivered_to=delivered_to)

    def recorded(
        self, record: Communication, letter: Letter, origin: Origin
    ) -> tuple[Communication, Letter]:
        """The record with all that the letter tells, and the letter as its real author wrote it."""
        taken = attributed(letter, origin, ours_of(origin, self.mail_domain))
        return taken.mark(filled(record, taken.letter, origin, self.mail_domain)), taken.letter

    def announced(self, record: Communication, origin: Origin) -> Event | None:
        """The event that says that the letter is here; what waits for nobody is not told to anybody."""
        if record.state is State.ASIDE:
            return None
        about = {"privacy": privacy_of(origin.mailboxes)}
        assignee = record.handling.assignee if record.handling else None
        audience = origin.audience | ({assignee.grant} if assignee else set())
        if record.direction is Direction.OUTBOUND:
            sent = CommunicationSent(record, audience, **about)
            return sent.to_event(self.ids(), self.clock(), record.author or SYSTEM)
        return CommunicationReceived(record, audience, **about).to_event(self.ids(), self.clock())

    def _take_in(self, letter: Letter, key: str, stored_at: datetime) -> None:
        origin = self.tracing.origin(letter)
        # Before the letter itself: whatever breaks between, the next attempt does both.
        self.reporting.report(letter, origin)
        name = message_name(letter, key)
        known = self.store.known([name]).get(name)
        if known is None:
            self._add(letter, origin, _names(letter, name, key), stored_at)
        elif known.fingerprint == letter.fingerprint:
            self._join(known, letter, origin, key)
        else:
            # The same Message-ID with other words is another letter, by mistake or by malice: it is kept too.
            other = f"{name}#{letter.fingerprint}"
            self._add_or_join(letter, origin, _names(letter, other, key), stored_at)

    def _add_or_join(
        self, letter: Letter, origin: Origin, names: Names, stored_at: datetime
    ) -> None:
        (name,) = names.message_ids
        if known := self.store.known([name]).get(name):
            self._join(known, letter, origin, names.object_key)
        else:
            self._add(letter, origin, names, stored_at)

    def _add(self, letter: Letter, origin: Origin, names: Names, stored_at: datetime) -> None:
        key = names.object_key or ""
        empty = Communication(
            id=derived_id(stored_at, key),
            direction=Direction.INBOUND,
            at=stored_at,
            sender=letter.sender,
            audience=origin.audience,
            raw_key=key,
            delivered_to=letter.delivered_to,
        )
        read, original = self.recorded(empty, letter, origin)
        decision = self.ruling.decide(read, origin.mailboxes)
        if decision.skipped_by:
            self.ruling.skip(read, origin.mailboxes, decision.skipped_by)
            return
        record = decision.mark(read)
        self.objects.keep_body(record.id, body_of(original), original.files)
        # Before the letter itself, as the reports.
        self.answering.answer(record, letter, origin)
        self.store.add(record, names, self.announced(record, origin))

    def _join(self, known: Known, letter: Letter, origin: Origin, key: str | None) -> None:
        """Another mailbox got the same letter: its readers may see the one record."""
        record = self.store.communication(known.communication_id)
        if record is None:
            return
        if record.erased and key:
            # The copy of a letter that was erased is not kept either.
            self.objects.forget(record.id, [key])
        addresses = (box.address for box in origin.mailboxes)
        joined = replace(
            record,
            copy_keys=record.copy_keys if record.erased or not key else (*record.copy_keys, key),
            mailboxes=tuple(dict.fromkeys((*record.mailboxes, *addresses))),
            audience=record.audience | origin.audience,
            copies=record.copies + 1,
            delivered_to=tuple(dict.fromkeys((*record.delivered_to, *letter.delivered_to))),
        )
        self.store.save(joined, record, names=Names(object_key=key))


def message_name(letter: Letter, key: str) -> str:
    """The name by which copies of a letter are known as one; without a Message-ID its content, else its object."""
    if letter.message_id:
        return letter.message_id
    if letter.problem:
        return f"object:{hashlib.sha256(key.encode()).hexdigest()}"
    return f"content:{letter.fingerprint}"


def _names(letter: Letter, name: str, key: str) -> Names:
    return Names(message_ids=(name,), fingerprint=letter.fingerprint, object_key=key)

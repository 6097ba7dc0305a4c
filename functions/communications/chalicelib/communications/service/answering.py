"""Answering for a colleague who is away: once to each who writes to him himself, and to no machine (RFC 3834)."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from typing import Protocol

from chalicelib.communications.model import (
    Address,
    Body,
    Communication,
    Departure,
    Direction,
    Letter,
    Mailbox,
    MailboxKind,
    State,
    Status,
    audience_of,
    is_reply_address,
    snippet,
)
from chalicelib.communications.model.outgoing import answer_references
from chalicelib.communications.model.own_absences import AbsenceNews, OwnAbsence, is_robot
from chalicelib.communications.service.names import Names
from chalicelib.communications.service.ports import Objects, Store
from chalicelib.communications.service.recording import ours_of
from chalicelib.communications.service.tracing import Origin
from portal.clock import Clock
from portal.errors import ConflictError
from portal.ids import derived_id
from portal.principals import Actor
from portal.values import dataclass

_NEWS_FOR = timedelta(days=1)


class AbsenceBook(Protocol):
    """The absences of colleagues."""

    def absence(self, person_id: str) -> OwnAbsence | None:
        """Somebody's, past or to come."""
        ...

    def keep_absence(self, news: AbsenceNews) -> None:
        """Stores what was heard, unless the same or something later is known."""


@dataclass(frozen=True)
class Answering:
    """Writes the answers; they leave as any letter that waits. Whatever is repeated, there is one of each."""

    store: Store
    absences: AbsenceBook
    objects: Objects
    mail_domain: str
    clock: Clock

    def answer(self, record: Communication, letter: Letter, origin: Origin) -> None:
        """Answers a letter that has just come for those of its readers who are away."""
        if not self._may_be_answered(record, letter, origin):
            return
        for box, person_id in self._named(letter, origin):
            absence = self.absences.absence(person_id)
            if absence and absence.lasts_at(self.clock()):
                self._write(record, letter, box, absence)

    def _may_be_answered(self, record: Communication, letter: Letter, origin: Origin) -> bool:
        """Only a person's letter that surely comes from whoever it names, and came here directly and now."""
        by_machine = letter.automatic or letter.bounce or letter.newsletter or record.infected
        direct = record.direction is Direction.INBOUND and not (
            record.forwarded_by or record.dropped or record.state is State.ASIDE
        )
        sender = letter.sender.address
        ours = ours_of(origin, self.mail_domain).has(sender)
        known = letter.authenticated and "@" in sender and not ours and not is_robot(sender)
        fresh = self.clock() - record.at <= _NEWS_FOR
        return direct and known and fresh and not by_machine and not letter.problem

    def _named(self, letter: Letter, origin: Origin) -> Iterator[tuple[Mailbox, str]]:
        """The personal mailboxes it was written to by name, or by the reply address of what was written from them."""
        written = {one.address for one in (*letter.to, *letter.cc)}
        replied = any(is_reply_address(each, self.mail_domain) for each in written)
        for box in origin.mailboxes:
            personal = box.kind is MailboxKind.PERSONAL and box.person_id
            if personal and (box.address in written or replied):
                yield box, personal

    def _write(
        self, record: Communication, letter: Letter, box: Mailbox, absence: OwnAbsence
    ) -> None:
        # Who was answered is known without his address.
        digest = hashlib.sha256(letter.sender.address.encode()).hexdigest()
        key = f"absence#{absence.id}#{digest}"
        if self.store.requested_with(key):
            return
        words = absence.words(letter.subject, snippet(letter.text))
        reply = self._reply(record, letter, box, words, derived_id(record.at, key))
        references = answer_references(letter.references, letter.message_id)
        body = Body(to=reply.to, references=references, text=words)
        self.objects.keep_body(reply.id, body, ())
        try:
            self.store.add(reply, Names((reply.message_id or "",), request_key=key), None)
        except ConflictError:
            # Another letter of the same sender was answered at this moment.
            return

    def _reply(
        self,
        record: Communication,
        letter: Letter,
        box: Mailbox,
        words: str,
        reply_id: str,
    ) -> Communication:
        """It waits for nobody, and stands on the card of the letter that it answers."""
        colleague = self.store.colleague(box.person_id or "")
        return Communication(
            id=reply_id,
            direction=Direction.OUTBOUND,
            at=self.clock(),
            sender=Address(box.name, box.address),
            to=(Address("", letter.sender.address),),
            subject=f"Auto: {letter.subject}".strip(),
            snippet=snippet(words),
            state=State.ASIDE,
            audience=audience_of([box]),
            mailboxes=(box.address,),
            counterparts=(letter.sender.address,),
            parent_ids=(record.id,),
            first_id=record.thread_id,
            message_id=f"{reply_id.lower()}@{self.mail_domain}",
            automatic=True,
            authenticated=True,
            raw_key=f"outbound/{reply_id}",
            status=Status.WAITING,
            departure=Departure(self.clock()),
            author=colleague.actor
            if colleague
            else Actor("employee", box.person_id or "", box.name),
        )

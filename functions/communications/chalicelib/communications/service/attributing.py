"""Whose a letter really is: a colleague's own that came as a copy, somebody's whom he forwards, or nobody's outside."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from chalicelib.communications.model import (
    INTERNAL,
    Address,
    Colleague,
    Communication,
    Direction,
    Forwarded,
    Letter,
    Ours,
    State,
    Status,
)
from chalicelib.communications.service.tracing import Origin
from portal.principals import Actor
from portal.values import dataclass

_ANY = 1


@dataclass(frozen=True)
class Attributed:
    """The letter as its real author wrote it. `internal` when nobody outside is a party to it."""

    letter: Letter
    author: Actor | None = None
    forwarded_by: Actor | None = None
    dropped: bool = False
    internal: bool = False

    def mark(self, record: Communication) -> Communication:
        """The record, saying who wrote it and how it came here. It took place when it was sent, not when it was told."""
        marked = replace(
            record,
            at=self._sent_at(record),
            author=self.author,
            forwarded_by=self.forwarded_by,
            dropped=self.dropped,
        )
        if self.author:
            return replace(marked, direction=Direction.OUTBOUND, status=Status.SENT)
        if self.internal and record.version is None:
            return replace(marked, state=State.ASIDE, reason=INTERNAL)
        return marked

    def _sent_at(self, record: Communication) -> datetime:
        """Only a colleague's word for the past is taken; everybody else's clock may say what it likes."""
        told = self.author or self.forwarded_by
        return min(record.sent_at, record.at) if told and record.sent_at else record.at


def attributed(letter: Letter, origin: Origin, ours: Ours) -> Attributed:
    """What a letter is; only what surely comes from a colleague is taken for another's, or for no client's."""
    writer = origin.colleagues.get(letter.sender.address)
    if not letter.authenticated or (writer is None and not ours.has(letter.sender.address)):
        return Attributed(letter)
    written_to = [a.address for a in (*letter.to, *letter.cc)]
    if writer and ours.counterparts(written_to, _ANY):
        return Attributed(letter, author=writer.actor, dropped=True)
    if writer and letter.forwarded:
        return _forwarded(letter, letter.forwarded, writer, origin.colleagues.get)
    internal = bool(letter.recipients) and not (origin.token_card or origin.dropper_id)
    return Attributed(letter, internal=internal and not ours.counterparts(letter.recipients, _ANY))


def _forwarded(
    letter: Letter,
    inner: Forwarded,
    by: Colleague,
    colleague: Callable[[str], Colleague | None],
) -> Attributed:
    author = colleague(inner.sender.address)
    original = replace(
        letter,
        sender=inner.sender,
        to=inner.to or (Address(by.name, by.address),),
        cc=inner.cc,
        subject=inner.subject,
        sent_at=inner.sent_at,
        text=inner.text,
        history=inner.history,
        html=inner.html,
        files=inner.files or letter.files,
    )
    return Attributed(original, author=author.actor if author else None, forwarded_by=by.actor)

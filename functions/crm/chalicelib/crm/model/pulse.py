"""What a deal or a lead waits for: the next step of ours, and our answer to its client."""

import zlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import StrEnum

from portal.cards import CardKind, CardRef
from portal.values import dataclass

SHARDS = 4
"""Into how many parts is divided what falls due: many cards do at the same minute of the morning."""

FOLLOWED = frozenset({CardKind.DEAL, CardKind.LEAD})
"""The kinds of card that wait for anything."""

_NEWS_FOR = timedelta(days=14)
_LEAST_NOTICE = 15


@dataclass(frozen=True)
class Step:
    """The earliest open reminder on a card, whoever's it is."""

    reminder_id: str
    due_at: datetime
    text: str
    person_id: str
    person_name: str


@dataclass(frozen=True)
class Turn:
    """A communication that counts in the talk with a client: the client's word, or ours."""

    communication_id: str
    at: datetime


@dataclass(frozen=True)
class Answer:
    """Our word `to` the client's first one that had none yet."""

    asked: Turn
    answered: Turn


@dataclass(frozen=True)
class Measured:
    """An answer, and how many minutes of work the client waited for it."""

    answer: Answer
    minutes: int


@dataclass(frozen=True)
class Talk:
    """How the talk with a client stands: what waits for an answer, our last answer, and our first one."""

    waiting: Turn | None = None
    last: Answer | None = None
    first: Answer | None = None


class Due(StrEnum):
    """What falls due on a card."""

    ANSWER = "answer"
    STEP = "step"


@dataclass(frozen=True)
class Pulse:
    """What a card waits for now, and how soon its client was answered first and the last time.

    `answer_by` is None where nothing says `within` how many minutes of work to answer; from `soon_from` on it is near.
    `stepless_since` stands while an open deal has no next
    step, which people are told of at `step_by`. What they were told of is in `told`: the id of the communication that
    waits, and the instant since when there is no step.
    """

    ref: CardRef
    step: Step | None = None
    stepless_since: datetime | None = None
    step_by: datetime | None = None
    waiting: Turn | None = None
    within: int | None = None
    soon_from: datetime | None = None
    answer_by: datetime | None = None
    first: Measured | None = None
    last: Measured | None = None
    told: frozenset[str] = frozenset()
    version: int | None = None

    @property
    def shard(self) -> int:
        """The part of what falls due where the card stands, always the same."""
        return zlib.crc32(str(self.ref).encode()) % SHARDS

    @property
    def dues(self) -> Iterator[tuple[Due, datetime]]:
        """What people are still to be told of, and when."""
        if self.waiting and self.answer_by and self.spell(Due.ANSWER) not in self.told:
            yield Due.ANSWER, self.answer_by
        if self.step_by and self.spell(Due.STEP) not in self.told:
            yield Due.STEP, self.step_by

    def spell(self, due: Due) -> str:
        """Names the present spell of waiting: of each, people are told once."""
        if due is Due.ANSWER:
            return f"{due}:{self.waiting.communication_id}" if self.waiting else ""
        return f"{due}:{self.stepless_since.isoformat()}" if self.stepless_since else ""


def unhurried(within: int) -> int:
    """How many of the promised minutes pass before an answer is due soon: three quarters.

    Of a short promise a quarter of an hour is left, or nobody could write one.
    """
    return max(within - max(within // 4, _LEAST_NOTICE), 0)


def is_news(at: datetime, heard_at: datetime) -> bool:
    """Whether a communication of then still wants an answer now: old correspondence that is brought in does not."""
    return heard_at - at <= _NEWS_FOR

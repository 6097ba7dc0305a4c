"""What cards wait for, over HTTP."""

from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import StringConstraints

from chalicelib.crm.model.pulse import Measured, Pulse, Step
from portal.cards import CardRef
from portal.errors import InvalidError
from portal.wire import CardView, Instant, Request, Response

_MOST_CARDS = 100


class PulseQuery(Request):
    """Cards in their text form, parted by commas: as many as a page of a list has."""

    cards: Annotated[str, StringConstraints(min_length=1, max_length=_MOST_CARDS * 36)]

    def to_refs(self) -> list[CardRef]:
        """The domain's form.

        Raises:
            InvalidError: a card is none, or there are too many.
        """
        parts = self.cards.split(",")
        if len(parts) > _MOST_CARDS:
            raise InvalidError.at("?cards", f"Name at most {_MOST_CARDS} cards at a time.")
        return [CardRef.parse(part, "?cards") for part in parts]


class StepView(Response):
    """The next step on a card, and whose it is."""

    reminder_id: str
    text: str
    due_at: Instant
    person_id: str
    person_name: str

    @classmethod
    def of(cls, step: Step) -> Self:
        """The domain's form as it is sent."""
        return cls.model_validate(step)


class WaitingView(Response):
    """Since when a client waits for an answer, and by when he is to have it, if the company says so.

    From `soon_from` on little of that time is left.
    """

    communication_id: str
    since: Instant
    soon_from: Instant | None
    answer_by: Instant | None


class AnswerView(Response):
    """How soon the client was answered, in minutes of work."""

    asked_at: Instant
    answered_at: Instant
    minutes: int


class PulseView(Response):
    """What a card waits for."""

    card: CardView
    next_step: StepView | None
    stepless_since: Instant | None
    waiting: WaitingView | None
    answer_within: int | None
    first_answer: AnswerView | None
    last_answer: AnswerView | None

    @classmethod
    def of(cls, pulse: Pulse) -> Self:
        """The domain's form as it is sent."""
        return cls(
            card=CardView(kind=pulse.ref.kind, id=pulse.ref.id),
            next_step=StepView.of(pulse.step) if pulse.step else None,
            stepless_since=pulse.stepless_since,
            waiting=_waiting(pulse),
            answer_within=pulse.within,
            first_answer=_measured(pulse.first),
            last_answer=_measured(pulse.last),
        )


class PulseList(Response):
    """All of the deals and leads asked for that the caller may see; there is never a second page."""

    items: list[PulseView]
    next: None = None

    @classmethod
    def of(cls, pulses: Iterable[Pulse]) -> Self:
        """The domain's form as it is sent."""
        return cls(items=[PulseView.of(pulse) for pulse in pulses])


def _waiting(pulse: Pulse) -> WaitingView | None:
    turn = pulse.waiting
    if turn is None:
        return None
    return WaitingView(
        communication_id=turn.communication_id,
        since=turn.at,
        soon_from=pulse.soon_from,
        answer_by=pulse.answer_by,
    )


def _measured(measured: Measured | None) -> AnswerView | None:
    if measured is None:
        return None
    answer = measured.answer
    return AnswerView(
        asked_at=answer.asked.at, answered_at=answer.answered.at, minutes=measured.minutes
    )

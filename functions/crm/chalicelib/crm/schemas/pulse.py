"""What cards wait for, and the working hours, over HTTP."""

from collections.abc import Iterable
from datetime import date, time
from typing import Annotated, Self
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from chalicelib.crm.model.hours import WorkingHours
from chalicelib.crm.model.pulse import Pulse, Step
from portal.cards import CardRef
from portal.errors import InvalidError
from portal.wire import CardView, Instant, Request, Response

_MOST_CARDS = 100
_MOST_HOLIDAYS = 400
_MOST_MINUTES = 250 * 8 * 60


def _require_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("Name a zone such as Europe/Moscow.")
    return name


def _in_order(days: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted(set(days)))


Zone = Annotated[str, StringConstraints(max_length=60), AfterValidator(_require_zone)]
Weekday = Annotated[int, Field(ge=1, le=7)]
Weekdays = Annotated[
    tuple[Weekday, ...], Field(min_length=1, max_length=7), AfterValidator(_in_order)
]
Minutes = Annotated[int, Field(ge=1, le=_MOST_MINUTES)]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Holidays = Annotated[tuple[date, ...], Field(max_length=_MOST_HOLIDAYS)]


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
    """Since when a client waits for an answer, and by when he is to have it, if the company says so."""

    communication_id: str
    since: Instant
    answer_by: Instant | None


class FirstAnswerView(Response):
    """How soon the client was answered first, in minutes of work."""

    asked_at: Instant
    answered_at: Instant
    minutes: int


class PulseView(Response):
    """What a card waits for."""

    card: CardView
    next_step: StepView | None
    stepless_since: Instant | None
    waiting: WaitingView | None
    first_answer: FirstAnswerView | None

    @classmethod
    def of(cls, pulse: Pulse) -> Self:
        """The domain's form as it is sent."""
        return cls(
            card=CardView(kind=pulse.ref.kind, id=pulse.ref.id),
            next_step=StepView.of(pulse.step) if pulse.step else None,
            stepless_since=pulse.stepless_since,
            waiting=_waiting(pulse),
            first_answer=_first(pulse),
        )


class PulseList(Response):
    """All of the deals and leads asked for that the caller may see; there is never a second page."""

    items: list[PulseView]
    next: None = None

    @classmethod
    def of(cls, pulses: Iterable[Pulse]) -> Self:
        """The domain's form as it is sent."""
        return cls(items=[PulseView.of(pulse) for pulse in pulses])


class HoursBody(Request):
    """The working hours as they shall be. `days` are 1 for Monday to 7; what is null is not asked for."""

    zone: Zone
    days: Weekdays
    starts: Clock
    ends: Clock
    holidays: Holidays = ()
    answer_within: Minutes | None = None
    step_within: Minutes | None = None

    @model_validator(mode="after")
    def _require_day(self) -> Self:
        if self.starts >= self.ends:
            raise ValueError("The working day ends after it starts.")
        return self

    def to_hours(self) -> WorkingHours:
        """The domain's form."""
        return WorkingHours(
            zone=self.zone,
            days=self.days,
            starts=time.fromisoformat(self.starts),
            ends=time.fromisoformat(self.ends),
            holidays=frozenset(self.holidays),
            answer_within=self.answer_within,
            step_within=self.step_within,
        )


class HoursView(Response):
    """The working hours."""

    zone: str
    days: list[int]
    starts: str
    ends: str
    holidays: list[date]
    answer_within: int | None
    step_within: int | None

    @classmethod
    def of(cls, hours: WorkingHours) -> Self:
        """The domain's form as it is sent."""
        return cls(
            zone=hours.zone,
            days=list(hours.days),
            starts=hours.starts.isoformat("minutes"),
            ends=hours.ends.isoformat("minutes"),
            holidays=sorted(hours.holidays),
            answer_within=hours.answer_within,
            step_within=hours.step_within,
        )


def _waiting(pulse: Pulse) -> WaitingView | None:
    turn = pulse.waiting
    if turn is None:
        return None
    return WaitingView(
        communication_id=turn.communication_id, since=turn.at, answer_by=pulse.answer_by
    )


def _first(pulse: Pulse) -> FirstAnswerView | None:
    first = pulse.first
    if first is None or pulse.first_minutes is None:
        return None
    return FirstAnswerView(
        asked_at=first.asked.at, answered_at=first.answered.at, minutes=pulse.first_minutes
    )

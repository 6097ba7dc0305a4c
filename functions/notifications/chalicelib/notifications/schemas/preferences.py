"""How a person wants to be told, as it is taken and given over HTTP."""

from datetime import time
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from chalicelib.notifications.model import (
    ALWAYS_IN_PORTAL,
    Digest,
    DigestMode,
    Kind,
    Preferences,
    Quiet,
)
from portal.wire import Request, Response

_PATTERN = r"^([01]\d|2[0-3]):[0-5]\d$"


def _clock(value: object) -> object:
    """The text of a time to the minute."""
    if isinstance(value, time):
        return value
    if not isinstance(value, str) or len(value) != len("09:00"):
        raise ValueError("Write a time as 09:00.")
    return time.fromisoformat(value)


TimeOfDay = Annotated[
    time,
    BeforeValidator(_clock),
    PlainSerializer(lambda value: value.isoformat("minutes"), return_type=str),
    WithJsonSchema({"type": "string", "pattern": _PATTERN}),
]
Weekday = Annotated[int, Field(ge=0, le=6)]


class QuietBody(Request):
    """Quiet hours: from and to by the clock, and the whole of the days that are not worked; Monday is 0."""

    start: TimeOfDay
    end: TimeOfDay
    working_days: Annotated[list[Weekday], Field(min_length=1, max_length=7)]

    def to_quiet(self) -> Quiet:
        """The domain's form."""
        return Quiet(self.start, self.end, frozenset(self.working_days))


class DigestBody(Request):
    """Whether mails go one by one, each hour together, or once a day at a time."""

    mode: DigestMode
    at: TimeOfDay


class PreferencesBody(Request):
    """How one wants to be told."""

    silent: Annotated[list[Kind], Field(max_length=len(Kind))]
    mailed: Annotated[list[Kind], Field(max_length=len(Kind))]
    quiet: QuietBody | None
    digest: DigestBody
    urgent_mail: bool

    def to_preferences(self) -> Preferences:
        """The domain's form."""
        return Preferences(
            silent=frozenset(self.silent),
            mailed=frozenset(self.mailed),
            quiet=self.quiet.to_quiet() if self.quiet else None,
            digest=Digest(self.digest.mode, self.digest.at),
            urgent_mail=self.urgent_mail,
        )


class QuietView(Response):
    """Quiet hours."""

    start: TimeOfDay
    end: TimeOfDay
    working_days: list[int]

    @classmethod
    def of(cls, quiet: Quiet) -> Self:
        """The domain's form as it is sent."""
        return cls(start=quiet.start, end=quiet.end, working_days=sorted(quiet.working_days))


class DigestView(Response):
    """How often mails go together."""

    mode: DigestMode
    at: TimeOfDay


class PreferencesView(Response):
    """How one wants to be told; `always` are the kinds that the portal tells of in any case."""

    silent: list[Kind]
    mailed: list[Kind]
    always: list[Kind]
    quiet: QuietView | None
    digest: DigestView
    urgent_mail: bool

    @classmethod
    def of(cls, wishes: Preferences) -> Self:
        """The domain's form as it is sent."""
        return cls(
            silent=sorted(wishes.silent),
            mailed=sorted(wishes.mailed),
            always=sorted(ALWAYS_IN_PORTAL),
            quiet=QuietView.of(wishes.quiet) if wishes.quiet else None,
            digest=DigestView(mode=wishes.digest.mode, at=wishes.digest.at),
            urgent_mail=wishes.urgent_mail,
        )

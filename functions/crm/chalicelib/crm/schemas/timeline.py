"""Timelines and comments over HTTP."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints

from chalicelib.crm.model.timeline import Entry, EntryKind, Mark
from portal.texts import require_prose
from portal.wire import Id, Instant, PageQuery, Request, Response

_LONGEST_COMMENT = 10_000
_MOST_MENTIONS = 20

# A page of a hundred of the longest comments stays below what a Lambda function may answer, 6 MB.
Comment = Annotated[
    str, StringConstraints(max_length=_LONGEST_COMMENT), AfterValidator(require_prose)
]


class TimelineQuery(PageQuery):
    """Which part of a timeline."""

    kind: EntryKind | None = None


class NewComment(Request):
    """A comment, and the colleagues whose attention it calls."""

    text: Comment
    mentions: Annotated[tuple[Id, ...], Field(max_length=_MOST_MENTIONS)] = ()


class ActorView(Response):
    """Who did it."""

    kind: str
    id: str
    name: str


class SourceView(Response):
    """The record that the entry tells of."""

    feature: str
    id: str


class EntryView(Response):
    """One thing that happened on a card; letters with the same `thread_id` are one thread."""

    id: str
    thread_id: str | None
    kind: EntryKind
    at: Instant
    direction: str | None
    summary: str
    actor: ActorView
    source: SourceView
    text: str | None
    note: str | None
    mark: Mark | None
    privacy: str | None

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """The domain's form as it is sent."""
        return cls.model_validate(entry)

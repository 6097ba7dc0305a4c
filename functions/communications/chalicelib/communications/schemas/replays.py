"""Reading a mailbox again, on the wire."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Annotated, Self

from pydantic import AfterValidator

from chalicelib.communications.model import Communication
from chalicelib.communications.model.replays import Replay
from portal.wire import Id, Instant, Request, Response

_FIRST = datetime(2000, 1, 1, tzinfo=UTC)


def _require_likely(since: datetime) -> datetime:
    if since < _FIRST:
        raise ValueError("Choose a day after 1999.")
    return since


class NewReplay(Request):
    """Which mailbox's letters are to be read again, and since when."""

    mailbox_id: Id
    since: Annotated[Instant, AfterValidator(_require_likely)]


class UnreadLetterView(Response):
    """A letter that could not be read, and why; who may not see it is told no subject."""

    id: str
    subject: str
    problem: str


class ReplayView(Response):
    """How far it is: `done` of `total` letters, of which `failed` could not be read; `unread` are the first of them."""

    id: str
    mailbox_id: str
    since: Instant
    started_at: Instant
    started_by: str
    state: str
    total: int
    done: int
    failed: int
    unread: list[UnreadLetterView]

    @classmethod
    def of(cls, replay: Replay, letters: Mapping[str, Communication]) -> Self:
        """The domain's form as it is sent, with the letters of it that the caller may see."""
        return cls(
            id=replay.id,
            mailbox_id=replay.mailbox_id,
            since=replay.since,
            started_at=replay.started_at,
            started_by=replay.started_by.name,
            state=str(replay.state),
            total=replay.total,
            done=replay.done,
            failed=replay.failed,
            unread=[
                UnreadLetterView(
                    id=one.communication_id,
                    subject=letter.subject if (letter := letters.get(one.communication_id)) else "",
                    problem=one.problem,
                )
                for one in replay.unread
            ],
        )


class ReplayList(Response):
    """The latest of each mailbox; there is never a second page."""

    items: list[ReplayView]
    next: None = None

    @classmethod
    def of(cls, replays: Iterable[Replay], letters: Mapping[str, Communication]) -> Self:
        """The domain's form as it is sent."""
        return cls(items=[ReplayView.of(one, letters) for one in replays])

"""What a person is told in the portal."""

from datetime import datetime
from enum import StrEnum

from portal.cards import CardRef
from portal.ids import derived_id
from portal.values import dataclass

MAX_TEXT_LENGTH = 2000


class Kind(StrEnum):
    """What it is about."""

    REMINDER = "reminder"
    LETTER = "letter"
    MESSAGE = "message"
    UNLINKED_LETTER = "unlinked_letter"
    MENTION = "mention"
    FILE = "file"
    FILE_REFUSED = "file_refused"
    UNDELIVERED = "undelivered"
    NEXT_STEP_MISSING = "next_step_missing"
    ANSWER_OVERDUE = "answer_overdue"
    TEAM_ANSWER_OVERDUE = "team_answer_overdue"
    MAILBOX_SILENT = "mailbox_silent"


@dataclass(frozen=True)
class Notification:
    """One thing told to one person. With `mail` it also goes to his address; a silent one is born read."""

    id: str
    person_id: str
    kind: Kind
    text: str
    about: tuple[CardRef, ...]
    at: datetime
    event_id: str
    mail: bool = False
    read: bool = False
    silent: bool = False


def notification_for(  # noqa: PLR0913  # a notification is described by this much
    person_id: str,
    kind: Kind,
    text: str,
    *,
    about: tuple[CardRef, ...],
    at: datetime,
    event_id: str,
    mail: bool = False,
    silent: bool = False,
) -> Notification:
    """The notification of an event to a person: however often it is made, it is the same one."""
    notification_id = derived_id(at, f"{event_id}#{person_id}")
    clipped = text if len(text) <= MAX_TEXT_LENGTH else f"{text[: MAX_TEXT_LENGTH - 1]}…"
    return Notification(
        notification_id, person_id, kind, clipped, about, at, event_id, mail, silent, silent
    )

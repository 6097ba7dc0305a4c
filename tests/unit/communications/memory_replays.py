"""Replays of mailboxes in memory."""

from collections.abc import Sequence
from dataclasses import replace

from chalicelib.communications.model import Communication
from chalicelib.communications.model.replays import Replay
from portal.errors import StaleVersionError
from portal.events import Event


class MemoryReplays:
    """The latest of each mailbox, and what was told; of letters in `missed` health does not know."""

    def __init__(self) -> None:
        self.kept: dict[str, Replay] = {}
        self.told: list[Event] = []
        self.missed: set[str] = set()

    def replays(self) -> list[Replay]:
        return list(self.kept.values())

    def replay(self, mailbox_id: str) -> Replay | None:
        return self.kept.get(mailbox_id)

    def keep_replay(self, one: Replay, event: Event | None) -> Replay:
        known = self.kept.get(one.mailbox_id)
        if (known.version if known else None) != one.version:
            raise StaleVersionError
        self.told += [event] if event else []
        self.kept[one.mailbox_id] = replace(one, version=(one.version or 0) + 1)
        return self.kept[one.mailbox_id]

    def uncounted(self, _: str, records: Sequence[Communication]) -> list[Communication]:
        return [one for one in records if one.id in self.missed]

    def count(self, record: Communication) -> None:
        self.missed.discard(record.id)

"""Replays of mailboxes in the table, and the letters that they count after all."""

from collections.abc import Sequence
from dataclasses import replace

from pydantic import TypeAdapter

from chalicelib.communications.model import Communication, arrival_of, places_of
from chalicelib.communications.model.replays import Replay
from chalicelib.communications.store import arrivals
from chalicelib.communications.store.table import ReplayItem
from portal.dynamo import Writes, read
from portal.errors import StaleVersionError
from portal.events import Event

_PARTITION = "replays"
_REPLAY = TypeAdapter(Replay)


class ReplayTable:
    """Maps them to items and back; the table is the one that `CommunicationsStore` names."""

    def replays(self) -> list[Replay]:
        """The latest of each mailbox."""
        return [_of(item) for item in ReplayItem.query(_PARTITION)]

    def replay(self, mailbox_id: str) -> Replay | None:
        """That of a mailbox."""
        item = read(ReplayItem, _PARTITION, mailbox_id, consistent=True)
        return _of(item) if item else None

    def keep_replay(self, replay: Replay, event: Event | None) -> Replay:
        """As stored, and told if it goes on."""
        text = _REPLAY.dump_json(replay, exclude={"version"}).decode()
        item = ReplayItem(_PARTITION, replay.mailbox_id, replay=text)
        if replay.version is not None:
            item.version = replay.version
        if event:
            item.announce(event)
        Writes().put(item, otherwise=StaleVersionError()).commit()
        return replace(replay, version=int(item.version))

    def uncounted(self, address: str, records: Sequence[Communication]) -> list[Communication]:
        """Those that are not in the list of what came to the mailbox."""
        known = arrivals.counted(address, [one.id for one in records])
        return [one for one in records if one.id not in known]

    def count(self, record: Communication) -> None:
        """Puts a letter into the lists of what came to its mailboxes."""
        if arrival := arrival_of(record):
            writes = Writes()
            for address in sorted(places_of(record)):
                writes.put(arrivals.to_item(address, arrival))
            writes.commit()


def _of(item: ReplayItem) -> Replay:
    return replace(_REPLAY.validate_json(item.replay), version=int(item.version))

"""Letters that the rules left out, in the table as long as the bucket keeps them."""

from collections.abc import Sequence

from pydantic import TypeAdapter

from chalicelib.communications.model.skipped import Skipped
from chalicelib.communications.store import arrivals
from chalicelib.communications.store import names as naming
from chalicelib.communications.store.table import SkippedItem
from portal.dynamo import Writes, read, read_page
from portal.paging import Page, PageRequest

_PARTITION = "skipped"
_SKIPPED = TypeAdapter(Skipped)


class LeftoverTable:
    """Maps them to items and back; the table is the one that `CommunicationsStore` names."""

    def skipped(self, request: PageRequest) -> Page[Skipped]:
        """What was left out and is still kept, the newest first."""
        return read_page(SkippedItem, _PARTITION, request).map(_of)

    def one_skipped(self, skipped_id: str) -> Skipped | None:
        """One of them."""
        item = read(SkippedItem, _PARTITION, skipped_id, consistent=True)
        return _of(item) if item else None

    def forget_seen(self, key: str) -> None:
        """Lets an object that was left out be taken in; of one that was taken in nothing changes."""
        naming.unsee(key)

    def forget_skipped(self, skipped: Skipped, places: Sequence[str]) -> None:
        """Removes it from the list, and from what is counted at some mailboxes."""
        writes = Writes().delete(SkippedItem(_PARTITION, skipped.id))
        for address in places:
            writes.delete(arrivals.key_item(address, skipped.id))
        writes.commit()


def to_item(skipped: Skipped, expires_at: int) -> SkippedItem:
    """How a letter that was left out is remembered."""
    text = _SKIPPED.dump_json(skipped).decode()
    return SkippedItem(_PARTITION, skipped.id, letter=text, expires_at=expires_at)


def _of(item: SkippedItem) -> Skipped:
    return _SKIPPED.validate_json(item.letter)

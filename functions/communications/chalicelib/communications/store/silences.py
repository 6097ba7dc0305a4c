"""Silences of mailboxes that owners were told of."""

from datetime import datetime

from chalicelib.communications.store.table import SilenceItem
from portal.clock import to_wire
from portal.dynamo import Writes, read
from portal.errors import ConflictError
from portal.events import Event


def keep(mailbox_id: str, since: datetime, event: Event) -> bool:
    """Whether this silence was not told of before; then it is from now on."""
    key = f"silence#{mailbox_id}", "silence"
    # Asked first: the same silence is looked at each hour, and a refused write costs as much as a write.
    known = read(SilenceItem, *key)
    if known and known.since == to_wire(since):
        return False
    item = SilenceItem(*key, since=to_wire(since))
    item.announce(event)
    other = SilenceItem.since.does_not_exist() | (SilenceItem.since != to_wire(since))
    try:
        Writes().put(item, other, ConflictError("Told already.")).commit()
    except ConflictError:
        return False
    return True

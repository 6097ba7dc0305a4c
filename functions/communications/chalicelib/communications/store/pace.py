"""How often a client writes: one counter for each client and hour, which ends with its hour."""

from datetime import datetime, timedelta

from pynamodb.expressions.update import Action

from chalicelib.communications.store.table import PaceItem
from portal.clock import to_wire
from portal.dynamo import Writes
from portal.errors import TooManyRequestsError

MOST_AN_HOUR = 60
_HOUR = timedelta(hours=1)


class MessagePace:
    """Sixty messages an hour: nobody who talks is stopped, and a script is."""

    def count(self, person_id: str, now: datetime) -> None:
        """Counts one message more.

        Raises:
            TooManyRequestsError: it would be the sixty-first of this hour.
        """
        hour = now.replace(minute=0, second=0, microsecond=0)
        ends_at = int((hour + _HOUR).timestamp())
        enough = TooManyRequestsError(
            "That is many messages in one hour. Your text is kept; send it a little later.",
            retry_after=max(1, ends_at - int(now.timestamp())),
        )
        item = PaceItem(f"pace#{person_id}", to_wire(hour))
        counting: list[Action] = [PaceItem.written.add(1), PaceItem.expires_at.set(ends_at)]
        below = PaceItem.written.does_not_exist() | (PaceItem.written < MOST_AN_HOUR)
        Writes().update(item, counting, below, enough).commit()

"""When the company works, as crm told: ``working-hours``."""

from pydantic import TypeAdapter

from chalicelib.communications.store.table import HoursItem
from portal.dynamo import Writes, read
from portal.errors import ConflictError
from portal.working_time import WorkingTime

_KEY = "working-hours", "working-hours"
_TIME = TypeAdapter(WorkingTime)


class HoursTable:
    """Maps the hours to one item and back; the table is the one that `CommunicationsStore` names."""

    def working_time(self) -> WorkingTime:
        """As told last, or the usual hours."""
        item = read(HoursItem, *_KEY)
        return _TIME.validate_json(item.hours) if item else WorkingTime()

    def keep_working_time(self, time: WorkingTime, revision: int) -> None:
        """Stores them, unless the same or something later is known."""
        item = HoursItem(*_KEY, hours=_TIME.dump_json(time).decode(), revision=revision)
        older = HoursItem.revision.does_not_exist() | (HoursItem.revision < revision)
        try:
            Writes().put(item, older, ConflictError("Something later is known.")).commit()
        except ConflictError:
            return

"""How far the deals of pipelines have followed changes of the pipelines."""

from dataclasses import asdict

from chalicelib.crm.model.rearranging import Rearrangement
from chalicelib.crm.store.items import RearrangementItem
from portal.dynamo import Writes, read
from portal.errors import StaleVersionError
from portal.events import Event
from portal.principals import Actor

_STATE = "state"


class RearrangementStore:
    """Rearrangements under way."""

    def rearrangement(self, work_id: str) -> Rearrangement | None:
        """One of them, or None once it is done."""
        item = read(RearrangementItem, _pk(work_id), _STATE, consistent=True)
        if item is None:
            return None
        values = item.values | {"actor": Actor(**item.values["actor"])}
        return Rearrangement(**values, version=item.version)

    def save_rearrangement(self, work: Rearrangement, event: Event) -> None:
        """Notes how far it has come, and announces what is left."""
        item = to_item(work).announce(event)
        Writes().put(item, otherwise=StaleVersionError()).commit()

    def end_rearrangement(self, work: Rearrangement) -> None:
        """Forgets it: nothing is left to do."""
        Writes().delete(to_item(work), otherwise=StaleVersionError()).commit()


def to_item(work: Rearrangement) -> RearrangementItem:
    """A rearrangement as an item."""
    values = asdict(work)
    version = values.pop("version")
    item = RearrangementItem(_pk(work.id), _STATE, values=values)
    if version is not None:
        item.version = version
    return item


def _pk(work_id: str) -> str:
    return f"rearrangement#{work_id}"

"""The counts by stage: ``tally#<pipeline>#<grant>`` / ``<owner>#<stage>#<currency>``.

A row's numbers are whole, so that adding to them is exact; one that nobody needs any more says zero.
"""

from pynamodb.attributes import NumberAttribute
from pynamodb.expressions.update import Action

from chalicelib.crm.model.filters import Looked
from chalicelib.crm.model.tallies import Amount, Place, Row, Tallied, difference
from chalicelib.crm.service.changes import Listing
from chalicelib.crm.store import faceted
from chalicelib.crm.store.table import TABLE
from portal.dynamo import Writes


class TallyItem(TABLE):
    """How many deals there are, and the sum of their amounts in hundredths."""

    deals = NumberAttribute()
    hundredths = NumberAttribute()


class TallyStore:
    """The rows in the table."""

    def rows(self, pipeline_id: str, grant: str, owner_id: str | None) -> list[Row]:
        """What a grant shows of a pipeline, of all owners or of one."""
        of_owner = TallyItem.sk.startswith(f"{owner_id}#") if owner_id else None
        found = TallyItem.query(_partition(pipeline_id, grant), of_owner)
        return [_to_row(pipeline_id, grant, item) for item in found]

    def look(self, listing: Listing, most: int) -> Looked:
        """See `faceted.look`."""
        return faceted.look(listing, most)

    def look_in_order(self, listing: Listing, most: int) -> Looked:
        """See there."""
        return faceted.look_in_order(listing, most)


def added(before: Tallied | None, after: Tallied | None) -> Writes:
    """The writes that count a deal as it is now and no longer as it was."""
    writes = Writes()
    for place, change in difference(before, after).items():
        actions: list[Action] = [
            TallyItem.deals.add(change.count),
            TallyItem.hundredths.add(change.hundredths),
        ]
        writes.update(_item(place), actions)
    return writes


def _partition(pipeline_id: str, grant: str) -> str:
    return f"tally#{pipeline_id}#{grant}"


def _item(place: Place) -> TallyItem:
    rest = f"{place.owner_id}#{place.stage_id}#{place.currency or ''}"
    return TallyItem(_partition(place.pipeline_id, place.grant), rest)


def _to_row(pipeline_id: str, grant: str, item: TallyItem) -> Row:
    owner_id, stage_id, currency = item.sk.split("#")
    place = Place(pipeline_id, grant, owner_id, stage_id, currency or None)
    return Row(place, Amount(int(item.deals), int(item.hundredths)))

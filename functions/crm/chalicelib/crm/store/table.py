"""The table of crm. Each index names the question it answers."""

from typing import Any

from pynamodb.attributes import UnicodeAttribute
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex, KeysOnlyProjection

from portal import dynamo
from portal.dynamo import Item


class ByStage(GlobalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]  # PynamoDB leaves it so
    """Which deals that this person may see stand in a pipeline, or in one of its stages?"""

    class Meta:  # noqa: D106  # PynamoDB's word
        index_name = "by-stage"
        projection = KeysOnlyProjection()

    board = UnicodeAttribute(hash_key=True)
    place = UnicodeAttribute(range_key=True)


class ByOwner(GlobalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]  # PynamoDB leaves it so
    """Which cards that this person may see belong to one employee?"""

    class Meta:  # noqa: D106  # PynamoDB's word
        index_name = "by-owner"
        projection = KeysOnlyProjection()

    owned = UnicodeAttribute(hash_key=True)
    place = UnicodeAttribute(range_key=True)


class ByKind(GlobalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]  # PynamoDB leaves it so
    """Which entries of one kind stand on this timeline?"""

    class Meta:  # noqa: D106  # PynamoDB's word
        index_name = "by-kind"
        projection = AllProjection()

    kind_timeline = UnicodeAttribute(hash_key=True)
    position = UnicodeAttribute(range_key=True)


class TABLE(Item):
    """The table itself; the stack reads its keys and indexes here."""

    class Meta(dynamo.Meta):  # noqa: D106  # PynamoDB's word
        table_name = "crm"

    by_stage = ByStage()
    by_owner = ByOwner()
    by_kind = ByKind()
    board = UnicodeAttribute(null=True)
    owned = UnicodeAttribute(null=True)
    place = UnicodeAttribute(null=True)
    kind_timeline = UnicodeAttribute(null=True)
    position = UnicodeAttribute(null=True)

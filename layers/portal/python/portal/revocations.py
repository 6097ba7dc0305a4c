"""Since when the tokens of a person are honoured, kept in each feature's own table.

An access token lives a quarter of an hour. When somebody's rights end or change, every feature hears of it and
refuses the tokens issued before, so that a deactivated person is out within seconds and not minutes.
"""

from datetime import datetime, timedelta

import boto3
from botocore.config import Config

from portal.clock import from_wire, to_wire
from portal.events import Event
from portal.settings import Settings

_OUTLIVES_TOKENS = timedelta(days=1)


class Revocations:
    """One small item a person whose rights changed lately, in the table named."""

    def __init__(self, table_name: str) -> None:
        self._table = table_name
        self._client = boto3.client("dynamodb", config=Config(retries={"mode": "standard"}))

    def changed_at(self, person_id: str) -> datetime | None:
        """The last change of that person's rights, or None when there was none lately."""
        found = self._client.get_item(TableName=self._table, Key=_key(person_id))
        return from_wire(found["Item"]["changed_at"]["S"]) if "Item" in found else None

    def note(self, person_id: str, changed_at: datetime) -> None:
        """Remembers a change; an older one that arrives late does not replace a newer one."""
        try:
            self._client.put_item(
                TableName=self._table,
                Item=_key(person_id)
                | {
                    "changed_at": {"S": to_wire(changed_at)},
                    "expires_at": {"N": str(int((changed_at + _OUTLIVES_TOKENS).timestamp()))},
                },
                ConditionExpression="attribute_not_exists(pk) OR changed_at < :new",
                ExpressionAttributeValues={":new": {"S": to_wire(changed_at)}},
            )
        except self._client.exceptions.ConditionalCheckFailedException:
            return


def end_tokens(event: Event) -> None:
    """Ends the tokens that were issued before the change of a person, if the change touched his rights.

    Every feature hears of such changes and keeps them in the table at ``TABLE_NAME``.
    """
    if changed_at := event.data["access_changed_at"]:
        person_id = event.data["person"]["id"]
        Revocations(Settings()["TABLE_NAME"]).note(person_id, from_wire(changed_at))


def _key(person_id: str) -> dict[str, dict[str, str]]:
    return {"pk": {"S": f"revocation#{person_id}"}, "sk": {"S": "revocation"}}

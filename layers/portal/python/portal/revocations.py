"""Which tokens of a person are honoured no more, kept in each feature's own table.

An access token lives a quarter of an hour. When somebody's rights end or change, or one of his sessions is ended,
every feature hears of it and refuses the tokens issued before, so that he is out within seconds and not minutes.
"""

from datetime import datetime, timedelta

import boto3
from botocore.config import Config

from portal.clock import from_wire, to_wire
from portal.events import Event
from portal.identity import Revocation
from portal.settings import Settings

# A session's refresh token may live for thirty days; who stole it must get nothing by it either.
_OUTLIVES_SESSIONS = timedelta(days=31)


class Revocations:
    """One small item a person whose rights changed lately, in the table named."""

    def __init__(self, table_name: str) -> None:
        self._table = table_name
        self._client = boto3.client("dynamodb", config=Config(retries={"mode": "standard"}))

    def of(self, person_id: str) -> Revocation:
        """What is honoured of a person no more."""
        item = self._client.get_item(TableName=self._table, Key=_key(person_id)).get("Item", {})
        changed_at = item.get("changed_at")
        return Revocation(
            from_wire(changed_at["S"]) if changed_at else None,
            frozenset(item.get("session_ids", {}).get("SS", ())),
        )

    def note(self, person_id: str, changed_at: datetime) -> None:
        """Remembers a change; an older one that arrives late does not replace a newer one."""
        try:
            self._client.update_item(
                TableName=self._table,
                Key=_key(person_id),
                UpdateExpression="SET changed_at = :new, expires_at = :until",
                ConditionExpression="attribute_not_exists(changed_at) OR changed_at < :new",
                ExpressionAttributeValues={
                    ":new": {"S": to_wire(changed_at)},
                    ":until": _kept_until(changed_at),
                },
            )
        except self._client.exceptions.ConditionalCheckFailedException:
            return

    def note_session(self, person_id: str, session_id: str, ended_at: datetime) -> None:
        """Remembers the end of one session for as long as anything could come of it."""
        self._client.update_item(
            TableName=self._table,
            Key=_key(person_id),
            UpdateExpression="ADD session_ids :ids SET expires_at = :until",
            ExpressionAttributeValues={
                ":ids": {"SS": [session_id]},
                ":until": _kept_until(ended_at),
            },
        )


def end_tokens(event: Event) -> None:
    """Ends the tokens that were issued before the change of a person, if the change touched his rights.

    Every feature hears of such changes and keeps them in the table at ``TABLE_NAME``.
    """
    if changed_at := event.data["access_changed_at"]:
        person_id = event.data["person"]["id"]
        Revocations(Settings()["TABLE_NAME"]).note(person_id, from_wire(changed_at))


def end_session(_: object, event: Event) -> None:
    """Ends the tokens of one session; every feature hears of it as of changed rights."""
    Revocations(Settings()["TABLE_NAME"]).note_session(
        event.data["person_id"], event.data["session_id"], from_wire(event.data["ended_at"])
    )


def _kept_until(ended_at: datetime) -> dict[str, str]:
    return {"N": str(int((ended_at + _OUTLIVES_SESSIONS).timestamp()))}


def _key(person_id: str) -> dict[str, dict[str, str]]:
    return {"pk": {"S": f"revocation#{person_id}"}, "sk": {"S": "revocation"}}

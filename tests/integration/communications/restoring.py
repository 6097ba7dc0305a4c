"""Letters that rules left out: who sees and restores them, and what it may cost."""

import boto3
from tests.integration.communications.mailing import SALES_BOX, mailboxes
from tests.support.access import Call, Row
from tests.support.budgets import Budget
from tests.support.personas import P
from tests.support.resources import MAIL_BUCKET
from tests.support.scene import Scene
from tests.unit.communications.letters import letter

from chalicelib.communications.model.skipped import Skipped
from chalicelib.communications.store.rules import RuleTable
from portal.clock import utc_now
from portal.ids import new_id


def left_out(scene: Scene) -> str:
    """A letter that a rule left out."""
    mailboxes(scene)
    skipped = Skipped(new_id(), utc_now(), f"inbound/{new_id()}", (SALES_BOX,), "Цены")
    content = letter(message_id=f"<{skipped.id}@prices.example>")
    boto3.client("s3").put_object(Bucket=MAIL_BUCKET, Key=skipped.raw_key, Body=content)
    RuleTable().skip(skipped)
    return skipped.id


RESTORING = {
    "skipped_letters": Row(
        lambda scene: Call("/communications/skipped", about=left_out(scene)), {P.OWNER}
    ),
    "restore_letter": Row(
        lambda scene: Call(f"/communications/skipped/{left_out(scene)}/restore"), {P.OWNER}
    ),
}

COSTS = {
    # Each letter, of twenty at most, is one look into the bucket: here there are two.
    "skipped_letters": Budget({"GetItem": 1, "Query": 2, "s3.GetObject": 2}, read=2.5, by=P.OWNER),
    "restore_letter": Budget(
        {
            "BatchGetItem": 3,
            "DeleteItem": 1,
            "GetItem": 5,
            "Query": 1,
            "TransactWriteItems": 2,
            "s3.GetObject": 1,
            "s3.PutObject": 1,
            "s3.PutObjectTagging": 1,
        },
        read=9,
        write=21,
        by=P.OWNER,
    ),
}

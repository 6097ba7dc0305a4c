"""What mailboxes, and reports of what did not arrive, may cost."""

from tests.integration.communications.sorting import COSTS
from tests.support.budgets import Budget, Trigger
from tests.support.contracts import examples
from tests.support.personas import P
from tests.support.triggers import queued

MAILBOXES = {
    **COSTS,
    "mailboxes": Budget({"GetItem": 1, "Query": 1}, read=1.5),
    "add_mailbox": Budget({"GetItem": 1, "PutItem": 1}, read=0.5, write=1, by=P.OWNER),
    "own_drop_address": Budget({"GetItem": 1}, read=0.5),
    "put_aside": Budget(
        {"GetItem": 2, "Query": 1, "TransactWriteItems": 1, "s3.GetObject": 1}, read=3, write=16
    ),
    "change_mailbox": Budget({"GetItem": 1, "PutItem": 1, "Query": 1}, read=2, write=1, by=P.OWNER),
}

_SIGNING = {"BatchGetItem": 1, "GetItem": 1, "PutItem": 1}
SIGNATURES = {
    "signatures": Budget({"BatchGetItem": 1, "GetItem": 1, "Query": 1}, read=6),
    "sign": Budget({**_SIGNING, "Query": 1}, read=6, write=1),
    "sign_for_all": Budget({**_SIGNING, "Query": 1}, read=6, write=1, by=P.OWNER),
    "sign_mailbox": Budget({**_SIGNING, "Query": 2}, read=8, write=1, by=P.OWNER),
}

CAME_BACK = Budget(
    {
        "BatchGetItem": 3,
        "GetItem": 3,
        "PutItem": 2,
        "Query": 2,
        "TransactWriteItems": 1,
        "s3.GetObject": 1,
        "s3.PutObject": 3,
    },
    read=11,
    write=21,
)

HANDED = {
    "people.work_handed_over.v1": Trigger(
        "consume",
        lambda _: queued(*examples("people.work_handed_over.v1")),
        # A write for each mailbox and each letter that waits; the one of the example has none.
        Budget({"Query": 2}, read=2),
    ),
    "people.absence_changed.v1": Trigger(
        "consume",
        lambda _: queued(*examples("people.absence_changed.v1")),
        Budget({"PutItem": 1}, write=1),
    ),
}

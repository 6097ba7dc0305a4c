"""What the journals may cost to read, and a value to bring back."""

from tests.support.budgets import Budget

from portal.cards import CardKind

HISTORY = {
    "deal_stages": Budget({"GetItem": 2, "Query": 1}, read=2),
    **{
        f"{kind}_changes": Budget({"BatchGetItem": 1, "GetItem": 3, "Query": 1}, read=4)
        for kind in ("company", "lead")
    },
    "contact_changes": Budget({"BatchGetItem": 2, "GetItem": 3, "Query": 1}, read=5),
    "deal_changes": Budget({"BatchGetItem": 2, "GetItem": 3, "Query": 2}, read=6),
    **{
        f"{kind}_viewers": Budget({"GetItem": 4, "Query": 2, "neighbour.people": 2}, read=4)
        for kind in ("company", "lead")
    },
    **{
        f"{kind}_viewers": Budget(
            {"BatchGetItem": 1, "GetItem": 4, "Query": 2, "neighbour.people": 2}, read=4.5
        )
        for kind in ("contact", "deal")
    },
    **{
        f"{kind}_absences": Budget({"BatchGetItem": 2, "GetItem": 2}, read=2.5)
        for kind in ("contact", "deal")
    },
    **{
        f"restore_{kind}": Budget(
            {"GetItem": 4, "Query": 1, "TransactWriteItems": 1}, read=4, write=6
        )
        for kind in CardKind
    },
}

"""What saved views may cost."""

from tests.support.budgets import Budget

# Of a seller in one department: three reads of places, one of what is found there, and his order.
VIEWS = {
    "views": Budget({"BatchGetItem": 1, "GetItem": 2, "Query": 3}, read=4),
    "add_view": Budget(
        {"BatchGetItem": 1, "GetItem": 1, "Query": 3, "TransactWriteItems": 1}, read=3, write=4
    ),
    "arrange_views": Budget({"GetItem": 2, "PutItem": 1, "Query": 3}, read=4, write=1),
    "change_view": Budget({"GetItem": 2, "PutItem": 1}, read=2, write=1),
    "remove_view": Budget({"GetItem": 2, "TransactWriteItems": 1}, read=2, write=4),
    "restore_view": Budget({"GetItem": 2, "TransactWriteItems": 1}, read=2, write=4),
}

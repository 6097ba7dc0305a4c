"""What the routes may cost by which owners shape the cards: pipelines, and own fields, of which a kind is one item."""

from tests.support.budgets import Budget
from tests.support.personas import P

ROUTES = {
    "pipelines": Budget({"GetItem": 1, "Query": 1}, read=1.5),
    "add_pipeline": Budget({"GetItem": 1, "PutItem": 1}, read=0.5, write=1, by=P.OWNER),
    "change_pipeline": Budget(
        {"GetItem": 1, "PutItem": 1, "Query": 1}, read=1.5, write=1, by=P.OWNER
    ),
    "fields": Budget({"GetItem": 2}, read=1.5),
    "add_field": Budget({"GetItem": 2, "PutItem": 1}, read=1.5, write=1, by=P.OWNER),
    "change_field": Budget({"GetItem": 1, "PutItem": 1, "Query": 1}, read=1.5, write=1, by=P.OWNER),
    "lay_out_fields": Budget({"GetItem": 2, "PutItem": 1}, read=1.5, write=1, by=P.OWNER),
}

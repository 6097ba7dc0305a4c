"""What it may cost to find cards alike, and to make one of two and two of one."""

from tests.integration.crm.pairs_access import doubled
from tests.support.budgets import Budget, Trigger
from tests.support.triggers import queued

from portal.cards import CardKind

_COMPARED = (CardKind.CONTACT, CardKind.COMPANY, CardKind.LEAD)

ROUTES = {
    **{
        f"merge_{kind}": Budget({"GetItem": 3, "TransactWriteItems": 1}, read=4, write=60)
        for kind in CardKind
    },
    **{
        f"unmerge_{kind}": Budget(
            {"BatchGetItem": 1, "GetItem": 7, "TransactWriteItems": 1, "neighbour.people": 1},
            read=8,
            write=60,
        )
        for kind in CardKind
    },
    # As many queries as the card has words to look for, eight at most; contacts and leads are looked for among both.
    "contact_duplicates": Budget({"GetItem": 2, "Query": 6}, read=4.5),
    "company_duplicates": Budget({"GetItem": 2, "Query": 1}, read=2),
    "lead_duplicates": Budget({"GetItem": 2}, read=1.5),
    **{
        f"like_new_{kind}": Budget({"GetItem": 1, "Query": 2 * among}, read=0.5 + among)
        for kind, among in zip(_COMPARED, (2, 1, 2), strict=True)
    },
    **{
        f"tell_{kind}_apart": Budget(
            {"BatchGetItem": 3, "GetItem": 3, "PutItem": 1}, read=7, write=2
        )
        for kind in _COMPARED
    },
    "all_duplicates": Budget({"BatchGetItem": 2, "GetItem": 1, "Query": 1}, read=8),
    "count_duplicates": Budget({"GetItem": 1, "Query": 3}, read=2),
}

TRIGGERS = {
    "crm.card_changed.v1 of one like another": Trigger(
        "consume",
        lambda scene: queued(doubled(scene)),
        # Two transactions index both cards, and one writes their pair.
        Budget(
            {"BatchGetItem": 6, "GetItem": 4, "Query": 4, "TransactWriteItems": 3},
            read=14,
            write=116,
        ),
    ),
}

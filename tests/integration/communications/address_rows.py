"""Who may ask about bad addresses, and what it may cost."""

from tests.support.access import Row, fixed
from tests.support.budgets import Budget
from tests.support.personas import STAFF

_ADDRESS = "nobody@mail.example"

ADDRESSES = {
    "bad_addresses": Row(
        fixed(f"/communications/bad-addresses?addresses={_ADDRESS},other@mail.example"), STAFF
    ),
    "address_is_fine": Row(
        fixed("/communications/bad-addresses/fine", {"address": _ADDRESS}), STAFF, repeatable=True
    ),
}
ADDRESS_COSTS = {
    "bad_addresses": Budget({"BatchGetItem": 1, "GetItem": 1}, read=1.5),
    "address_is_fine": Budget({"DeleteItem": 1, "GetItem": 1}, read=0.5, write=1),
}

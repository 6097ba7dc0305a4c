"""A crm that knows one deal, for features that ask crm who may see a card."""

from collections.abc import Mapping
from typing import Any

import pytest

from portal.identity import principal_of_issued
from portal.ids import new_id
from portal.neighbours import Neighbour
from portal.principals import Principal, Role, contact_grant, employee_grant

DEAL_ID = new_id()
DEAL = f"deal:{DEAL_ID}"
SELLER = Principal(new_id(), "Иван Продавцов", frozenset({Role.EMPLOYEE}))
OWNER = Principal(new_id(), "Ольга Хозяйкина", frozenset({Role.OWNER}))
STRANGER = Principal(new_id(), "Пётр Посторонний", frozenset({Role.EMPLOYEE}))
CLIENT = Principal(new_id(), "Клиент", frozenset({Role.CLIENT}), contact_id=new_id())

AUDIENCE = frozenset(
    {employee_grant(SELLER.id), contact_grant(str(CLIENT.contact_id)), "role:owner"}
)


def let_crm_know_the_deal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Crm's answers to ``/crm/access``: the deal, to its seller, to its client and to an owner."""

    def get(
        _: Neighbour, path: str, authorization: str, query: Mapping[str, str]
    ) -> dict[str, Any]:
        assert path == "/crm/access"
        caller = principal_of_issued(authorization.removeprefix("Bearer "))
        seen = DEAL in query["cards"].split(",") and caller.may_see(AUDIENCE)
        return {"items": [_DEAL] if seen else []}

    monkeypatch.setattr(Neighbour, "get", get)


_DEAL = {
    "card": {"kind": "deal", "id": DEAL_ID},
    "title": "Поставка насосов",
    "owner_id": SELLER.id,
    "participant_ids": [],
    "audience": sorted(AUDIENCE),
    "contact_ids": [CLIENT.contact_id],
}

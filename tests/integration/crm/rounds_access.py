"""Who may call the routes of rounds."""

from collections.abc import Callable

from tests.integration.crm.cards_made import team
from tests.support.access import Call, Row
from tests.support.personas import RELATED, P
from tests.support.scene import Scene

PLAN = {"title": "ТО пресса", "months": 3, "next_on": "2031-01-31"}


def contract(scene: Scene) -> str:
    """The path of the rounds of a deal that has a schedule."""
    deal = scene.made("/crm/deals", {"title": "Договор на обслуживание"} | team(scene))["id"]
    scene.client(P.SELLER, "crm").put(f"/crm/deals/{deal}/rounds", PLAN)
    return f"/crm/deals/{deal}/rounds"


def on_contract(rest: str = "", body: object = None) -> Callable[[Scene], Call]:
    """A request about such a contract."""
    return lambda scene: Call(contract(scene) + rest, body)


ROWS = {
    "deal_rounds": Row(on_contract(), RELATED),
    "plan_rounds": Row(on_contract(body=PLAN | {"months": 6}), RELATED),
    "change_rounds": Row(on_contract(body={"act": "skip"}), RELATED),
    "opened_rounds": Row(on_contract("/opened"), RELATED),
}

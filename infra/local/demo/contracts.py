"""What the demo company serves under a contract, round after round."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from infra.local.demo.maker import Maker


@dataclass(frozen=True)
class Contract:
    """A deal that is served each so many months, the next time in so many days, for so many days from now."""

    deal: str
    seller: str
    title: str
    months: int
    next_in: int
    ends_in: int

    def body(self) -> dict[str, object]:
        """As the portal is told."""
        today = datetime.now(UTC).date()
        return {
            "title": self.title,
            "months": self.months,
            "next_on": f"{today + timedelta(self.next_in)}",
            "until": f"{today + timedelta(self.ends_in)}",
        }


CONTRACTS = (Contract("to-press", "seller", "ТО литьевых машин", 3, 9, 340),)


def serve(maker: Maker) -> None:
    """Plans the rounds of each contract that has none yet."""
    for contract in CONTRACTS:
        seller = maker.people[contract.seller]
        path = f"/crm/deals/{maker.ids[contract.deal]}/rounds"
        if not seller.get(path).get("schedule"):
            seller.put(path, contract.body())

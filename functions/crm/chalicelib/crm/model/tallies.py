"""Tallies: how many deals stand in a stage and what they come to, as each reader may see them.

What is counted is kept by grant and by owner of the deal. Who holds several grants may see a deal through more than
one of them, so that their counts cannot be added; but a head's grant shows all deals of an owner or none, and an
employee's own grant shows all that he owns. For each owner one grant's rows are therefore the whole truth.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.facets import Facets
from portal.money import Money
from portal.values import dataclass


@dataclass(frozen=True)
class Tallied:
    """All of a deal that its tallies depend on; whole hundredths of its currency, none without an amount."""

    pipeline_id: str
    stage_id: str
    owner_id: str
    grants: frozenset[str]
    currency: str | None = None
    hundredths: int = 0

    @classmethod
    def of(cls, deal: Deal) -> "Tallied":
        """A deal as it is counted; clients are shown no tallies."""
        money = deal.amount
        return cls(
            pipeline_id=deal.pipeline_id,
            stage_id=deal.stage_id,
            owner_id=deal.owner.id,
            grants=deal.staff_audience,
            currency=money.currency if money else None,
            hundredths=hundredths(money) if money else 0,
        )

    def places(self) -> Iterator["Place"]:
        """The rows in which the deal is counted."""
        for grant in sorted(self.grants):
            yield Place(self.pipeline_id, grant, self.owner_id, self.stage_id, self.currency)


@dataclass(frozen=True)
class Place:
    """Which deals are counted together: those of one owner that a grant shows in a stage, by currency."""

    pipeline_id: str
    grant: str
    owner_id: str
    stage_id: str
    currency: str | None


@dataclass(frozen=True)
class Amount:
    """How many deals, and their sum in hundredths; as a difference either may be below zero."""

    count: int = 0
    hundredths: int = 0

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.count + other.count, self.hundredths + other.hundredths)


@dataclass(frozen=True)
class Row:
    """One stored count."""

    place: Place
    amount: Amount


@dataclass(frozen=True)
class StageTally:
    """What a reader is shown of a stage: the deals without an amount count, and add to no sum.

    With `more` there may be others, which were not looked at.
    """

    stage_id: str
    count: int
    sums: tuple[Money, ...]
    more: bool = False


def difference(before: Tallied | None, after: Tallied | None) -> Mapping[Place, Amount]:
    """What has to be added to which rows when a deal goes from one state to the next."""
    changes: dict[Place, Amount] = {}
    for state, sign in ((before, -1), (after, 1)):
        for place in state.places() if state else ():
            step = Amount(sign, sign * (state.hundredths if state else 0))
            changes[place] = changes.get(place, Amount()) + step
    return {place: change for place, change in changes.items() if change != Amount()}


def seen_once(by_grant: Iterable[Iterable[Row]]) -> list[Row]:
    """Of each owner the rows of the first grant that shows any deal of his.

    The grants come with the most telling first: a head's before the employee's own, through which of other
    owners only those deals are seen in which he takes part.
    """
    found: dict[str, list[Row]] = {}
    for rows in by_grant:
        counted: dict[str, list[Row]] = {}
        for row in rows:
            if row.amount.count:
                counted.setdefault(row.place.owner_id, []).append(row)
        found = counted | found
    return [row for rows in found.values() for row in rows]


def by_stage(stage_ids: Iterable[str], rows: Iterable[Row]) -> list[StageTally]:
    """The rows added up for each of the stages, in their order."""
    counts: Counter[str] = Counter()
    sums: dict[str, Counter[str]] = {}
    for row in rows:
        counts[row.place.stage_id] += row.amount.count
        if row.place.currency:
            sums.setdefault(row.place.stage_id, Counter())[row.place.currency] += (
                row.amount.hundredths
            )
    return [StageTally(i, counts[i], _money(sums.get(i, {}))) for i in stage_ids]


def looked_at(stage_ids: Iterable[str], deals: Iterable[Facets], *, more: bool) -> list[StageTally]:
    """Deals by their facets added up for each of the stages, in their order."""
    rows = []
    for deal in deals:
        currency = deal.get("currency")
        place = Place(deal["pipeline"], "", deal["owner"], deal["stage"], currency)
        whole = int(Decimal(deal["amount"]).scaleb(2)) if currency else 0
        rows.append(Row(place, Amount(1, whole)))
    return [replace(tally, more=more) for tally in by_stage(stage_ids, rows)]


def hundredths(money: Money) -> int:
    """The amount in whole hundredths, which the wire admits no part of."""
    return int(money.amount.scaleb(2))


def _money(sums: Mapping[str, int]) -> tuple[Money, ...]:
    return tuple(Money(Decimal(sums[each]).scaleb(-2), each) for each in sorted(sums))

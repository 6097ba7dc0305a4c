"""A company with as many deals as is asked for, in memory, without the minutes that making them takes.

What is read of them is answered from sorted lists of numbers; a deal, a pointer and its facets are made from the number
when they are read. Everything else is asked of the account in memory beneath.
"""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from chalicelib.crm.model.cards import Owner
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.facets import facets_of
from chalicelib.crm.model.passing import PASSING_SHELVES, passing_of, passing_places
from chalicelib.crm.model.pipelines import Pipeline
from chalicelib.crm.model.sorting import places_with_facets, sorted_places
from chalicelib.crm.store.mapping import to_item
from portal.ids import derived_id
from portal.money import Money

Parameters = Mapping[str, Any]
Answer = dict[str, Any]
Ask = Callable[[Any, str, Parameters], Answer]

COLOURS = 5
_MANY = 10**9


@dataclass(frozen=True)
class Company:
    """So many deals in one pipeline, each seller's in turn, one made every ten minutes until `now`.

    In the last hundred days a hundredth of them changed, whatever their number.
    """

    pipeline: Pipeline
    sellers: tuple[Owner, ...]
    field_id: str
    colours: tuple[str, ...]
    now: datetime
    deals: int

    def deal(self, number: int) -> Deal:
        """The deal of that number, always the same; the last one is the newest."""
        made = self.now - timedelta(minutes=10 * (self.deals - number))
        stage = self.pipeline.stages[number % len(self.pipeline.stages)]
        turn = number // len(self.sellers)
        return Deal(
            id=derived_id(made, f"deal {number}"),
            owner=self.sellers[number % len(self.sellers)],
            title=f"Поставка № {number * 7907 % 100_003}",
            created_at=made,
            updated_at=made,
            pipeline_id=self.pipeline.id,
            stage_id=stage.id,
            stage_kind=stage.kind,
            stage_since=made,
            amount=Money(Decimal(number * 7919 % 10_000_019).scaleb(-2), "RUB"),
            own={self.field_id: self.colours[turn % len(self.colours)]},
            version=1,
        )


class Crowd:
    """The table of crm as that company would have filled it, for who holds the grant."""

    def __init__(self, company: Company, grant: str, beneath: Ask) -> None:
        self._company, self._grant, self._beneath = company, grant, beneath
        self._lists: dict[tuple[str, str], list[tuple[str, int]]] = {}
        self._numbers: dict[str, int] = {}
        for number in range(company.deals):
            deal = company.deal(number)
            if grant in deal.audience:
                self._put(deal, number)
        for rows in self._lists.values():
            rows.sort()

    def ask(self, client: Any, operation: str, parameters: Parameters) -> Answer:
        """One call of DynamoDB."""
        if operation == "Query" and (rows := self._rows(parameters)) is not None:
            return self._found(rows, parameters)
        if operation == "GetItem" and parameters["Key"]["pk"]["S"] in self._numbers:
            return {"Item": self._card(parameters["Key"]["pk"]["S"])}
        if operation == "BatchGetItem":
            return self._batch(client, parameters)
        return self._beneath(client, operation, parameters)

    def _put(self, deal: Deal, number: int) -> None:
        self._numbers[str(deal.ref).replace(":", "#")] = number
        for places in (sorted_places, places_with_facets, passing_places):
            for shelf, key in places(deal):
                self._add("", f"{shelf}#{self._grant}", f"{key}#{deal.ref}", number)
        partition, place = (
            f"list#deal#{self._grant}",
            f"{deal.pipeline_id}#{deal.stage_id}#{deal.id}",
        )
        self._add("", partition, deal.id, number)
        self._add("by-stage", partition, place, number)
        self._add("by-owner", f"{partition}#owner:{deal.owner.id}", place, number)

    def _add(self, index: str, key: str, place: str, number: int) -> None:
        self._lists.setdefault((index, key), []).append((place, number))

    def _rows(self, parameters: Parameters) -> list[tuple[str, int]] | None:
        key = parameters["ExpressionAttributeValues"][":0"]["S"]
        return self._lists.get((parameters.get("IndexName", ""), key))

    def _found(self, rows: list[tuple[str, int]], parameters: Parameters) -> Answer:
        """The rows between two keys, from where the last page ended."""
        values = parameters["ExpressionAttributeValues"]
        low, high = (values[name]["S"] for name in (":1", ":2"))
        begin, end = bisect_left(rows, (low, -1)), bisect_right(rows, (high, _MANY))
        forward, limit = parameters["ScanIndexForward"], parameters["Limit"]
        if start := parameters.get("ExclusiveStartKey"):
            last = (start.get("place") or start["sk"])["S"]
            begin = max(begin, bisect_right(rows, (last, _MANY))) if forward else begin
            end = end if forward else min(end, bisect_left(rows, (last, -1)))
        numbers = range(begin, end)[:limit] if forward else range(begin, end)[::-1][:limit]
        items = [self._pointer(parameters, rows[number]) for number in numbers]
        answer: Answer = {"Items": items, "Count": len(items), "ScannedCount": len(items)}
        if len(items) < end - begin:
            answer["LastEvaluatedKey"] = {k: v for k, v in items[-1].items() if k != "facets"}
        return answer

    def _pointer(self, parameters: Parameters, row: tuple[str, int]) -> Answer:
        place, number = row
        key, index = parameters["ExpressionAttributeValues"][":0"], parameters.get("IndexName")
        if index:
            name = "board" if index == "by-stage" else "owned"
            sk = {"S": place.rpartition("#")[2]}
            return {
                "pk": {"S": f"list#deal#{self._grant}"},
                "sk": sk,
                name: key,
                "place": {"S": place},
            }
        item: Answer = {"pk": key, "sk": {"S": place}}
        shelf = key["S"]
        if shelf.startswith(("faceted#", PASSING_SHELVES)):
            deal = self._company.deal(number)
            passing = passing_of(deal) if shelf.startswith(PASSING_SHELVES) else {}
            item["facets"] = {"S": json.dumps({**facets_of(deal), **passing})}
        return item

    def _batch(self, client: Any, parameters: Parameters) -> Answer:
        ((table, asked),) = parameters["RequestItems"].items()
        names = [key["pk"]["S"] for key in asked["Keys"]]
        if not self._numbers.keys() >= set(names):
            return self._beneath(client, "BatchGetItem", parameters)
        return {"Responses": {table: list(map(self._card, names))}, "UnprocessedKeys": {}}

    def _card(self, name: str) -> Answer:
        item: Answer = to_item(self._company.deal(self._numbers[name])).to_dynamodb_dict()
        return item

"""The view of a partition by which the emulator's queries are quick holds all that the query can find."""

from itertools import product
from types import FunctionType
from typing import Any

import pytest
from infra.local.quick.quick_emulator import asked, quick

KEYS = [f"{one}{two}{number}" for one, two in product("абв", "абв") for number in range(5)]
_tables: dict[str, Any] = {
    "table": {
        "pk_name": "pk",
        "sk_name": "sk",
        "items": {"p": {key: {"sk": {"S": key}} for key in KEYS}, "q": {"аа": {}}},
    }
}


def slow(data: dict[str, Any]) -> list[str]:
    """A query as the emulator answers it: each item of the partition is looked at."""
    values = {name: each["S"] for name, each in data["ExpressionAttributeValues"].items()}
    items = _tables[data["TableName"]]["items"].get(values[":0"], {})
    found = sorted(k for k in items if holds(k, data["KeyConditionExpression"], values))
    found = found if data["ScanIndexForward"] else found[::-1]
    after = data.get("ExclusiveStartKey", {}).get("sk", {}).get("S")
    if after:
        found = [k for k in found if (k > after) == data["ScanIndexForward"] and k != after]
    seen.append(len(items))
    return found[: data["Limit"]] if "Limit" in data else found


seen: list[int] = []


def holds(key: str, condition: str, values: dict[str, str]) -> bool:
    if "begins_with" in condition:
        return key.startswith(values[":1"])
    return "BETWEEN" not in condition or values[":1"] <= key <= values[":2"]


CONDITIONS = {
    "#0 = :0": {},
    "(#0 = :0 AND begins_with (#1, :1))": {":1": "аб"},
    "(#0 = :0 AND #1 BETWEEN :1 AND :2)": {":1": "аб3", ":2": "вб"},
}


def question(condition: str, **more: Any) -> dict[str, Any]:
    values = {":0": "p", **CONDITIONS.get(condition, {})}
    return {
        "TableName": "table",
        "KeyConditionExpression": condition,
        "ExpressionAttributeNames": {"#0": "pk", "#1": "sk"},
        "ExpressionAttributeValues": {name: {"S": value} for name, value in values.items()},
        **more,
    }


@pytest.mark.parametrize("forward", [True, False])
@pytest.mark.parametrize("limit", [1, 4, None])
@pytest.mark.parametrize("condition", CONDITIONS)
def test_all_pages_are_the_same(condition: str, limit: int | None, *, forward: bool) -> None:
    """In either order, from the first page to the last."""
    assert isinstance(slow, FunctionType)
    more: dict[str, Any] = {"Limit": limit} if limit else {}
    data = question(condition, ScanIndexForward=forward, **more)
    while page := slow(data):
        assert quick(slow)(data) == page
        data["ExclusiveStartKey"] = {"pk": {"S": "p"}, "sk": {"S": page[-1]}}
    assert quick(slow)(data) == []


def test_no_more_is_looked_at_than_can_answer() -> None:
    """Which is what it is for."""
    seen.clear()
    data = question("(#0 = :0 AND begins_with (#1, :1))", ScanIndexForward=True, Limit=2)
    assert isinstance(slow, FunctionType)
    quick(slow)(data)
    assert max(seen) == 4


@pytest.mark.parametrize(
    "data",
    [
        question("(#0 = :0 AND #1 >= :1)"),
        question("(#0 = :0 AND #1 = :0)", IndexName="by-owner"),
        question("#0 = :0", FilterExpression="#1 = :0"),
        question("#1 = :0"),
        {"TableName": "table"},
    ],
)
def test_what_it_does_not_know_is_left_to_the_emulator(data: dict[str, Any]) -> None:
    """It answers such a query as before, and refuses a wrong one itself."""
    assert asked(data, "pk", "sk") is None

"""The emulator's app, whose queries read what their key conditions can find instead of a whole partition.

It works out the condition anew for each item that lies in the partition, and while it does so nobody else is answered:
three thousand items take 0.3 s. Here it is shown a view of its table with those items alone that can answer, which takes
a millisecond; all else is left to it. After each call of a function it waits for what that may yet say, which ours seldom
do: here it waits less, and what comes later is told with the next call. It runs in the emulator's own environment, where nothing of ours may be.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache, partialmethod
from heapq import nlargest, nsmallest
from importlib import import_module
from types import FunctionType
from typing import Any, NamedTuple

_LAST_WORDS_SECONDS = 0.005

Json = dict[str, Any]
Items = Mapping[str, Any]

_VALUE = r"\s*(:\w+)\s*"
_BEGINS = re.compile(rf"begins_with\s*\(\s*(#?\w+)\s*,{_VALUE}\)")
_BETWEEN = re.compile(rf"(#?\w+)\s+BETWEEN{_VALUE}AND{_VALUE}")
_EQUALS = re.compile(rf"(#?\w+)\s*={_VALUE}")


class Asked(NamedTuple):
    """What a query asks of one partition, as far as that is told by the keys alone."""

    partition: str
    beginning: str
    span: tuple[str | None, ...]
    last_first: bool
    limit: int | None
    after: str | None


def asked(data: Json, pk: str, sk: str) -> Asked | None:
    """What a query of a table with such keys asks; None where it is of another kind than ours."""
    condition = data.get("KeyConditionExpression")
    if data.get("IndexName") or data.get("FilterExpression") or not isinstance(condition, str):
        return None
    found = {name: values for name, values in _clauses(condition, data) if None not in values}
    (partition,) = found.get(("=", pk), (None,))
    (beginning,) = found.get(("begins_with", sk), ("",))
    clauses = len(condition.split(" AND ")) - ("BETWEEN" in condition)
    if partition is None or len(found) != clauses:
        return None
    after = (data.get("ExclusiveStartKey") or {}).get(sk, {}).get("S")
    last_first, limit = not data.get("ScanIndexForward", True), data.get("Limit")
    span = found.get(("BETWEEN", sk), (None, None))
    return Asked(partition, beginning or "", span, last_first, limit, after)


def fitting(items: Items, what: Asked) -> Json:
    """Those of a partition's items that can answer, and one more than is wanted of them."""
    low, high = what.span[0] or "", what.span[1]
    if what.after is not None:
        low, high = (low, what.after) if what.last_first else (max(low, what.after), high)
    keys = [k for k in items if k.startswith(what.beginning) and k >= low]
    keys = keys if high is None else [k for k in keys if k <= high]
    if what.limit is not None:
        # The item at which the last page ended is among them, and left out by the emulator.
        keys = (nlargest if what.last_first else nsmallest)(int(what.limit) + 2, keys)
    return {key: items[key] for key in keys}


def quick(query: FunctionType) -> Callable[[Json], Any]:
    """The emulator's query, on a view of its tables."""

    def ask(data: Json) -> Any:  # noqa: ANN401  # whatever it answers
        name = data.get("TableName")
        table = query.__globals__["_tables"].get(name) if isinstance(name, str) else None
        what = asked(data, table["pk_name"], table["sk_name"] or "") if table else None
        if what is None or table is None:
            return query(data)
        items = fitting(table["items"].get(what.partition, {}), what)
        view = {name: {**table, "items": {what.partition: items}}}
        return FunctionType(query.__code__, {**query.__globals__, "_tables": view})(data)

    return ask


def _clauses(condition: str, data: Json) -> list[tuple[tuple[str, str], tuple[str | None, ...]]]:
    names, values = (
        data.get("ExpressionAttributeNames") or {},
        data.get("ExpressionAttributeValues"),
    )
    patterns = {"begins_with": _BEGINS, "BETWEEN": _BETWEEN, "=": _EQUALS}
    return [
        ((kind, names.get(name, name)), tuple((values or {}).get(v, {}).get("S") for v in given))
        for kind, pattern in patterns.items()
        for name, *given in pattern.findall(condition)
    ]


@cache
def _app() -> Any:  # noqa: ANN401  # an ASGI application
    dynamodb: Any = import_module("ministack.services.dynamodb")
    dynamodb._query = quick(dynamodb._query)  # noqa: SLF001  # it has no other place for it
    worker: Any = import_module("ministack.core.lambda_runtime").Worker
    drain = partialmethod(worker._drain_stderr_bounded, first_line_wait=_LAST_WORDS_SECONDS)  # noqa: SLF001  # as above
    worker._drain_stderr_bounded = drain  # noqa: SLF001  # as above
    return import_module("ministack.app").app


def __getattr__(name: str) -> Any:  # noqa: ANN401  # as any module's
    if name == "app":
        return _app()
    raise AttributeError(name)

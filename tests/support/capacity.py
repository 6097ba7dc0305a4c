"""What DynamoDB would bill, computed from item sizes: no emulator does it.

Sources: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html,
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html.
"""

import base64
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

AttributeValue = Mapping[str, Any]
Image = Mapping[str, AttributeValue]

READ_BLOCK = 4096
WRITE_BLOCK = 1024
_CONTAINER_BYTES = 3
_ELEMENT_BYTES = 1


def item_size(item: Image) -> int:
    """The bytes of an item: names and values."""
    return sum(len(name.encode()) + value_size(value) for name, value in item.items())


def value_size(value: AttributeValue) -> int:
    """The bytes of one attribute's value in DynamoDB's JSON."""
    ((kind, content),) = value.items()
    return _SIZES[kind](content)


def read_units(size: int, *, consistent: bool = False, transactional: bool = False) -> float:
    """Read units of so many bytes read at once; nothing found costs as much as a small item."""
    blocks = max(1, math.ceil(size / READ_BLOCK))
    return blocks * (2.0 if transactional else 1.0 if consistent else 0.5)


def write_units(size: int, *, transactional: bool = False) -> float:
    """Write units of one item, the larger of what it was and what it becomes."""
    return max(1, math.ceil(size / WRITE_BLOCK)) * (2.0 if transactional else 1.0)


@dataclass(frozen=True)
class Index:
    """A secondary index: the attributes by which an item stands in it, and those it repeats (None: all)."""

    keys: frozenset[str]
    projected: frozenset[str] | None = None

    @classmethod
    def of(cls, description: Mapping[str, Any], table_keys: Iterable[str]) -> "Index":
        """An index as DescribeTable tells of it."""
        keys = frozenset(key["AttributeName"] for key in description["KeySchema"])
        projection = description["Projection"]
        if projection["ProjectionType"] == "ALL":
            return cls(keys)
        return cls(keys, keys | {*table_keys, *projection.get("NonKeyAttributes", ())})

    def entry(self, item: Image | None) -> Image | None:
        """What the index holds of an item."""
        if not item or not self.keys <= item.keys():
            return None
        return {n: v for n, v in item.items() if self.projected is None or n in self.projected}

    def write_units(self, before: Image | None, after: Image | None) -> float:
        """What the index costs when the item changes: nothing unless its entry does."""
        old, new = self.entry(before), self.entry(after)
        if old == new:
            return 0
        if old and new and all(old[key] == new[key] for key in self.keys):
            return write_units(max(item_size(old), item_size(new)))
        # A key that changes is one entry removed and another one put.
        return sum(write_units(item_size(entry)) for entry in (old, new) if entry)


def change_units(
    before: Image | None,
    after: Image | None,
    indexes: Iterable[Index],
    *,
    transactional: bool = False,
) -> float:
    """Write units of one changed item with its indexes; these follow after the commit, so they cost once."""
    size = max(item_size(before or {}), item_size(after or {}))
    own = write_units(size, transactional=transactional)
    return own + sum(index.write_units(before, after) for index in indexes)


def _number(text: str) -> int:
    digits = text.lstrip("-").split("E")[0].replace(".", "").strip("0")
    return math.ceil(len(digits) / 2) + 1 + text.startswith("-")


def _list(values: Iterable[AttributeValue]) -> int:
    return _CONTAINER_BYTES + sum(_ELEMENT_BYTES + value_size(value) for value in values)


def _map(values: Image) -> int:
    return _CONTAINER_BYTES + _ELEMENT_BYTES * len(values) + item_size(values)


def _text(text: str) -> int:
    return len(text.encode())


def _binary(content: bytes | str) -> int:
    return len(content if isinstance(content, bytes) else base64.b64decode(content))


_SIZES: Mapping[str, Callable[[Any], int]] = {
    "S": _text,
    "N": _number,
    "B": _binary,
    "BOOL": lambda _: 1,
    "NULL": lambda _: 1,
    "SS": lambda values: sum(map(_text, values)),
    "NS": lambda values: sum(map(_number, values)),
    "BS": lambda values: sum(map(_binary, values)),
    "L": _list,
    "M": _map,
}

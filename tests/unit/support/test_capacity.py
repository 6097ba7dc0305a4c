"""The rules by which DynamoDB bills, each with the documentation's own numbers where it has them."""

from typing import Any

import pytest
from tests.support.capacity import (
    Index,
    change_units,
    item_size,
    read_units,
    value_size,
    write_units,
)


@pytest.mark.parametrize(
    ("value", "size"),
    [
        ({"S": "abc"}, 3),
        ({"S": "Письмо"}, 12),
        ({"N": "1"}, 2),
        ({"N": "120000"}, 2),
        ({"N": "12345"}, 4),
        ({"N": "-0.5"}, 3),
        ({"B": b"12345"}, 5),
        ({"BOOL": True}, 1),
        ({"NULL": True}, 1),
        ({"SS": ["ab", "c"]}, 3),
        ({"L": []}, 3),
        ({"L": [{"S": "ab"}, {"BOOL": True}]}, 8),
        ({"M": {}}, 3),
        ({"M": {"ключ": {"S": "ab"}}}, 14),
    ],
)
def test_sizes_of_values(value: dict[str, Any], size: int) -> None:
    """Text by its UTF-8, numbers by pairs of digits, containers with their overhead."""
    assert value_size(value) == size


def test_an_item_is_its_names_and_values() -> None:
    """Long names of attributes are paid for."""
    assert item_size({"pk": {"S": "deal#1"}, "title": {"S": "Окна"}}) == 2 + 6 + 5 + 8


@pytest.mark.parametrize(
    ("size", "eventual", "consistent", "transactional"),
    [(0, 0.5, 1, 2), (4096, 0.5, 1, 2), (4097, 1, 2, 4), (8192, 1, 2, 4)],
)
def test_reads_are_billed_by_four_kilobytes(
    size: int, eventual: float, consistent: float, transactional: float
) -> None:
    """Half for an eventually consistent read, double within a transaction."""
    assert read_units(size) == eventual
    assert read_units(size, consistent=True) == consistent
    assert read_units(size, transactional=True) == transactional


@pytest.mark.parametrize(("size", "alone", "together"), [(0, 1, 2), (1024, 1, 2), (1025, 2, 4)])
def test_writes_are_billed_by_one_kilobyte(size: int, alone: float, together: float) -> None:
    """Double within a transaction."""
    assert write_units(size) == alone
    assert write_units(size, transactional=True) == together


LISTED = Index(frozenset({"list", "name"}))
SPARSE = Index(frozenset({"due"}), frozenset({"pk", "due"}))


def person(name: str | None, **more: Any) -> dict[str, Any]:
    return {"pk": {"S": "1"}, "list": {"S": "all"}} | ({"name": {"S": name}} if name else {}) | more


@pytest.mark.parametrize(
    ("before", "after", "units"),
    [
        (None, person("Анна"), 1),
        (person("Анна"), None, 1),
        (person("Анна"), person("Анна"), 0),
        (person("Анна"), person("Анна", phone={"S": "1"}), 1),
        (person("Анна"), person("Яна"), 2),
        (person(None), person(None, phone={"S": "1"}), 0),
        (None, person("Анна", note={"S": "x" * 1500}), 2),
    ],
)
def test_an_index_costs_when_its_entry_changes(before: Any, after: Any, units: float) -> None:
    """Put, removed, changed, moved; an item that is not in the index costs nothing."""
    assert LISTED.write_units(before, after) == units


def test_an_index_repeats_only_what_it_projects() -> None:
    """A change of another attribute leaves the index alone, and a large one does not weigh there."""
    due = person("Анна", due={"S": "2026"})
    large = due | {"note": {"S": "x" * 5000}}
    assert SPARSE.write_units(due, large) == 0
    assert SPARSE.write_units(None, large) == 1


def test_a_transaction_doubles_the_item_and_not_its_indexes() -> None:
    """Two units for the item, one for each index it enters."""
    after = person("Анна", due={"S": "2026"})
    assert change_units(None, after, [LISTED, SPARSE], transactional=True) == 4
    assert change_units(None, after, [LISTED, SPARSE]) == 3

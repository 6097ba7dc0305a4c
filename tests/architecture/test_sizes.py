"""Small units: measured on the whole tree, so that growth is seen where it begins."""

import pytest
from tests.support.source import Module, body_length, modules

MODULE_LINES = 200
MEDIAN_LINES = 8
NINE_IN_TEN_LINES = 20
LONGEST_LINES = 60

TREES = ("functions", "layers", "infra", "tests")


def tree(name: str) -> list[Module]:
    """The modules under one folder of the repository."""
    return [module for module in modules() if str(module).startswith(f"{name}/")]


@pytest.mark.parametrize("name", TREES)
def test_modules_stay_small(name: str) -> None:
    """A module that outgrows two hundred lines is split by noun."""
    assert {str(m): m.length for m in tree(name) if m.length > MODULE_LINES} == {}


@pytest.mark.parametrize("name", TREES)
def test_functions_stay_small(name: str) -> None:
    """Half of them fit into eight lines, nine in ten into twenty."""
    lengths = sorted(body_length(f) for module in tree(name) for f in module.functions())
    assert lengths[len(lengths) // 2] <= MEDIAN_LINES
    assert lengths[len(lengths) * 9 // 10] <= NINE_IN_TEN_LINES


def test_no_function_is_a_chapter() -> None:
    """However good the average, no single function needs scrolling."""
    long = {
        f"{module}:{function.name}": body_length(function)
        for module in modules()
        for function in module.functions()
        if body_length(function) > LONGEST_LINES
    }
    assert long == {}

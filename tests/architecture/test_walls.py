"""The walls: what may import what, proved on the source itself."""

import ast
import re
import sys
from collections.abc import Iterable, Iterator

import pytest
from tests.support.source import FUNCTIONS, Module, features, is_under, parts, under

DOMAIN = ("model", "events", "service")

PURE = frozenset(
    f"portal.{name}"
    for name in (
        "cards",
        "charsets",
        "clock",
        "due",
        "erasure",
        "errors",
        "events",
        "identity",
        "ids",
        "letters",
        "money",
        "paging",
        "principals",
        "texts",
        "values",
        "working_time",
    )
)
"""The modules of the layer that compute on values alone."""

# Arithmetic of calendars, which nobody writes himself.
PURE_RULES = {"dateutil.rrule", "dateutil.relativedelta"}
PURE_LIBRARIES = frozenset({"email_validator", "jwt", "phonenumbers", "ulid"})
"""What those stand on: grammars of addresses, tokens, numbers and ids."""

OUTWARD = frozenset(
    {"http", "os", "pathlib", "shutil", "socket", "sqlite3", "subprocess", "urllib.request"}
)
"""Modules of the standard library by which rules would reach out of themselves."""

# Who may import which roles of its own feature, besides itself; app.py alone may import all, `composition` is a part of it.
WITHIN = {
    "model": set(),
    "events": {"model"},
    "service": {"model", "events"},
    "store": {"model", "events", "service"},
    "schemas": {"model", "events", "service"},
    "routes": {"model", "service", "schemas"},
    "consumers": {"model", "events", "service", "schemas"},
    "composition": {"model", "events", "service", "schemas", "store", "files", "colleagues"},
}
ADAPTER = {"model", "events", "service"}


@pytest.mark.parametrize("feature", features())
def test_a_feature_imports_no_other(feature: str) -> None:
    """Features meet in events and public APIs, never in code."""
    others = {f"chalicelib.{name}" for name in features()} - {f"chalicelib.{feature}"}
    own = [*under(f"chalicelib.{feature}"), *under(f"functions.{feature}")]
    assert not crossings(own, others)


def test_the_layer_imports_no_feature() -> None:
    """Dependencies point from the features to the layer."""
    assert not crossings(under("portal"), {"chalicelib", "functions"})


def test_the_layer_names_no_feature() -> None:
    """No identifier, no string and no quoted word of the layer is a feature's name."""
    names = {path.name for path in FUNCTIONS.iterdir() if path.is_dir()}
    found = {
        f"{module}:{line}": word
        for module in under("portal")
        for line, text in mentions(module)
        for word in names & set(re.split(r"[^a-z]+", text.lower()))
    }
    assert not found


@pytest.mark.parametrize("feature", features())
def test_rules_know_no_framework(feature: str) -> None:
    """Model, events and service import the standard library's values, the layer's, and each other."""
    found = parts(feature)
    domain = [module for role in DOMAIN for module in found.get(role, ())]
    allowed = {f"chalicelib.{feature}.{role}" for role in DOMAIN} | PURE | PURE_RULES
    assert {str(m): wrong for m in domain if (wrong := outside(m, allowed))} == {}


def test_what_the_rules_stand_on_is_pure() -> None:
    """Nor does any module of the layer that they import, however far that goes."""
    pure = [module for module in under("portal") if module.name in PURE]
    assert {module.name for module in pure} == PURE
    assert {str(m): wrong for m in pure if (wrong := outside(m, PURE | PURE_LIBRARIES))} == {}


@pytest.mark.parametrize("feature", features())
def test_each_role_knows_its_place(feature: str) -> None:
    """HTTP never sees items, items never see HTTP, and nobody imports routes or consumers."""
    found = parts(feature)
    wrong = {
        str(module): steps
        for role, modules in found.items()
        for module in modules
        if (steps := roles_of(module, feature) - WITHIN.get(role, ADAPTER) - {role})
    }
    assert wrong == {}


def crossings(modules: Iterable[Module], forbidden: Iterable[str]) -> dict[str, list[str]]:
    """The forbidden imports of each module."""
    barred = list(forbidden)
    found = {
        str(m): sorted(n for n in m.imports() if any(is_under(n, name) for name in barred))
        for m in modules
    }
    return {module: names for module, names in found.items() if names}


def outside(module: Module, allowed: Iterable[str]) -> set[str]:
    """The imports that are neither allowed nor harmless parts of the standard library."""
    known = list(allowed)
    return {
        name
        for name in module.imports()
        if not any(is_under(name, package) for package in known) and not harmless(name)
    }


def harmless(name: str) -> bool:
    """Whether this is a module of the standard library that stays within itself."""
    standard = name.split(".", maxsplit=1)[0] in sys.stdlib_module_names
    return standard and not any(is_under(name, package) for package in OUTWARD)


def roles_of(module: Module, feature: str) -> set[str]:
    """The roles of its own feature that a module imports."""
    own = f"chalicelib.{feature}."
    inside = (name.removeprefix(own) for name in module.imports() if name.startswith(own))
    return {name.partition(".")[0] for name in inside}


def mentions(module: Module) -> Iterator[tuple[int, str]]:
    """Each name that a module uses, with its line; of a docstring only what it quotes as code."""
    prose = {id(text) for text in docstrings(module)}
    for node in ast.walk(module.tree):
        for field in ("id", "attr", "arg", "name", "module"):
            if isinstance(text := getattr(node, field, None), str):
                yield getattr(node, "lineno", 0), text
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            quoted = re.findall(r"`+([^`]+)`+", node.value)
            yield from ((node.lineno, t) for t in (quoted if id(node) in prose else [node.value]))


def docstrings(module: Module) -> Iterator[ast.Constant]:
    """The strings that stand alone as statements: docstrings of anything."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value

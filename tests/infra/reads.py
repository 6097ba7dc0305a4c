"""Which settings each function of a feature reads, found in its composition root."""

import ast
from functools import cached_property
from typing import Any

from tests.support.source import FUNCTIONS


class CompositionRoot:
    """A feature's `app.py`, and the module beside it in which a large feature is put together."""

    def __init__(self, feature: str) -> None:
        home = FUNCTIONS / feature
        beside = home.glob(f"chalicelib/{feature}/composition.py")
        sources = [path.read_text(encoding="utf-8") for path in (home / "app.py", *beside)]
        self._body = [node for source in sources for node in ast.parse(source).body]

    @property
    def functions(self) -> list[str]:
        """The names of its Lambda functions; `app` serves the routes."""
        found = [n.name for n in self._body if isinstance(n, ast.FunctionDef)]
        return [name for name in found if "lambda_function" in ast.dump(self._parts[name])] + [
            "app"
        ]

    def settings(self, function: str) -> set[str]:
        """The settings that the function reads by name, through whatever it uses here."""
        read, waiting, seen = set[str](), [function], set[str]()
        while waiting:
            name = waiting.pop()
            if name in self._parts and name not in seen:
                seen.add(name)
                read |= _read(self._parts[name])
                waiting += _used(self._parts[name])
        return read

    @cached_property
    def _parts(self) -> dict[str, ast.stmt]:
        parts: dict[str, ast.stmt] = {}
        for node in self._body:
            if isinstance(node, ast.FunctionDef):
                parts[node.name] = node
            elif isinstance(node, ast.Assign):
                parts |= {t.id: node for t in node.targets if isinstance(t, ast.Name)}
        return parts


def _used(part: ast.stmt) -> list[str]:
    """The names in a part, but for its decorators: they hang it on the app, and are no use of it."""
    inside = part.body if isinstance(part, ast.FunctionDef) else [part]
    return [n.id for step in inside for n in ast.walk(step) if isinstance(n, ast.Name)]


def _read(part: ast.AST) -> set[str]:
    """The names in `settings["NAME"]` and `Settings()["NAME"]`."""
    subscripts = [n for n in ast.walk(part) if isinstance(n, ast.Subscript)]
    named = [s for s in subscripts if "settings" in ast.unparse(s.value).casefold()]
    return {_text(s.slice) for s in named}


def _text(node: Any) -> str:
    assert isinstance(node, ast.Constant)
    return str(node.value)

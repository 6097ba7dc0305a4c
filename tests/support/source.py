"""The tree's own source code, as the architecture tests read it."""

import ast
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
FUNCTIONS = ROOT / "functions"
LAYER = ROOT / "layers" / "portal" / "python"

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_Documented = _Function | ast.ClassDef | ast.Module


@dataclass(frozen=True)
class Module:
    """One Python file of ours under its import name."""

    path: Path
    name: str

    @cached_property
    def text(self) -> str:
        """The source."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        return ast.parse(self.text, str(self.path))

    @property
    def length(self) -> int:
        """The lines of the file."""
        return len(self.text.splitlines())

    def functions(self) -> Iterator[_Function]:
        """Every function and method, nested ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, _Function))

    def imports(self) -> frozenset[str]:
        """The modules it imports, under ``TYPE_CHECKING`` and inside functions too."""
        return frozenset(name for node in ast.walk(self.tree) for name in self._imported(node))

    def __str__(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    def _imported(self, node: ast.AST) -> Iterable[str]:
        if isinstance(node, ast.Import):
            return [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom):
            source = self._absolute(node)
            return [_module_or_its_name(source, alias.name) for alias in node.names]
        return ()

    def _absolute(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        package = self.name.split(".")
        package = package[: len(package) - node.level + (self.path.name == "__init__.py")]
        return ".".join([*package, *([node.module] if node.module else [])])


def body_length(function: _Function) -> int:
    """The lines from ``def`` to the end, without the docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    return lines - docstring_length(function)


def docstring_length(node: _Documented) -> int:
    """The lines that the docstring takes, 0 when there is none."""
    if ast.get_docstring(node, clean=False) is None:
        return 0
    statement = node.body[0]
    return (statement.end_lineno or statement.lineno) - statement.lineno + 1


@cache
def files() -> tuple[Path, ...]:
    """Every file that is tracked, or would be with the next ``git add``."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout  # noqa: S603  # a fixed command
    paths = sorted({ROOT / name for name in listed.decode().split("\0") if name})
    return tuple(path for path in paths if path.is_file())


@cache
def modules() -> tuple[Module, ...]:
    """Every Python file among them."""
    return tuple(Module(path, _name(path)) for path in files() if path.suffix == ".py")


def under(*names: str) -> list[Module]:
    """The modules at or below any of the import names."""
    return [m for m in modules() if any(is_under(m.name, name) for name in names)]


def is_under(name: str, package: str) -> bool:
    """Whether an import name is the package or inside it."""
    return name == package or name.startswith(f"{package}.")


@cache
def features() -> tuple[str, ...]:
    """The features that have an app."""
    return tuple(sorted(path.parent.name for path in FUNCTIONS.glob("*/app.py")))


def parts(feature: str) -> dict[str, list[Module]]:
    """The modules of a feature by their role: the word after the feature's name."""
    found: dict[str, list[Module]] = {}
    for module in under(f"chalicelib.{feature}"):
        found.setdefault(module.name.split(".")[2], []).append(module)
    return found


@cache
def _names() -> frozenset[str]:
    return frozenset(module.name for module in modules())


def _module_or_its_name(source: str, name: str) -> str:
    return f"{source}.{name}" if f"{source}.{name}" in _names() else source


def _name(path: Path) -> str:
    steps = list(path.relative_to(_import_root(path)).with_suffix("").parts)
    return ".".join(steps[:-1] if steps[-1] == "__init__" else steps)


def _import_root(path: Path) -> Path:
    if path.is_relative_to(LAYER):
        return LAYER
    if "chalicelib" in path.parts:
        return path.parents[len(path.parts) - path.parts.index("chalicelib") - 1]
    return ROOT

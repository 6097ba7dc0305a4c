"""What is written beside the code: sentences for tests, reasons for exceptions, nothing of one machine."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from tests.support.source import ROOT, Module, docstring_length, files, modules

# What silences a check names the codes, and gives the reason after a second hash.
EXCEPTION = re.compile(r"#\s*(noqa\b|type:\s*ignore\b|pragma:)")
WITH_REASON = re.compile(r"#\s*(noqa: [A-Z0-9, ]+|type: ignore\[[\w, -]+\])\s+#\s+\S.*")

OF_ONE_MACHINE = re.compile(
    r"(?<![\w.])/(home|Users|root|work)/\w|/tmp/\w+/|\bC:\\|--(extra-)?index-url|\"resolved\":"
)
"""Home folders, working folders, and where one machine fetches its packages."""

SENTENCE_LINES = 4
THIS_FILE = Path(__file__)


def every_test() -> Iterator[tuple[Module, ast.FunctionDef]]:
    """Every test function with its module."""
    for module in modules():
        if module.path.name.startswith("test_"):
            for function in module.functions():
                if function.name.startswith("test_") and isinstance(function, ast.FunctionDef):
                    yield module, function


def test_every_test_says_what_it_proves() -> None:
    """A test's docstring is its behaviour in a sentence or two."""
    wrong = [
        f"{module}:{function.name}"
        for module, function in every_test()
        if not 0 < docstring_length(function) <= SENTENCE_LINES
        or not (ast.get_docstring(function) or "").endswith((".", "?", "!"))
    ]
    assert not wrong


def test_tests_are_found_by_name() -> None:
    """A test in a module that pytest does not collect would never run."""
    hidden = [
        f"{module}:{function.name}"
        for module in modules()
        if str(module).startswith("tests/") and not module.path.name.startswith("test_")
        for function in module.functions()
        if function.name.startswith("test_")
    ]
    assert not hidden


def test_every_exception_has_its_reason() -> None:
    """A silenced check names its code, and says why it is wrong here."""
    wrong = [
        f"{module}:{line}: {comment}"
        for module in modules()
        for line, comment in comments(module)
        if EXCEPTION.search(comment) and not WITH_REASON.search(comment)
    ]
    assert not wrong


def test_every_rule_left_out_has_its_reason() -> None:
    """The same holds for the whole project's settings."""
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    rules = [line for line in lines if re.match(r'\s+"[A-Z]+\d*",', line)]
    assert rules
    assert [line for line in rules if not re.search(r"# \S+", line)] == []


def test_nothing_is_of_one_machine() -> None:
    """No path of a developer's disk and no package host stands in a tracked file."""
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path, text in texts()
        for match in OF_ONE_MACHINE.finditer(text)
    ]
    assert not found


def comments(module: Module) -> Iterator[tuple[int, str]]:
    """The comments of a module with their lines."""
    for token in tokenize.generate_tokens(io.StringIO(module.text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def texts() -> Iterator[tuple[Path, str]]:
    """Every file of text but this one, which must name what it forbids."""
    for path in files():
        if path != THIS_FILE:
            try:
                yield path, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue

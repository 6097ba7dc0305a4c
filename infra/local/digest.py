"""Hashes that tell whether anything has changed."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from infra.paths import ROOT

_INPUTS = ("functions", "infra", "layers", "requirements/layer.txt", "cdk.json")
_IGNORED = {"__pycache__", "local", "node_modules", "client", "screenshots", "static"}


def of_sources() -> str:
    """The hash of everything that synthesis reads."""
    digest = hashlib.sha256()
    for path in sorted(_files()):
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def of_text(text: str) -> str:
    """The hash of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def _files() -> Iterable[Path]:
    for name in _INPUTS:
        root = ROOT / name
        paths = root.rglob("*") if root.is_dir() else [root]
        yield from (path for path in paths if path.is_file() and _counts(path))


def _counts(path: Path) -> bool:
    return path.suffix != ".pyc" and _IGNORED.isdisjoint(path.relative_to(ROOT).parts)

"""The built web client: what `make web` has made, as a browser fetches it."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from infra.headers import security_headers
from infra.web import BUILT

FIRST_PAGE_BYTES = 250_000
"""What a browser fetches of JavaScript, gzipped, before it can show anything."""

_SCRIPT = re.compile(r'<(?:script|link rel="modulepreload")\b[^>]*?(?:src|href)="/([^"]+\.js)"')
# As the bundler writes a static import; a dynamic one has a parenthesis after the word.
_IMPORT = re.compile(r'\b(?:from|import)\s*"\./([^"]+\.js)"')


@pytest.fixture(scope="module")
def page() -> str:
    """The client's one page."""
    index = BUILT / "index.html"
    assert index.exists(), "The web client is not built: `make web` builds it."
    return index.read_text(encoding="utf-8")


def test_the_first_page_is_light(page: str) -> None:
    """The scripts that the page names, with all that they import before they run, fit the budget."""
    sizes = {script.name: gzipped(script) for script in scripts(page)}
    assert len(sizes) > 1
    assert sum(sizes.values()) <= FIRST_PAGE_BYTES, sizes


def test_the_page_runs_nothing_of_its_own(page: str) -> None:
    """No script stands in it and no attribute runs one: the policy would refuse them."""
    assert (
        "'unsafe-inline'"
        not in security_headers("")["Content-Security-Policy"].split("style-src")[0]
    )
    assert re.findall(r"<script(?![^>]*\bsrc=)", page) == []
    assert re.findall(r"\son\w+=", page) == []


def test_nothing_comes_from_elsewhere(page: str) -> None:
    """Fonts, styles and scripts are our own: neither the page nor a style names another host."""
    styles = [path.read_text(encoding="utf-8") for path in BUILT.rglob("*.css")]
    assert styles
    fetched = r"""(?:src|href)="(?:https?:)?//|url\(["']?(?:https?:)?//|@import"""
    assert [text[:80] for text in (page, *styles) if re.search(fetched, text)] == []


def test_it_can_be_installed(page: str) -> None:
    """The manifest is named, says what an installed portal is, and each of its icons is there."""
    assert 'rel="manifest"' in page
    manifest = BUILT / "manifest.webmanifest"
    text = manifest.read_text(encoding="utf-8")
    icons = re.findall(r'"src":\s*"/([^"]+)"', text)
    assert icons
    assert [name for name in icons if not (BUILT / name).is_file()] == []
    assert '"display": "standalone"' in text


def scripts(page: str) -> set[Path]:
    """The scripts that the page fetches by itself, with their static imports."""
    found: set[Path] = set()
    waiting = [BUILT / name for name in _SCRIPT.findall(page)]
    while waiting:
        script = waiting.pop()
        if script not in found:
            found.add(script)
            waiting += imports(script)
    return found


def imports(script: Path) -> Iterator[Path]:
    """The files that a script imports before it runs."""
    text = script.read_text(encoding="utf-8")
    return (script.parent / name for name in _IMPORT.findall(text))


def gzipped(path: Path) -> int:
    """How long a file is on its way."""
    return len(gzip.compress(path.read_bytes(), 6))

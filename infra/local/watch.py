"""Redeploys a feature as soon as its files change."""

import asyncio
from collections.abc import Callable

from watchfiles import PythonFilter, awatch

from infra.local.console import say, step
from infra.local.errors import LocalError
from infra.paths import FUNCTIONS, LAYERS


async def redeploying(redeploy: Callable[[], list[str]]) -> None:
    """Calls `redeploy` after each change, until cancelled; a mistake in the code is told and waited out."""
    wanted = PythonFilter(extra_extensions=[".json", ".txt"])
    features = [app.parent for app in FUNCTIONS.glob("*/app.py")]
    async for changes in awatch(*features, LAYERS, watch_filter=wanted, debounce=400):
        say(f"Changed: {', '.join(sorted({path.rpartition('/')[2] for _, path in changes}))}")
        try:
            with step("Redeploying"):
                await asyncio.to_thread(redeploy)
        except LocalError as error:
            say(str(error))

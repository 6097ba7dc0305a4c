"""The emulator alone, for the tables of features that many threads of a test use at once."""

import os
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from infra.paths import LOCAL
from tests.system.portal import HOST, eventually, free_ports

from portal.errors import ConflictError, PortalError

_PYTHON = LOCAL / "emulator" / "bin" / "python"


@contextmanager
def emulator(home: Path) -> Iterator[str]:
    """Its address. Unlike moto it keeps transactions apart, see local-cloud: what is raced here is what would be."""
    (port,) = free_ports(1)
    url = f"http://{HOST}:{port}"
    process = subprocess.Popen(  # noqa: S603  # our own emulator
        [_PYTHON, "-m", "uvicorn", "ministack.app:app", "--host", HOST, "--port", str(port)],
        cwd=home,
        env={"PATH": os.environ["PATH"], "HOME": str(home), "IOT_MTLS_ENABLED": "0"}
        | {"GATEWAY_PORT": str(port), "STATE_DIR": str(home), "TMPDIR": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        eventually(lambda: _is_well(url))
        yield url
    finally:
        process.terminate()
        process.wait(30)


def _is_well(url: str) -> bool:
    try:
        return httpx.get(f"{url}/_ministack/health").is_success
    except httpx.TransportError:
        return False


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """What each of the calls, made together, gave or raised."""

    def outcome(call: Callable[[], Any]) -> Any:
        try:
            return call()
        except PortalError as error:
            return error

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(outcome, calls))


def done(outcomes: list[Any]) -> list[Any]:
    """Those that went well; all the others were told that they came too late."""
    refused = [each for each in outcomes if isinstance(each, Exception)]
    assert all(isinstance(each, ConflictError) for each in refused), refused
    return [each for each in outcomes if each not in refused]

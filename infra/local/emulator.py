"""The emulator's process: started on loopback, told to save its state before it ends."""

import asyncio
import ctypes
import shutil
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import httpx

from infra.local.errors import EmulatorError
from infra.local.settings import HOST, REGION, Settings
from infra.local.state import forget_stream_positions
from infra.paths import LOCAL

_PYTHON = LOCAL / "emulator" / "bin" / "python"
_QUICK = Path(__file__).parent / "quick"
_START_SECONDS = 30
# Killed, it would lose what it has not written yet.
_STOP_SECONDS = 120
# As long as its own server keeps what functions have opened.
_KEEP_ALIVE_SECONDS = 75
_LAST_ANSWERS_SECONDS = 10
_PR_SET_PDEATHSIG = 1


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Process]:
    """The emulator, answering; on leaving it has written its state and ended."""
    process = await _start(settings)
    try:
        await _until_healthy(settings, process)
        yield process
    finally:
        await _stop(process)
        shutil.rmtree(settings.unpacked, ignore_errors=True)


def log_tail(settings: Settings, lines: int = 5) -> str:
    """The last that the emulator said."""
    text = log_file(settings).read_text(encoding="utf-8", errors="replace")
    return "\n".join(text.splitlines()[-lines:])


async def _start(settings: Settings) -> Process:
    settings.log.mkdir(parents=True, exist_ok=True)
    settings.unpacked.mkdir(exist_ok=True)
    forget_stream_positions(settings)
    with log_file(settings).open("wb") as log:
        return await asyncio.create_subprocess_exec(
            *_command(settings),
            env=_environment(settings),
            cwd=settings.home,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            # A Ctrl-C in the terminal reaches the whole group: the launcher alone decides the order of the end.
            start_new_session=True,
            preexec_fn=_end_with_parent if sys.platform == "linux" else None,
        )


def _command(settings: Settings) -> list[str]:
    """Its app, with quicker queries, on a server of our choice: its own takes as long for a request as all the rest."""
    options = {
        "host": HOST,
        "port": settings.emulator_port,
        "http": "httptools",
        "log-level": "warning",
        "timeout-keep-alive": _KEEP_ALIVE_SECONDS,
        "timeout-graceful-shutdown": _LAST_ANSWERS_SECONDS,
    }
    given = (word for name, value in options.items() for word in (f"--{name}", str(value)))
    told = ("--no-access-log", "--no-server-header", "--no-date-header")
    app = ("--app-dir", str(_QUICK), "quick_emulator:app")
    return [str(_PYTHON), "-m", "uvicorn", *app, *given, *told]


def _environment(settings: Settings) -> dict[str, str]:
    """Only what is named here: functions inherit the emulator's environment."""
    state = settings.state
    relay = f"http://{HOST}:{settings.relay_port}"
    return {
        "PATH": f"{_PYTHON.parent}:/usr/bin:/bin",
        "HOME": str(settings.home),
        "AUTH": str(settings.auth).lower(),
        "AWS_ENDPOINT_URL_SES": relay,
        "AWS_ENDPOINT_URL_SESV2": relay,
        "BIND_HOST": HOST,
        "EDGE_PORT": str(settings.emulator_port),
        "GATEWAY_PORT": str(settings.emulator_port),
        "IOT_MTLS_ENABLED": "0",
        "LAMBDA_WARM_TTL_SECONDS": "3600",
        "LANG": "C.UTF-8",
        "LOG_LEVEL": "INFO",
        "MINISTACK_HOST": HOST,
        "MINISTACK_REGION": REGION,
        "PERSIST_STATE": "1",
        "S3_DATA_DIR": str(state / "s3"),
        "S3_PERSIST": "1",
        "STATE_DIR": str(state / "services"),
        "TMPDIR": str(settings.unpacked),
    }


def _end_with_parent() -> None:
    """Has Linux tell the emulator to save and end, should the launcher be killed."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


async def _until_healthy(settings: Settings, process: Process) -> None:
    url = f"{settings.emulator_url}/_ministack/health"
    async with asyncio.timeout(_START_SECONDS), httpx.AsyncClient() as client:
        while process.returncode is None:
            with suppress(httpx.TransportError):
                if (await client.get(url)).is_success:
                    return
            await asyncio.sleep(0.1)
    raise EmulatorError(f"The emulator did not start:\n{log_tail(settings)}")


async def _stop(process: Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), _STOP_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()


def log_file(settings: Settings) -> Path:
    """Where the emulator writes what it does."""
    return settings.log / "emulator.log"

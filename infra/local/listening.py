"""Sockets bound before anything else is done, so that a busy port is known at once; and servers on them."""

import asyncio
import contextlib
import errno
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager

import uvicorn
from starlette.types import ASGIApp

from infra.local.errors import PortBusyError
from infra.local.settings import HOST

_STOP_SECONDS = 5


def bound(name: str, port: int) -> list[socket.socket]:
    """Sockets on the port of both loopbacks, since a browser may take `localhost` for either.

    Raises:
        PortBusyError: somebody listens there; `name` is the variable that moves us.
    """
    first = _bind(socket.AF_INET, HOST, name, port)
    try:
        return [first, _bind(socket.AF_INET6, "::1", name, port)]
    except OSError:
        # A machine without IPv6.
        return [first]
    except PortBusyError:
        first.close()
        raise


def require_free(name: str, port: int) -> None:
    """Raises `PortBusyError` where somebody listens on the port."""
    with closing(_bind(socket.AF_INET, HOST, name, port)):
        pass


@asynccontextmanager
async def serving(app: ASGIApp, sockets: list[socket.socket]) -> AsyncIterator[None]:
    """Serves an ASGI app while the block runs."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        lifespan="off",
        timeout_graceful_shutdown=_STOP_SECONDS,
        server_header=False,
    )
    server = _Server(config)
    task = asyncio.create_task(server.serve(sockets))
    try:
        yield
    finally:
        server.should_exit = True
        await task


class _Server(uvicorn.Server):
    """Leaves the signals to the launcher."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _bind(family: socket.AddressFamily, host: str, name: str, port: int) -> socket.socket:
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(socket.socket(family, socket.SOCK_STREAM))
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise PortBusyError(name, port) from error
            raise
        stack.pop_all()
        return listener

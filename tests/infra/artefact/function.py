"""One function under the client that Lambda itself runs, behind a runtime API of our own.

Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
"""

import json
import subprocess
import sys
import time
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

from tests.infra.artefact.package import Package

_ARN = "arn:aws:lambda:us-east-1:000000000000:function:test"
_BOOT = """
import sys
sys.path[:0] = sys.argv[2:]
from awslambdaric.__main__ import main
main(["", sys.argv[1]])
"""
_PATIENCE_SECONDS = 60.0


class FunctionFailedError(Exception):
    """What the function raised, at its start or in its work."""


class Function:
    """A process that has nothing but what is deployed: no site packages, no variable of ours, no folder of ours."""

    def __init__(self, package: Package, environment: Mapping[str, str], folder: Path) -> None:
        self._server = _RuntimeApi()
        self._log = folder / f"{package.handler}.log"
        variables = dict(environment) | {
            "AWS_LAMBDA_RUNTIME_API": self._server.address,
            "LAMBDA_TASK_ROOT": str(package.task),
        }
        with self._log.open("w") as log:
            self._process = subprocess.Popen(  # noqa: S603  # our own words
                [sys.executable, "-I", "-S", "-c", _BOOT, package.handler, *map(str, package.path)],
                env=variables,
                cwd=package.task,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def invoke(self, event: Any) -> Any:
        """What the function answers.

        Raises:
            FunctionFailedError: it raised, or it does not answer.
        """
        self._server.events.put(json.dumps(event))
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                kind, body = self._server.answers.get(timeout=0.5)
            except Empty:
                continue
            if kind == "response":
                return json.loads(body)
            raise FunctionFailedError(body)
        raise FunctionFailedError(self._log.read_text()[-2000:])

    def stop(self) -> None:
        """Ends the process and its API."""
        self._process.kill()
        self._process.wait()
        self._server.stop()


class _RuntimeApi:
    def __init__(self) -> None:
        self.events: Queue[str] = Queue()
        self.answers: Queue[tuple[str, str]] = Queue()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self._server.server_port}"

    def stop(self) -> None:
        self.events.put("")  # whoever still waits for one
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        api = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:  # the library's name
                self._reply(200, api.events.get().encode())

            def do_POST(self) -> None:  # the library's name
                body = self.rfile.read(int(self.headers["Content-Length"]))
                api.answers.put((self.path.rpartition("/")[2], body.decode()))
                self._reply(202, b"{}")

            def _reply(self, status: int, body: bytes) -> None:
                self.send_response(status)
                for name, value in _headers().items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Nobody reads it."""

        return Handler


def _headers() -> Mapping[str, str]:
    return {
        "Content-Type": "application/json",
        "Lambda-Runtime-Aws-Request-Id": "00000000-0000-0000-0000-000000000000",
        "Lambda-Runtime-Deadline-Ms": str(int((time.time() + 30) * 1000)),
        "Lambda-Runtime-Invoked-Function-Arn": _ARN,
    }

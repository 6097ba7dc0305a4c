"""The whole portal as a process of its own, spoken to over HTTP and SMTP as anybody would."""

import os
import signal
import smtplib
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import formataddr, make_msgid
from pathlib import Path
from typing import Any, TypeVar

import boto3
import httpx
from infra.paths import ROOT
from tests.conftest import ENVIRONMENT
from tests.system.person import Person

MAILBOX = "sales@demo.example"
HOST = "127.0.0.1"
SECONDS = 5
"""What is promised from a letter's arrival to its card."""

Found = TypeVar("Found")


def eventually(look: Callable[[], Found | None], seconds: float = SECONDS * 4) -> Found:
    """What `look` finds, as soon as it finds something; a slow machine is given four times the promise."""
    deadline = time.monotonic() + seconds
    while not (found := look()):
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)
    return found


class Portal:
    """Starts, stops and reaches one portal under one folder, whose people may sign in by an issuer."""

    def __init__(self, home: Path, sign_in: str = "") -> None:
        self._home = home
        self._sign_in = sign_in
        self.port, self.smtp_port, self.emulator_port, self._relay_port = free_ports(4)
        self.url = f"http://{HOST}:{self.port}"
        # A browser takes a secure cookie from this name without TLS, and from no number.
        self.page_url = f"http://localhost:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None
        self._people: list[Person] = []

    def start(self) -> None:
        """Starts it and waits until its health says so."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "infra.local", "run"],
                cwd=ROOT,
                env=self._environment(),
                stdout=log,
                stderr=log,
            )
        self._wait_until_well(self._process)

    def stop(self) -> int:
        """Stops it as a terminal or a service manager would; its exit status."""
        assert self._process
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(180)

    def person(self, login: str) -> Person:
        """A demo account, signed in."""
        self._people.append(Person(self.url, login))
        return self._people[-1]

    def end(self) -> None:
        """Stops it for good."""
        for person in self._people:
            person.http.close()
        self.stop()

    def said(self) -> str:
        """All that the launcher has said."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def aws(self, service: str, **keys: str) -> Any:
        """A client of the emulator; without keys, as its root."""
        secrets = {"aws_access_key_id": "test", "aws_secret_access_key": "test", **keys}
        endpoint = f"http://{HOST}:{self.emulator_port}"
        return boto3.client(service, endpoint_url=endpoint, region_name="eu-central-1", **secrets)  # type: ignore[call-overload]  # any service's name

    def write(self, sender: str, subject: str, text: str, **headers: str) -> str:
        """A letter from outside; its Message-ID. `to` is another recipient than the mailbox, `html` its other form."""
        to, html, message = headers.pop("to", MAILBOX), headers.pop("html", ""), EmailMessage()
        message["From"] = formataddr(("Клиент", sender))
        message["To"] = to
        message["Subject"] = subject
        message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
        for name, value in headers.items():
            message[name.replace("_", "-")] = value
        message.set_content(text)
        if html:
            message.add_alternative(html, subtype="html")
        with smtplib.SMTP(HOST, self.smtp_port, timeout=30) as server:
            server.send_message(message, sender, [to])
        return str(message["Message-ID"])

    def sent(self, subject: str) -> EmailMessage | None:
        """The newest letter in the outbox of that subject."""
        return next((m for m in self.outbox() if str(m["Subject"]) == subject), None)

    def outbox(self) -> Iterator[EmailMessage]:
        """The letters that have left, newest first."""
        for path in sorted((self._home / "outbox").glob("*.eml"), reverse=True):
            yield message_from_bytes(path.read_bytes(), policy=policy.default)

    @property
    def _log(self) -> Path:
        return self._home / "launcher.log"

    def _environment(self) -> dict[str, str]:
        foreign = {name for name in os.environ if name.startswith("AWS_")} | ENVIRONMENT.keys()
        own = {
            "PORTAL_HOME": self._home,
            "PORT": self.port,
            "SMTP_PORT": self.smtp_port,
            "EMULATOR_PORT": self.emulator_port,
            "RELAY_PORT": self._relay_port,
            "WATCH": 0,
            "CROWD": 0,
            "SIGN_IN": self._sign_in,
        }
        kept = {name: value for name, value in os.environ.items() if name not in foreign}
        return kept | {name: str(value) for name, value in own.items()}

    def _wait_until_well(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + 300
        while not well(self.url):
            assert process.poll() is None, f"the portal has ended:\n{self.said()}"
            assert time.monotonic() < deadline, f"the portal did not come up:\n{self.said()}"
            time.sleep(0.2)


def plain(message: EmailMessage) -> str:
    """A letter's plain text."""
    body = message.get_body(("plain",))
    return str(body.get_content()) if body else ""


def well(url: str) -> bool:
    """Whether the portal says that it is well."""
    try:
        answer = httpx.get(f"{url}/api/health", timeout=10)
    except httpx.TransportError:
        return False
    return answer.status_code == 200 and answer.json() == {"status": "ok"}


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens on."""
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind((HOST, 0))
        return [each.getsockname()[1] for each in sockets]

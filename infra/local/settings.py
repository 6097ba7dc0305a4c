"""Where the local runtime listens and keeps its things; every port can be moved by a variable."""

import os
from dataclasses import dataclass
from pathlib import Path

from infra.paths import LOCAL

REGION = "eu-central-1"
HOST = "127.0.0.1"
# The emulator's root account and its keys; see the emulator's README.
ACCOUNT = "000000000000"
KEY = "test"


@dataclass(frozen=True)
class Settings:
    """`home` holds all state: another home is another portal. `watch` redeploys what changes.

    `auth` has the emulator hold each function to its role, as the cloud does.
    Without `crowd` the demo company is furnished with what the README's tour needs, and no more.
    `sign_in` is the issuer by which the company's people sign in, where that is tried.
    """

    home: Path
    port: int
    smtp_port: int
    emulator_port: int
    relay_port: int
    stage: str = "local"
    watch: bool = True
    auth: bool = True
    crowd: bool = True
    sign_in: str = ""

    @property
    def emulator_url(self) -> str:
        """The endpoint of every AWS service."""
        return f"http://{HOST}:{self.emulator_port}"

    @property
    def portal_url(self) -> str:
        """The address a person opens."""
        return f"http://localhost:{self.port}"

    @property
    def assembly(self) -> Path:
        """The synthesised templates and assets."""
        return LOCAL / "cdk.out" / self.stage

    @property
    def outbox(self) -> Path:
        """The folder of sent mail."""
        return self.home / "outbox"

    @property
    def log(self) -> Path:
        """What the emulator and the functions say."""
        return self.home / "log"

    @property
    def unpacked(self) -> Path:
        """Where the emulator unpacks functions and layers; nothing there outlives a run."""
        return self.home / "unpacked"

    @property
    def state(self) -> Path:
        """The emulator's own state."""
        return self.home / "state"


def from_environment() -> Settings:
    """PORT, SMTP_PORT, EMULATOR_PORT, RELAY_PORT, PORTAL_HOME, WATCH, AUTH, CROWD and SIGN_IN, each with its default."""
    emulator = int(os.environ.get("EMULATOR_PORT", "4566"))
    return Settings(
        home=Path(os.environ.get("PORTAL_HOME", LOCAL)),
        port=int(os.environ.get("PORT", "8000")),
        smtp_port=int(os.environ.get("SMTP_PORT", "2525")),
        emulator_port=emulator,
        relay_port=int(os.environ.get("RELAY_PORT", emulator + 1)),
        watch=os.environ.get("WATCH", "1") != "0",
        auth=os.environ.get("AUTH", "true") == "true",
        crowd=os.environ.get("CROWD", "1") != "0",
        sign_in=os.environ.get("SIGN_IN", ""),
    )

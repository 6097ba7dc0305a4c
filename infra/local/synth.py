"""Synthesises the CDK app, in a process of its own, when its sources have changed."""

import os
import subprocess
import sys

from infra.local import digest
from infra.local.errors import DeployError
from infra.local.settings import Settings
from infra.lock import exclusive
from infra.paths import ROOT


def synthesise(settings: Settings) -> bool:
    """Brings the assembly up to date; tells whether it had to be made anew."""
    with exclusive(settings.assembly.with_suffix(".lock")):
        return _brought_up_to_date(settings)


def _brought_up_to_date(settings: Settings) -> bool:
    stamp = settings.assembly.with_suffix(".digest")
    wanted = digest.of_sources()
    if stamp.exists() and stamp.read_text() == wanted:
        return False
    _run(settings)
    stamp.write_text(wanted)
    return True


def _run(settings: Settings) -> None:
    environment = os.environ | {"STAGE": settings.stage}
    command = [sys.executable, "-m", "infra.app"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise DeployError(f"The CDK app does not synthesise:\n{_cause(done.stderr)}")


def _cause(errors: str) -> str:
    return "\n".join(errors.strip().splitlines()[-12:])

"""The templates, synthesised once for all the processes that run these tests."""

import subprocess
import sys
from pathlib import Path

import pytest
from infra.lock import exclusive
from infra.paths import ROOT
from tests.infra.cloud import Cloud


@pytest.fixture(scope="session")
def assemblies(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the synthesised stages."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "assemblies"
    with exclusive(folder.with_suffix(".lock")):
        if not folder.exists():
            unfinished = folder.with_suffix(".unfinished")
            command = [sys.executable, "-m", "tests.infra.synthesise", str(unfinished)]
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603  # our own module
            unfinished.rename(folder)
    return folder


@pytest.fixture(scope="session")
def production(assemblies: Path) -> Cloud:
    return Cloud("production", assemblies / "production")


@pytest.fixture(scope="session")
def local(assemblies: Path) -> Cloud:
    return Cloud("local", assemblies / "local")


@pytest.fixture(scope="session")
def saml(assemblies: Path) -> Cloud:
    return Cloud("production", assemblies / "saml")

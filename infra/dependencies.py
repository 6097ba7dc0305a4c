"""Builds the third-party layer from the lock, for the Python and the machine that build it."""

import compileall
import hashlib
import platform
import py_compile
import shutil
import subprocess
import sys
from pathlib import Path

from infra.paths import BUILD, ROOT

_LOCK = ROOT / "requirements" / "layer.txt"
_LIMIT_BYTES = 240 * 1024 * 1024


class LayerTooLargeError(Exception):
    """Lambda refuses layers and function over 250 MB together."""


def layer() -> Path:
    """The layer's folder, built anew only when the lock or the Python has changed."""
    folder = BUILD / "layers" / f"dependencies-{_key()}"
    if not folder.exists():
        unfinished = folder.with_name("unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        _install(unfinished / "python")
        _strip(unfinished)
        unfinished.rename(folder)
    return folder


def _key() -> str:
    version = f"py{sys.version_info.major}{sys.version_info.minor}"
    return f"{version}-{platform.machine()}-{hashlib.sha256(_LOCK.read_bytes()).hexdigest()[:12]}"


def _install(target: Path) -> None:
    command = [sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    options = [
        "--require-hashes",
        "--only-binary",
        ":all:",
        "--no-compile",
        "--target",
        str(target),
    ]
    subprocess.run([*command, *options, "--requirement", str(_LOCK)], check=True)


def _strip(folder: Path) -> None:
    """Leaves what runs; byte code is by hash, so that the folder is the same on every machine."""
    for junk in [*folder.rglob("__pycache__"), *folder.rglob("tests"), folder / "python" / "bin"]:
        shutil.rmtree(junk, ignore_errors=True)
    compileall.compile_dir(
        folder,
        quiet=2,
        stripdir=str(folder / "python"),
        prependdir="/opt/python",
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    if size > _LIMIT_BYTES:
        raise LayerTooLargeError(f"the dependencies layer is {size >> 20} MB")


if __name__ == "__main__":
    print(layer())

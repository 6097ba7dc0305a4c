"""Several Chalice apps in one process, each as if it were alone.

Chalice imports `app` by that very name, so the second app would get the first one's routes:
https://github.com/aws/chalice/issues/1994.
"""

import importlib
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from infra.paths import LAYERS

AT_IMPORT = {"AWS_CHALICE_CLI_MODE": "true", "AWS_DEFAULT_REGION": "eu-central-1"}
"""What an app may expect of its environment while it is only imported."""

_OWN_TO_AN_APP = ("app", "chalicelib")


@contextmanager
def isolated(source: Path, environment: Mapping[str, str]) -> Iterator[None]:
    """Imports inside the block see the feature in `source` and the shared layer, and leave no trace.

    `environment` stands while the block runs.
    """
    modules, path, variables = dict(sys.modules), list(sys.path), dict(os.environ)
    _forget_app()
    sys.path[:0] = [str(source), str(LAYERS / "portal" / "python")]
    os.environ.update(environment)
    importlib.invalidate_caches()
    try:
        yield
    finally:
        _forget_app()
        sys.modules.update({name: modules[name] for name in modules.keys() - sys.modules.keys()})
        sys.path[:] = path
        os.environ.clear()
        os.environ.update(variables)


def _forget_app() -> None:
    for name in [name for name in sys.modules if name.split(".")[0] in _OWN_TO_AN_APP]:
        del sys.modules[name]

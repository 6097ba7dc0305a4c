"""`python -m infra.local run|reset`."""

import asyncio
import errno
import shutil
import sys

from infra.local.errors import LocalError
from infra.local.run import run
from infra.local.settings import Settings, from_environment


def main(command: str) -> int:
    """The exit status of a command; whatever goes wrong in an expected way is one line."""
    settings = from_environment()
    try:
        _COMMANDS[command](settings)
    except LocalError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        print("The disk is full: free some space and start again.", file=sys.stderr)
        return 1
    return 0


def _run(settings: Settings) -> None:
    asyncio.run(run(settings))


def _reset(settings: Settings) -> None:
    for folder in (settings.state, settings.outbox, settings.log):
        shutil.rmtree(folder, ignore_errors=True)
    print("The local state is forgotten.")


_COMMANDS = {"run": _run, "reset": _reset}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

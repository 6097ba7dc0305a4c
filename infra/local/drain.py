"""Lets what is under way come to rest before the emulator ends.

The emulator keeps its queues over a restart, and forgets the stream records that nobody has read yet.
"""

import asyncio
import time
from contextlib import suppress

from botocore.exceptions import BotoCoreError, ClientError

from infra.local.aws import Aws
from infra.local.emulator import log_file
from infra.local.settings import Settings

# The emulator looks at its streams once a second.
_QUIET_SECONDS = 2.5
_LONGEST_SECONDS = 15
_LOOK_SECONDS = 0.25
_WAITING = ("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible")


async def until_quiet(settings: Settings) -> None:
    """Waits until no stream has been read and no queue has held anything for a while, or for long enough."""
    # An emulator that has died has nothing left to wait for.
    with suppress(BotoCoreError, ClientError):
        await asyncio.to_thread(_wait, settings)


def _wait(settings: Settings) -> None:
    queues = _Queues(Aws(settings))
    deadline = time.monotonic() + _LONGEST_SECONDS
    seen, since = _batches(settings), time.monotonic()
    while time.monotonic() < min(deadline, since + _QUIET_SECONDS):
        time.sleep(_LOOK_SECONDS)
        now = _batches(settings)
        if now != seen or queues.hold_anything():
            seen, since = now, time.monotonic()


def _batches(settings: Settings) -> int:
    """How many batches the emulator has handed to functions, by what it says in its log."""
    return log_file(settings).read_bytes().count(b"ESM: Lambda")


class _Queues:
    """The work queues; dead letters may wait for ever."""

    def __init__(self, aws: Aws) -> None:
        self._sqs = aws.client("sqs")
        urls = self._sqs.list_queues().get("QueueUrls", [])
        self._urls = [url for url in urls if not url.endswith("-dead")]

    def hold_anything(self) -> bool:
        """Whether a message waits or is being worked on."""
        return any(self._waiting(url) for url in self._urls)

    def _waiting(self, url: str) -> int:
        found = self._sqs.get_queue_attributes(QueueUrl=url, AttributeNames=list(_WAITING))
        return sum(int(found["Attributes"][name]) for name in _WAITING)

"""The queue's word that another piece of reading a mailbox again waits, as the bus brings it."""

from collections.abc import Mapping
from typing import Any

from chalicelib.communications.events import ReplayQueued
from chalicelib.communications.service import Replaying

_DETAIL_TYPE = f"{ReplayQueued.type}.v{ReplayQueued.version}"


def is_piece(message: Mapping[str, Any]) -> bool:
    """Whether the message is such a word, and no news of mail."""
    return bool(message.get("detail-type") == _DETAIL_TYPE)


def on_piece(replaying: Replaying, message: Mapping[str, Any]) -> None:
    """Does it."""
    data = message["detail"]["data"]
    replaying.go_on(data["mailbox_id"], data["replay_id"], data["step"])

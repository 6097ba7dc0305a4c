"""The queue of letters that leave and the service that takes them, in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class MemoryQueue:
    """Remembers what it was told: the letters, and after how many seconds."""

    told: list[tuple[str, int]] = field(default_factory=list)

    def announce(self, letters: Sequence[tuple[str, int]]) -> None:
        self.told += letters


@dataclass
class MemorySender:
    """A mail service that keeps what it was given, or fails as it is told to."""

    sent: list[tuple[bytes, str, tuple[str, ...]]] = field(default_factory=list)
    failure: Exception | None = None

    def send(self, content: bytes, sender: str, recipients: Sequence[str]) -> tuple[str, ...]:
        if self.failure:
            raise self.failure
        self.sent.append((content, sender, tuple(recipients)))
        number = len(self.sent)
        return (f"ses{number}@us-east-1.amazonses.com", f"ses{number}@email.amazonses.com")

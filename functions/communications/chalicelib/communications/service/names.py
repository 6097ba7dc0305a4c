"""The names by which a communication is found again."""

from portal.values import dataclass


@dataclass(frozen=True)
class Known:
    """Which communication a Message-ID belongs to, of which thread, and the fingerprint of its letter."""

    communication_id: str
    fingerprint: str
    thread_id: str
    ours: bool = False


@dataclass(frozen=True)
class Names:
    """What a communication is found by later: Message-IDs, the stored object, the caller's key."""

    message_ids: tuple[str, ...] = ()
    fingerprint: str = ""
    object_key: str | None = None
    request_key: str | None = None
    provider: bool = False

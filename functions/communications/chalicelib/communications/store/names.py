"""By what communications are found again: Message-IDs, stored objects, repeated requests."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from pynamodb.exceptions import DeleteError

from chalicelib.communications.model import Communication
from chalicelib.communications.service.names import Known, Names
from chalicelib.communications.store.table import NameItem, SourceItem
from portal.dynamo import Writes, read
from portal.errors import ConflictError

_OWN, _PROVIDER = "message-id", "provider-id"
_MAX_KEY_BYTES = 1000
_REQUESTS_KEPT = timedelta(days=7)


def reserved(names: Names, record: Communication) -> Writes:
    """The writes that reserve the names; each fails the whole when another has it."""
    writes = Writes()
    for message_id in names.message_ids:
        kind = _PROVIDER if names.provider else _OWN
        item = NameItem(*_key(kind, message_id))
        item.communication_id, item.fingerprint = record.id, names.fingerprint
        item.thread_id = record.thread_id
        # The provider's ids are unique by themselves, and a repeated attempt may store them again.
        free = None if names.provider else NameItem.pk.does_not_exist()
        writes.put(item, must=free, otherwise=_taken())
    for key, expires_at in _sources(names):
        source = SourceItem(*key, communication_id=record.id)
        if expires_at:
            source.expires_at = expires_at
        writes.put(source, must=SourceItem.pk.does_not_exist(), otherwise=_taken())
    return writes


def known(message_ids: Iterable[str]) -> Mapping[str, Known]:
    """Those of the Message-IDs that are known; ours as the provider made them come before all others."""
    wanted = {_key(kind, one): one for one in message_ids for kind in (_OWN, _PROVIDER)}
    found: dict[str, Known] = {}
    for item in NameItem.batch_get(list(wanted), consistent_read=True) if wanted else ():
        ours = item.pk.startswith(_PROVIDER)
        name = wanted[item.pk, item.sk]
        if ours or name not in found:
            thread_id = item.thread_id or item.communication_id
            found[name] = Known(item.communication_id, item.fingerprint, thread_id, ours=ours)
    return found


def seen(key: str, communication_id: str, expires_at: int) -> SourceItem:
    """The item that says that a stored object was looked at and is not recorded."""
    item = SourceItem(*_object_key(key), communication_id=communication_id)
    item.expires_at = expires_at
    return item


def unsee(key: str) -> None:
    """Forgets that an object was looked at and is not recorded; of one that is recorded nothing changes."""
    try:
        SourceItem(*_object_key(key)).delete(SourceItem.expires_at.exists())
    except DeleteError as error:
        if error.cause_response_code != "ConditionalCheckFailedException":
            raise


def communication_of_object(key: str) -> str | None:
    """The communication that a stored object has become."""
    return _source(_object_key(key))


def communication_of_request(key: str) -> str | None:
    """The communication that a request has made."""
    return _source(_request_key(key))


def _source(key: tuple[str, str]) -> str | None:
    item = read(SourceItem, *key, consistent=True)
    return item.communication_id if item else None


def _sources(names: Names) -> list[tuple[tuple[str, str], int | None]]:
    found: list[tuple[tuple[str, str], int | None]] = []
    if names.object_key:
        found.append((_object_key(names.object_key), None))
    if names.request_key:
        ends_at = datetime.now(UTC) + _REQUESTS_KEPT
        found.append((_request_key(names.request_key), int(ends_at.timestamp())))
    return found


def _key(kind: str, message_id: str) -> tuple[str, str]:
    return f"{kind}#{_short(message_id)}", "name"


def _object_key(key: str) -> tuple[str, str]:
    return f"object#{_short(key)}", "source"


def _request_key(key: str) -> tuple[str, str]:
    return f"request#{_short(key)}", "source"


def _short(text: str) -> str:
    """The text, or what stands for one that is longer than a key may be."""
    data = text.encode()
    return text if len(data) <= _MAX_KEY_BYTES else f"sha256:{hashlib.sha256(data).hexdigest()}"


def _taken() -> ConflictError:
    return ConflictError("This letter is being taken in right now. Try again.")

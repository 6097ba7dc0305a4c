"""The table of communications."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pydantic import TypeAdapter

from chalicelib.communications.model import (
    Arrival,
    Colleague,
    Communication,
    Mailbox,
    State,
    Status,
    Upload,
)
from chalicelib.communications.service.names import Known, Names
from chalicelib.communications.store import arrivals, boxes, folders, people, silences, unsent
from chalicelib.communications.store import names as naming
from chalicelib.communications.store.listings import moved, page_of_ids
from chalicelib.communications.store.pace import MessagePace
from chalicelib.communications.store.table import TABLE, RecordItem, UploadItem
from portal.cards import CardRef
from portal.dynamo import Writes, read, read_many
from portal.errors import ConflictError, StaleVersionError
from portal.events import Event
from portal.paging import Page, PageRequest

__all__ = ["TABLE", "CommunicationsStore", "MessagePace"]

_RECORD = TypeAdapter(Communication)
_UPLOAD = TypeAdapter(Upload)
_TAKEN_BACK_KEPT = timedelta(days=7)
_RARE = ("copy_keys", "delivered_to", "erased", "newsletter", "handling", "folder_id")


class CommunicationsStore:
    """Maps communications to items and back."""

    def __init__(self, table_name: str) -> None:
        TABLE.Meta.table_name = table_name

    def communication(self, communication_id: str) -> Communication | None:
        """One record."""
        item = read(RecordItem, *_key(communication_id), consistent=True)
        return _to_record(item) if item else None

    def communications(
        self, state: State, grants: Iterable[str], request: PageRequest
    ) -> Page[Communication]:
        """The records that any of the grants may see, newest first."""
        return _records(page_of_ids(state, grants, request), consistent=False)

    def arrivals(
        self, address: str, request: PageRequest, since: str | None = None
    ) -> Page[Arrival]:
        """What came to a mailbox, the newest first."""
        return arrivals.page_of(address, request, since)

    def failed(self, request: PageRequest) -> Page[Communication]:
        """The letters that could not be read, the newest first."""
        return _records(arrivals.failed(request), consistent=False)

    def records(self, page: Page[str]) -> Page[Communication]:
        """The records of some ids, in their order."""
        return _records(page, consistent=False)

    def keep_silence(self, mailbox_id: str, since: datetime, event: Event) -> bool:
        """Whether this silence was not told of before; then it is from now on."""
        return silences.keep(mailbox_id, since, event)

    def due(self, until: datetime, request: PageRequest) -> Page[tuple[str, datetime]]:
        """The ids of letters that somebody must look at by then, the earliest first."""
        return unsent.due(until, request)

    def unsent_of(self, person_id: str, request: PageRequest) -> Page[Communication]:
        """The letters of a person that have not left."""
        return _records(unsent.ids_of(unsent.of_person(person_id), request))

    def unsent_on(self, card: CardRef, request: PageRequest) -> Page[Communication]:
        """The letters of a card that have not left."""
        return _records(unsent.ids_of(str(card), request))

    def add(self, record: Communication, names: Names, event: Event | None) -> Communication:
        """Stores a new record with its names."""
        writes = naming.reserved(names, record)
        return self._commit(record, None, event, writes, _exists())

    def save(
        self,
        record: Communication,
        before: Communication,
        event: Event | None = None,
        names: Names | None = None,
    ) -> Communication:
        """Stores a changed record, and further names of it."""
        writes = naming.reserved(names or Names(), record)
        return self._commit(record, before, event, writes, StaleVersionError())

    def known(self, message_ids: Iterable[str]) -> Mapping[str, Known]:
        """Those of the Message-IDs that belong to a communication."""
        return naming.known(message_ids)

    def received_from(self, object_key: str) -> bool:
        """Whether the object has become a communication."""
        return naming.communication_of_object(object_key) is not None

    def received_as(self, object_key: str) -> str | None:
        """The communication that the object has become."""
        return naming.communication_of_object(object_key)

    def requested_with(self, request_key: str) -> Communication | None:
        """The communication that a request with that key has made."""
        communication_id = naming.communication_of_request(request_key)
        return self.communication(communication_id) if communication_id else None

    def mailboxes(self) -> list[Mailbox]:
        """All of them."""
        return boxes.every()

    def add_mailbox(self, mailbox: Mailbox) -> None:
        """Stores a new mailbox under its address."""
        boxes.add(mailbox)

    def save_mailbox(self, mailbox: Mailbox) -> Mailbox:
        """The mailbox as stored."""
        return boxes.save(mailbox)

    def colleague(self, person_id: str) -> Colleague | None:
        """An employee."""
        return people.colleague(person_id)

    def colleagues(self, addresses: Iterable[str]) -> Mapping[str, Colleague]:
        """Those of the addresses that are an employee's, by address."""
        return people.at(addresses)

    def keep_colleague(self, after: Colleague, before: Colleague | None) -> None:
        """Stores an employee in place of what was known of him."""
        people.keep(after, before)

    def add_upload(self, upload: Upload, ends_at: datetime) -> None:
        """Remembers an upload for a while."""
        text = _UPLOAD.dump_json(upload).decode()
        UploadItem(*_upload_key(upload.id), upload=text, expires_at=int(ends_at.timestamp())).save()

    def uploads(self, upload_ids: Iterable[str]) -> Mapping[str, Upload]:
        """Those of the ids that are uploads."""
        items = read_many(UploadItem, map(_upload_key, upload_ids))
        found = (_UPLOAD.validate_json(item.upload) for item in items.values())
        return {upload.id: upload for upload in found}

    @staticmethod
    def _commit(
        record: Communication,
        before: Communication | None,
        event: Event | None,
        writes: Writes,
        otherwise: Exception,
    ) -> Communication:
        item = _to_item(record)
        if event:
            item.announce(event)
        Writes().put(item, otherwise=otherwise).extend(writes).extend(moved(before, record)).extend(
            unsent.moved(before, record)
        ).extend(arrivals.moved(before, record)).extend(folders.moved(before, record)).commit()
        return _to_record(item)


def _to_item(record: Communication) -> RecordItem:
    rare = {name for name in _RARE if not getattr(record, name)}
    text = _RECORD.dump_json(record, exclude={"version", *rare}).decode()
    item = RecordItem(*_key(record.id), record=text)
    if record.version is not None:
        item.version = record.version
    if record.status is Status.CANCELLED:
        item.expires_at = int((datetime.now(UTC) + _TAKEN_BACK_KEPT).timestamp())
    return item


def _records(page: Page[str], *, consistent: bool = True) -> Page[Communication]:
    items = read_many(RecordItem, map(_key, page.items), consistent=consistent)
    found = (items[key] for key in map(_key, page.items) if key in items)
    return Page([_to_record(item) for item in found], page.next)


def _to_record(item: RecordItem) -> Communication:
    return replace(_RECORD.validate_json(item.record), version=int(item.version))


def _key(communication_id: str) -> tuple[str, str]:
    return f"communication#{communication_id}", "record"


def _upload_key(upload_id: str) -> tuple[str, str]:
    return f"upload#{upload_id}", "upload"


def _exists() -> ConflictError:
    return ConflictError("This letter has been taken in already.")

"""The table of communications in memory."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from chalicelib.communications.model import (
    NO_MAILBOX,
    Arrival,
    Colleague,
    Communication,
    Mailbox,
    State,
    Upload,
    arrival_of,
    due_at,
    is_unsent,
)
from chalicelib.communications.service.names import Known, Names
from portal.cards import CardRef
from portal.errors import ConflictError, StaleVersionError
from portal.events import Event
from portal.paging import Page, PageRequest


class MemoryStore:
    """A table of communications with its conditions."""

    def __init__(self) -> None:
        self.records: dict[str, Communication] = {}
        self.names: dict[str, Known] = {}
        self.sources: dict[str, str] = {}
        self.boxes: list[Mailbox] = []
        self.events: list[Event] = []
        self.files: dict[str, Upload] = {}
        self.people: list[Colleague] = []
        self.silences: set[tuple[str, datetime]] = set()

    def communication(self, communication_id: str) -> Communication | None:
        return self.records.get(communication_id)

    def communications(
        self, state: State, grants: Iterable[str], _: PageRequest
    ) -> Page[Communication]:
        held = frozenset(grants)
        found = [r for r in self.records.values() if r.state is state and r.audience & held]
        return Page(sorted(found, key=lambda record: record.id, reverse=True))

    def arrivals(
        self, address: str, request: PageRequest, since: str | None = None
    ) -> Page[Arrival]:
        here = [r for r in self.records.values() if address in (r.mailboxes or (NO_MAILBOX,))]
        found = [one for one in map(arrival_of, here) if one]
        newest = sorted(found, key=lambda one: one.communication_id, reverse=True)
        below = [
            one
            for one in newest
            if one.communication_id >= (since or "")
            and (request.cursor is None or one.communication_id < request.cursor)
        ]
        items = below[: request.limit]
        return Page(items, items[-1].communication_id if len(below) > len(items) else None)

    def records_of(self, page: Page[str]) -> Page[Communication]:
        return Page([self.records[one] for one in page.items if one in self.records])

    def failed(self, _: PageRequest) -> Page[Communication]:
        return Page([record for record in self.records.values() if record.problem])

    def keep_silence(self, mailbox_id: str, since: datetime, event: Event) -> bool:
        told = (mailbox_id, since) in self.silences
        self.silences.add((mailbox_id, since))
        self.events += [] if told else [event]
        return not told

    def due(self, until: datetime, _: PageRequest) -> Page[tuple[str, datetime]]:
        found = [(at, r.id) for r in self.records.values() if (at := due_at(r)) and at <= until]
        return Page([(one, at) for at, one in sorted(found)])

    def unsent_of(self, person_id: str, _: PageRequest) -> Page[Communication]:
        return Page([r for r in self._unsent() if r.author and r.author.id == person_id])

    def unsent_on(self, card: CardRef, _: PageRequest) -> Page[Communication]:
        return Page([r for r in self._unsent() if r.card == card])

    def add(self, record: Communication, names: Names, event: Event | None) -> Communication:
        if self._sources(names) & self.sources.keys() or set(names.message_ids) & set(self.names):
            raise ConflictError("taken")
        return self._keep(replace(record, version=1), names, event)

    def save(
        self,
        record: Communication,
        before: Communication,
        event: Event | None = None,
        names: Names | None = None,
    ) -> Communication:
        if self.records[record.id].version != before.version:
            raise StaleVersionError
        return self._keep(replace(record, version=(before.version or 0) + 1), names, event)

    def known(self, message_ids: Iterable[str]) -> Mapping[str, Known]:
        return {one: self.names[one] for one in message_ids if one in self.names}

    def received_from(self, object_key: str) -> bool:
        return f"object#{object_key}" in self.sources

    def received_as(self, object_key: str) -> str | None:
        return self.sources.get(f"object#{object_key}")

    def requested_with(self, request_key: str) -> Communication | None:
        return self.records.get(self.sources.get(f"request#{request_key}", ""))

    def mailboxes(self) -> list[Mailbox]:
        return list(self.boxes)

    def add_mailbox(self, mailbox: Mailbox) -> None:
        self.boxes.append(mailbox)

    def save_mailbox(self, mailbox: Mailbox) -> Mailbox:
        self.boxes = [mailbox if box.id == mailbox.id else box for box in self.boxes]
        return mailbox

    def colleague(self, person_id: str) -> Colleague | None:
        return next((one for one in self.people if one.id == person_id), None)

    def colleagues(self, addresses: Iterable[str]) -> Mapping[str, Colleague]:
        wanted = set(addresses)
        return {one.address: one for one in self.people if one.active and one.address in wanted}

    def keep_colleague(self, after: Colleague, before: Colleague | None) -> None:
        self.people = [one for one in self.people if one != before] + [after]

    def add_upload(self, upload: Upload, _: datetime) -> None:
        self.files[upload.id] = upload

    def uploads(self, upload_ids: Iterable[str]) -> Mapping[str, Upload]:
        return {one: self.files[one] for one in upload_ids if one in self.files}

    def _unsent(self) -> list[Communication]:
        return [record for record in self.records.values() if is_unsent(record)]

    def _keep(
        self, record: Communication, names: Names | None, event: Event | None
    ) -> Communication:
        for one in names.message_ids if names else ():
            self.names[one] = Known(
                record.id,
                names.fingerprint if names else "",
                record.thread_id,
                ours=bool(names and names.provider),
            )
        self.sources |= dict.fromkeys(self._sources(names), record.id)
        self.events += [event] if event else []
        self.records[record.id] = record
        return record

    @staticmethod
    def _sources(names: Names | None) -> set[str]:
        keys = (("object", names.object_key), ("request", names.request_key)) if names else ()
        return {f"{kind}#{key}" for kind, key in keys if key}

"""Between documents, their versions and their items."""

from datetime import datetime, timedelta
from typing import Any

from chalicelib.documents.model import Document, File, State, Version
from chalicelib.documents.store.items import DocumentItem, VersionItem
from chalicelib.documents.store.mapping.attributes import present, to_access
from portal.clock import from_wire, to_wire
from portal.principals import Actor

_FORGOTTEN_AFTER = timedelta(days=7)
"""How long a place stays noted for which no file came."""


def to_document_item(document: Document) -> DocumentItem:
    """The item of a document. It stands in the lists once a file of it has come."""
    return DocumentItem(
        f"document#{document.id}",
        "record",
        updated_at=to_wire(document.updated_at),
        current=document.current,
        given=document.given,
        **present(pending_until=_wire(document.pending_until), lock=document.lock),
        **_listed(document),
        **_common(document),
    )


def to_document(item: DocumentItem) -> Document:
    """The inverse of `to_document_item`."""
    return Document(
        id=item.pk.partition("#")[2],
        **_described(item),
        updated_at=from_wire(item.updated_at),
        current=int(item.current),
        given=int(item.given),
        pending_until=from_wire(item.pending_until) if item.pending_until else None,
        lock=item.lock,
    )


def to_version_item(version: Version) -> VersionItem:
    """The item of a version."""
    return VersionItem(
        f"document#{version.document_id}",
        version_sk(version.number),
        **present(
            requested_by=version.requested_by,
            request_hash=version.request_hash,
            source=version.source,
            revision=version.revision,
        ),
        **_common(version),
    )


def to_version(item: VersionItem) -> Version:
    """The inverse of `to_version_item`."""
    return Version(
        document_id=item.pk.partition("#")[2],
        number=int(item.sk.partition("#")[2]),
        **_described(item),
        requested_by=item.requested_by,
        request_hash=item.request_hash,
        source=item.source,
        revision=item.revision,
    )


def version_sk(number: int) -> str:
    """The sort key of a version: the order of text is that of numbers."""
    return f"version#{number:06}"


def _common(record: Document | Version) -> dict[str, Any]:
    file, access, actor = record.file, record.access, record.uploaded_by
    return {
        "name": file.name,
        "size": file.size,
        "content_type": file.content_type,
        "card": str(access.card),
        "shared_with_client": access.shared_with_client,
        "uploaded_by": {"kind": actor.kind, "id": actor.id, "name": actor.name},
        "created_at": to_wire(record.created_at),
        "state": str(record.state),
        **present(
            audience=set(access.audience) or None,
            sha256=record.sha256,
            reason=record.reason,
            expires_at=_forgotten_at(record),
        ),
    }


def _described(item: DocumentItem | VersionItem) -> dict[str, Any]:
    actor = item.uploaded_by
    return {
        "file": File(item.name, int(item.size), item.content_type),
        "access": to_access(item),
        "uploaded_by": Actor(actor["kind"], actor["id"], actor["name"]),
        "created_at": from_wire(item.created_at),
        "state": State(item.state),
        "sha256": item.sha256,
        "reason": item.reason,
    }


def _listed(document: Document) -> dict[str, Any]:
    if document.state is State.WAITING:
        return {}
    card = str(document.access.card)
    listed = {"card_key": card, "order": document.id}
    if document.access.shared_with_client and document.state is State.READY:
        listed["client_card_key"] = card
    return listed


def _forgotten_at(record: Document | Version) -> int | None:
    if record.state is not State.WAITING:
        return None
    return int((record.created_at + _FORGOTTEN_AFTER).timestamp())


def _wire(instant: datetime | None) -> str | None:
    return to_wire(instant) if instant else None

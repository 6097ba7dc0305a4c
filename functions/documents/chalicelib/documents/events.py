"""What documents announces."""

from datetime import datetime
from typing import Any

from chalicelib.documents.model import State, Version, staff_only
from portal.erasure import StepErased
from portal.events import Event
from portal.values import dataclass


@dataclass(frozen=True)
class FileReceived:
    """A file came and is what it was said to be; it stands on its card."""

    type = "documents.file_received"
    version = 1

    file: Version

    def to_event(self, event_id: str, occurred_at: datetime) -> Event:
        """The event as it travels."""
        return _event(self, event_id, occurred_at, _data(self.file))


@dataclass(frozen=True)
class FileQuarantined:
    """A file came and is not what it was said to be; it is kept, and not handed out."""

    type = "documents.file_quarantined"
    version = 1

    file: Version

    def to_event(self, event_id: str, occurred_at: datetime) -> Event:
        """The event as it travels."""
        return _event(self, event_id, occurred_at, _data(self.file) | {"reason": self.file.reason})


def judged(file: Version) -> FileReceived | FileQuarantined:
    """What to announce of a file that came."""
    return FileReceived(file) if file.state is State.READY else FileQuarantined(file)


def _event(
    announced: FileReceived | FileQuarantined,
    event_id: str,
    occurred_at: datetime,
    data: dict[str, Any],
) -> Event:
    file = announced.file
    # A refused file is for the staff to look at, whatever its card's client may see otherwise.
    for_client = file.access.shared_with_client and file.state is State.READY
    audience = file.access.audience
    return Event(
        id=event_id,
        type=announced.type,
        version=announced.version,
        occurred_at=occurred_at,
        actor=file.uploaded_by,
        about=(file.access.card,),
        audience=audience if for_client else staff_only(audience),
        data=data,
    )


def _data(file: Version) -> dict[str, Any]:
    card = file.access.card
    return {
        "document": {
            "id": file.document_id,
            "name": file.file.name,
            "size": file.file.size,
            "content_type": file.file.content_type,
            "version": file.number,
            "sha256": file.sha256,
        },
        "card": {"kind": str(card.kind), "id": card.id},
        "requested_by": file.requested_by,
        "uploaded_by": file.uploaded_by.name,
        "shared_with_client": file.access.shared_with_client,
    }


class PersonalDataErased(StepErased):
    """What this feature kept of a person is erased, as far as one step goes."""

    type = "documents.personal_data_erased"

"""Folders on the wire."""

from typing import Self

from chalicelib.communications.service.folders import CountedFolder
from portal.wire import Id, Line, Request, Response


class NewFolder(Request):
    """A folder of a shared mailbox."""

    mailbox_id: Id
    name: Line


class FolderName(Request):
    """Another name of a folder."""

    name: Line


class FolderChoice(Request):
    """In which folder a letter is to be; null for none."""

    folder_id: Id | None


class FolderView(Response):
    """A folder; `waiting` counts its letters on no card, up to a hundred."""

    id: str
    mailbox_id: str
    name: str
    waiting: int

    @classmethod
    def of(cls, counted: CountedFolder) -> Self:
        """The domain's form as it is sent."""
        one = counted.folder
        return cls(id=one.id, mailbox_id=one.mailbox_id, name=one.name, waiting=counted.waiting)


class FolderList(Response):
    """All folders of the caller's; there is never a second page."""

    items: list[FolderView]
    next: None = None

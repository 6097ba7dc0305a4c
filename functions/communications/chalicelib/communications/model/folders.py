"""Folders of a shared mailbox, in which its people file its letters."""

from portal.values import dataclass


@dataclass(frozen=True)
class Folder:
    """A folder of a mailbox."""

    id: str
    mailbox_id: str
    name: str

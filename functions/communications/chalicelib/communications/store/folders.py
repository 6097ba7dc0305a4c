"""Folders in the table, and lists of what is in them; written with the record itself."""

from chalicelib.communications.model import Communication, State
from chalicelib.communications.model.folders import Folder
from chalicelib.communications.store.table import FiledItem, FolderItem
from portal.dynamo import Writes, read_page
from portal.paging import Page, PageRequest

_PARTITION = "folders"


def every() -> list[Folder]:
    """All folders."""
    return [_to_folder(item) for item in FolderItem.query(_PARTITION, consistent_read=True)]


def keep(folder: Folder) -> None:
    """Stores one."""
    item = FolderItem(_PARTITION, folder.id, mailbox_id=folder.mailbox_id, name=folder.name)
    Writes().put(item).commit()


def forget(folder: Folder) -> None:
    """Removes one."""
    Writes().delete(FolderItem(_PARTITION, folder.id)).commit()


def ids_in(folder_id: str, request: PageRequest) -> Page[str]:
    """The ids of the letters in a folder, the newest first."""
    return read_page(FiledItem, f"folder#{folder_id}", request).map(lambda item: item.sk)


def waiting(folder_id: str, most: int) -> int:
    """How many letters in a folder wait, counted up to so many."""
    return FiledItem.count(f"waiting-in#{folder_id}", limit=most)


def moved(before: Communication | None, after: Communication) -> Writes:
    """The writes that take a letter out of the folder it leaves and into the one it enters."""
    former, present = _keys(before) if before else set(), _keys(after)
    writes = Writes()
    for pk in sorted(former - present):
        writes.delete(FiledItem(pk, after.id))
    for pk in sorted(present - former):
        writes.put(FiledItem(pk, after.id))
    return writes


def _keys(record: Communication) -> set[str]:
    if record.folder_id is None:
        return set()
    waits = record.state is State.UNLINKED
    return {f"folder#{record.folder_id}"} | (
        {f"waiting-in#{record.folder_id}"} if waits else set[str]()
    )


def _to_folder(item: FolderItem) -> Folder:
    return Folder(item.sk, item.mailbox_id, item.name)

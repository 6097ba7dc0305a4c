"""Folders as one object: what their use cases ask of the table."""

from collections.abc import Callable

from chalicelib.communications.model import Communication
from chalicelib.communications.model.folders import Folder
from chalicelib.communications.store import folders
from portal.paging import Page, PageRequest


class FolderTable:
    """Folders and what is in them; `records` reads the letters of some ids."""

    def __init__(self, records: Callable[[Page[str]], Page[Communication]]) -> None:
        self._records = records

    def folders(self) -> list[Folder]:
        """All of them."""
        return folders.every()

    def keep_folder(self, folder: Folder) -> None:
        """Stores one."""
        folders.keep(folder)

    def forget_folder(self, folder: Folder) -> None:
        """Removes one."""
        folders.forget(folder)

    def filed(self, folder_id: str, request: PageRequest) -> Page[Communication]:
        """The letters in a folder, the newest first."""
        return self._records(folders.ids_in(folder_id, request))

    def waiting(self, folder_id: str, most: int) -> int:
        """How many letters in a folder stand on no card; counted up to so many."""
        return folders.waiting(folder_id, most)

"""Rules and folders in memory."""

from dataclasses import replace

from tests.unit.communications.memory_store import MemoryStore

from chalicelib.communications.model import Arrival, Communication, State
from chalicelib.communications.model.folders import Folder
from chalicelib.communications.model.rules import RuleBook
from portal.errors import StaleVersionError
from portal.paging import Page, PageRequest


class MemoryRules:
    """The rules, and what they kept out of the table."""

    def __init__(self, store: MemoryStore) -> None:
        self.kept, self.skipped, self._store = RuleBook(), dict[str, Arrival](), store

    def book(self) -> RuleBook:
        return self.kept

    def keep(self, book: RuleBook) -> RuleBook:
        if book.version != self.kept.version:
            raise StaleVersionError
        self.kept = replace(book, version=(book.version or 0) + 1)
        return self.kept

    def skip(self, arrival: Arrival, addresses: list[str], key: str) -> None:
        self.skipped[key] = arrival
        self._store.sources[f"object#{key}"] = arrival.communication_id


class MemoryFolders:
    """Folders, and what is in them."""

    def __init__(self, store: MemoryStore) -> None:
        self.made: dict[str, Folder] = {}
        self._store = store

    def folders(self) -> list[Folder]:
        return list(self.made.values())

    def keep_folder(self, folder: Folder) -> None:
        self.made[folder.id] = folder

    def forget_folder(self, folder: Folder) -> None:
        del self.made[folder.id]

    def filed(self, folder_id: str, request: PageRequest) -> Page[Communication]:
        return Page([one for one in self._store.records.values() if one.folder_id == folder_id])

    def waiting(self, folder_id: str, most: int) -> int:
        found = self.filed(folder_id, PageRequest(100)).items
        return len([one for one in found if one.state is State.UNLINKED][:most])

"""Rules and folders in memory."""

from collections.abc import Sequence
from dataclasses import replace

from tests.unit.communications.memory_store import MemoryStore

from chalicelib.communications.model import Communication, State
from chalicelib.communications.model.folders import Folder
from chalicelib.communications.model.rules import RuleBook
from chalicelib.communications.model.skipped import Skipped
from portal.errors import StaleVersionError
from portal.paging import Page, PageRequest


class MemoryRules:
    """The rules, and what they kept out of the table."""

    def __init__(self, store: MemoryStore) -> None:
        self.kept, self._store = RuleBook(), store
        self.left: dict[str, Skipped] = {}

    def book(self) -> RuleBook:
        return self.kept

    def keep(self, book: RuleBook) -> RuleBook:
        if book.version != self.kept.version:
            raise StaleVersionError
        self.kept = replace(book, version=(book.version or 0) + 1)
        return self.kept

    def skip(self, skipped: Skipped) -> None:
        self.left[skipped.raw_key] = skipped
        self._store.sources[f"object#{skipped.raw_key}"] = skipped.id

    def skipped(self, request: PageRequest) -> Page[Skipped]:
        return Page(list(self.left.values())[: request.limit])

    def one_skipped(self, skipped_id: str) -> Skipped | None:
        return next((one for one in self.left.values() if one.id == skipped_id), None)

    def forget_seen(self, key: str) -> None:
        name = f"object#{key}"
        if self._store.sources.get(name) not in self._store.records:
            self._store.sources.pop(name, None)

    def forget_skipped(self, skipped: Skipped, _: Sequence[str]) -> None:
        del self.left[skipped.raw_key]


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

"""Folders of shared mailboxes: made by their people, and letters filed in them."""

from dataclasses import replace
from typing import Protocol

from chalicelib.communications.model import Communication, Mailbox, MailboxKind, State
from chalicelib.communications.model.folders import Folder
from chalicelib.communications.service.ports import Store
from chalicelib.communications.service.reading import Reading
from portal.errors import ConflictError, InvalidError, NotFoundError
from portal.ids import Ids
from portal.paging import Page, PageRequest
from portal.principals import Principal
from portal.values import dataclass

MOST_FOLDERS = 30
MOST_COUNTED = 100


class FolderStore(Protocol):
    """The folders in the table, and what is in them."""

    def folders(self) -> list[Folder]:
        """All of them; a company has few."""
        ...

    def keep_folder(self, folder: Folder) -> None:
        """Stores one."""

    def forget_folder(self, folder: Folder) -> None:
        """Removes one."""

    def filed(self, folder_id: str, request: PageRequest) -> Page[Communication]:
        """The letters in a folder, the newest first."""
        ...

    def waiting(self, folder_id: str, most: int) -> int:
        """How many letters in a folder stand on no card; counted up to so many."""
        ...


@dataclass(frozen=True)
class CountedFolder:
    """A folder, and how many of its letters wait for a card: `MOST_COUNTED` stands for that and more."""

    folder: Folder
    waiting: int


@dataclass(frozen=True)
class Folders:
    """Filing letters."""

    store: Store
    folders: FolderStore
    reading: Reading
    ids: Ids

    def all(self, caller: Principal) -> list[CountedFolder]:
        """The folders of the caller's mailboxes by name; owners have those of all shared mailboxes."""
        boxes = {box.id for box in self.store.mailboxes() if _is_for(box, caller)}
        found = [folder for folder in self.folders.folders() if folder.mailbox_id in boxes]
        return [
            CountedFolder(folder, self.folders.waiting(folder.id, MOST_COUNTED))
            for folder in sorted(found, key=lambda one: one.name.casefold())
        ]

    def page(
        self, caller: Principal, authorization: str | None, folder_id: str, request: PageRequest
    ) -> Page[Communication]:
        """The letters of a folder that the caller may see, the newest first.

        Raises:
            NotFoundError: there is no such folder for him.
        """
        self._folder(caller, folder_id)
        page = self.folders.filed(folder_id, request)
        refs = {ref for one in page.items if one.state is State.LINKED for ref in one.cards}
        seen = self.reading.cards.visible(authorization, sorted(refs)) if refs else {}
        shown = [
            one
            for one in page.items
            if (caller.may_see(one.audience) and one.state is not State.LINKED)
            or any(ref in seen for ref in one.cards)
        ]
        return self.reading.many(caller, Page(shown, page.next))

    def add(self, caller: Principal, mailbox_id: str, name: str) -> CountedFolder:
        """A new folder of a shared mailbox of the caller's.

        Raises:
            InvalidError: there is no such mailbox, or a folder of that name.
            ConflictError: there are as many folders as may be.
        """
        boxes = [box for box in self.store.mailboxes() if _is_for(box, caller)]
        if mailbox_id not in {box.id for box in boxes}:
            raise InvalidError.at("/mailbox_id", "There is no such shared mailbox.")
        if len(self.folders.folders()) >= MOST_FOLDERS:
            raise ConflictError(f"There are {MOST_FOLDERS} folders already. Remove one first.")
        return self._keep(Folder(self.ids(), mailbox_id, name))

    def rename(self, caller: Principal, folder_id: str, name: str) -> CountedFolder:
        """The folder by another name; raises `NotFoundError`, and `InvalidError` when the name is taken."""
        return self._keep(replace(self._folder(caller, folder_id), name=name))

    def remove(self, caller: Principal, folder_id: str) -> None:
        """Removes a folder in which nothing waits; what stands on cards goes on standing there.

        Raises:
            NotFoundError: there is no such folder for the caller.
            ConflictError: letters wait in it.
        """
        folder = self._folder(caller, folder_id)
        if self.folders.waiting(folder.id, 1):
            raise ConflictError("Letters wait in this folder. Put them elsewhere first.")
        self.folders.forget_folder(folder)

    def file(
        self,
        caller: Principal,
        authorization: str | None,
        communication_id: str,
        folder_id: str | None,
    ) -> Communication:
        """The letter in a folder of one of its mailboxes, or in none; the same again changes nothing.

        Raises:
            NotFoundError: there is no such letter or folder for the caller.
            ConflictError: the folder is of a mailbox to which the letter did not come.
        """
        record = self.reading.record(caller, authorization, communication_id)
        if folder_id is not None:
            self._require_fitting(record, self._folder(caller, folder_id))
        if record.folder_id == folder_id:
            return record
        return self.store.save(replace(record, folder_id=folder_id), record)

    def _require_fitting(self, record: Communication, folder: Folder) -> None:
        boxes = self.store.mailboxes()
        address = next((box.address for box in boxes if box.id == folder.mailbox_id), None)
        if address not in record.mailboxes:
            raise ConflictError("This folder is of a mailbox to which the letter did not come.")

    def _folder(self, caller: Principal, folder_id: str) -> Folder:
        boxes = {box.id for box in self.store.mailboxes() if _is_for(box, caller)}
        for folder in self.folders.folders():
            if folder.id == folder_id and folder.mailbox_id in boxes:
                return folder
        raise NotFoundError("There is no such folder.")

    def _keep(self, folder: Folder) -> CountedFolder:
        for other in self.folders.folders():
            same = other.mailbox_id == folder.mailbox_id and other.id != folder.id
            if same and other.name.casefold() == folder.name.casefold():
                raise InvalidError.at("/name", "There is a folder of this name.")
        self.folders.keep_folder(folder)
        return CountedFolder(folder, self.folders.waiting(folder.id, MOST_COUNTED))


def _is_for(box: Mailbox, caller: Principal) -> bool:
    return box.kind is MailboxKind.SHARED and (box.is_of(caller) or caller.is_owner)

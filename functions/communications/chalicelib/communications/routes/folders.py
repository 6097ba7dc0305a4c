"""Folders of shared mailboxes."""

from chalicelib.communications import schemas
from chalicelib.communications.schemas.folders import (
    FolderChoice,
    FolderList,
    FolderName,
    FolderView,
    NewFolder,
)
from chalicelib.communications.service import Communications
from portal.paging import Page
from portal.principals import Principal
from portal.routes import STAFF, Request, Routes
from portal.wire import PageQuery, PageView

routes = Routes("communications")


@routes.get("/folders", STAFF)
def folders(portal: Communications, caller: Principal) -> FolderList:
    """The folders of the caller's shared mailboxes by name, with how many letters wait in each."""
    return FolderList(items=[FolderView.of(one) for one in portal.folders.all(caller)])


@routes.post("/folders", STAFF)
def add_folder(portal: Communications, caller: Principal, body: NewFolder) -> FolderView:
    """Add a folder to a shared mailbox."""
    return FolderView.of(portal.folders.add(caller, body.mailbox_id, body.name))


@routes.patch("/folders/{folder_id}", STAFF)
def rename_folder(
    portal: Communications, caller: Principal, folder_id: str, body: FolderName
) -> FolderView:
    """Call a folder by another name."""
    return FolderView.of(portal.folders.rename(caller, folder_id, body.name))


@routes.delete("/folders/{folder_id}", STAFF)
def remove_folder(portal: Communications, caller: Principal, folder_id: str) -> None:
    """Remove a folder in which nothing waits."""
    portal.folders.remove(caller, folder_id)


@routes.get("/folders/{folder_id}/letters", STAFF)
def letters_in_folder(
    portal: Communications,
    caller: Principal,
    folder_id: str,
    query: PageQuery,
    request: Request,
) -> PageView[schemas.CommunicationItem]:
    """What is in a folder, newest first."""
    page = portal.folders.page(caller, request.authorization, folder_id, query.page())
    return PageView.of(page.map(schemas.CommunicationItem.of))


@routes.put("/{communication_id}/folder", STAFF)
def file_letter(
    portal: Communications,
    caller: Principal,
    communication_id: str,
    body: FolderChoice,
    request: Request,
) -> schemas.CommunicationItem:
    """Put a letter into a folder, or take it out of one."""
    filed = portal.folders.file(caller, request.authorization, communication_id, body.folder_id)
    (shown,) = portal.reading.many(caller, Page([filed])).items
    return schemas.CommunicationItem.of(shown)

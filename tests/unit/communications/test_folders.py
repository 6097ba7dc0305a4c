"""Folders of shared mailboxes."""

import pytest
from tests.unit.communications.fakes import DEPARTMENT, Desk
from tests.unit.communications.letters import SALES, letter
from tests.unit.communications.memory_rules import MemoryFolders

from chalicelib.communications.model import Communication, Mailbox, State
from chalicelib.communications.model.folders import Folder
from chalicelib.communications.service import Folders
from portal.errors import ConflictError, InvalidError, NotFoundError
from portal.ids import new_id
from portal.paging import PageRequest
from portal.principals import Principal, Role

BOX, FOLDER, PAGE = new_id(), new_id(), PageRequest(50)
READER = Principal(new_id(), "Анна", frozenset({Role.EMPLOYEE}), frozenset({DEPARTMENT}))


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    made.store.boxes = [Mailbox(BOX, SALES, "Продажи", department_ids=(DEPARTMENT,))]
    return made


@pytest.fixture
def folders(desk: Desk) -> Folders:
    return Folders(desk.store, MemoryFolders(desk.store), desk.reading, new_id)


def come(desk: Desk) -> Communication:
    """A letter to the mailbox."""
    return desk.stored(letter())


def test_people_file_letters_and_take_them_out_again(desk: Desk, folders: Folders) -> None:
    """A folder counts what waits in it, and is removed when nothing does."""
    read = come(desk)
    made = folders.add(READER, BOX, "Тендеры").folder
    folders.file(READER, None, read.id, made.id)
    assert [one.waiting for one in folders.all(READER)] == [1]
    assert [one.id for one in folders.page(READER, None, made.id, PAGE).items] == [read.id]
    with pytest.raises(ConflictError):
        folders.remove(READER, made.id)
    assert folders.file(READER, None, read.id, None).state is State.UNLINKED
    folders.remove(READER, made.id)
    assert folders.all(READER) == []


def test_a_folder_is_its_mailboxs_peoples(desk: Desk, folders: Folders) -> None:
    """Others see neither it nor what is in it; of one name there is one."""
    made = folders.add(READER, BOX, "Счета").folder
    stranger = Principal(new_id(), "Борис", frozenset({Role.EMPLOYEE}), frozenset({new_id()}))
    with pytest.raises(NotFoundError):
        folders.page(stranger, None, made.id, PAGE)
    with pytest.raises(InvalidError):
        folders.add(READER, BOX, "счета")
    with pytest.raises(InvalidError):
        folders.add(stranger, BOX, "Моё")


def test_a_letter_goes_into_no_folder_of_another_mailbox(desk: Desk, folders: Folders) -> None:
    """Its people would see what is not theirs."""
    read = come(desk)
    other = Mailbox(new_id(), "a@demo.example", "А", department_ids=(DEPARTMENT,))
    desk.store.boxes.append(other)
    folders.folders.keep_folder(Folder(FOLDER, other.id, "Чужая"))
    with pytest.raises(ConflictError):
        folders.file(READER, None, read.id, FOLDER)

"""Writes that happen together or not at all, and pages that hold to their own list."""

from collections.abc import Iterator

import pytest
from moto import mock_aws
from pynamodb.attributes import UnicodeAttribute, VersionAttribute

from portal import dynamo
from portal.dynamo import Item, Writes, read, read_many, read_page
from portal.errors import ConflictError, InvalidError, StaleVersionError
from portal.paging import PageRequest


class Note(Item):
    class Meta(dynamo.Meta):
        table_name = "notes"

    text = UnicodeAttribute(null=True)
    version = VersionAttribute()


@pytest.fixture(autouse=True)
def table() -> Iterator[None]:
    with mock_aws():
        Note._connection = None
        Note.create_table(wait=True)
        yield


def test_a_failed_condition_undoes_its_company() -> None:
    """The second write's condition fails, and the first leaves no trace."""
    Writes().put(Note("a", "1")).commit()
    writes = Writes().put(Note("b", "1"))
    writes.put(Note("a", "1"), must=Note.pk.does_not_exist(), otherwise=ConflictError("taken"))
    with pytest.raises(ConflictError, match="taken"):
        writes.commit()
    assert read(Note, "b", "1") is None


def test_each_write_names_its_own_error() -> None:
    """The error is that of the write whose condition failed, together or alone."""
    Writes().put(Note("a", "1")).commit()
    stale = Note("a", "1", text="older")
    with pytest.raises(StaleVersionError):
        Writes().put(stale, otherwise=StaleVersionError()).commit()
    with pytest.raises(StaleVersionError):
        Writes().put(Note("b", "1")).put(stale, otherwise=StaleVersionError()).commit()


def test_the_same_state_can_be_saved_again_and_again() -> None:
    """A version grows with each save of the item that was read."""
    note = Note("a", "1", text="раз")
    for text in ("раз", "два", "три"):
        note.text = text
        Writes().put(note).commit()
    stored = read(Note, "a", "1", consistent=True)
    assert stored is not None
    assert (stored.text, stored.version) == ("три", 3)


def test_a_cursor_belongs_to_its_list() -> None:
    """A cursor of one partition does not open another; nor does a made-up one."""
    for number in range(3):
        Writes().put(Note("a", str(number))).commit()
    first = read_page(Note, "a", PageRequest(limit=2))
    assert [item.sk for item in first.items] == ["2", "1"]
    second = read_page(Note, "a", PageRequest(limit=2, cursor=first.next))
    assert [item.sk for item in second.items] == ["0"]
    assert second.next is None
    for cursor in (first.next, "e30", "!!!", "W10"):
        with pytest.raises(InvalidError):
            read_page(Note, "b", PageRequest(cursor=cursor))


def test_many_are_read_at_once() -> None:
    """A key that is asked for twice comes once, a missing one not at all."""
    Writes().put(Note("a", "1")).put(Note("a", "2")).commit()
    found = read_many(Note, [("a", "1"), ("a", "2"), ("a", "1"), ("x", "1")])
    assert set(found) == {("a", "1"), ("a", "2")}


def test_the_error_is_the_right_ones_whatever_is_written_beside() -> None:
    """Updates, puts, deletes and checks in any order: the one that fails gives the error."""
    Writes().put(Note("a", "1")).put(Note("a", "2")).commit()
    taken, missing = ConflictError("taken"), ConflictError("missing")
    writes = Writes().update(Note("b", "1"), [Note.text.set("новое")], otherwise=missing)
    writes.put(Note("a", "1"), must=Note.pk.does_not_exist(), otherwise=taken)
    writes.delete(Note("c", "1"), otherwise=missing)
    writes.check(Note("a", "2"), Note.pk.exists(), missing)
    with pytest.raises(ConflictError, match="taken"):
        writes.commit()


@pytest.mark.parametrize(("pk", "sk"), [("ы" * 1025, "1"), ("a", "ы" * 513)])
def test_a_key_that_no_item_can_have_is_of_none(pk: str, sk: str) -> None:
    """DynamoDB would call the question itself an error."""
    assert read(Note, pk, sk) is None

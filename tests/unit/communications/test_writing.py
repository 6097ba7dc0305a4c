"""What goes into a letter: the thread that it answers, and files."""

from dataclasses import replace

import pytest
from tests.unit.communications.fakes import DEAL, SELLER, STRANGER, Desk
from tests.unit.communications.letters import letter

from chalicelib.communications.mail import parse
from chalicelib.communications.model import Draft, Upload
from portal.errors import InvalidError

DRAFT = Draft(DEAL, ("anna@zakaz.example",), (), "Цена", "Сто рублей", at_once=True)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_an_answer_goes_on_with_the_thread(desk: Desk) -> None:
    """Its headers name the letter answered and those before it; its mailbox is the one that was written to."""
    other = desk.mailbox("info@demo.example", "Приёмная", SELLER.id)
    raw = letter(headers="References: <root@x>\r\n").replace(b"sales@", b"info@")
    asked = desk.stored(raw.replace(b"Subject: Zakaz", "Subject: Заказ".encode()))
    desk.store.records[asked.id] = replace(desk.store.records[asked.id], cards=(DEAL,))
    record = desk.sending.send(
        SELLER, "seller", replace(DRAFT, subject=None, reply_to_id=asked.id), None
    )
    read = parse(desk.sender.sent[0][0])
    assert (read.in_reply_to, read.references) == (
        ("one@zakaz.example",),
        ("root@x", "one@zakaz.example"),
    )
    assert (read.subject, read.sender.address) == ("Re: Заказ", other.address)
    assert desk.store.events[-1].data["parent_ids"] == [asked.id]
    assert record.parent_ids == (asked.id,)


def test_files_go_with_the_letter(desk: Desk) -> None:
    """They are uploaded first, and are the author's own."""
    upload, _ = desk.uploads.announce(SELLER, "Счёт № 5.pdf", 3, "application/pdf")
    desk.objects.posted[upload.id] = b"PDF"
    record = desk.sending.send(SELLER, "seller", replace(DRAFT, upload_ids=(upload.id,)), None)
    (file,) = parse(desk.sender.sent[0][0]).files
    assert (file.name, file.content) == ("Счёт № 5.pdf", b"PDF")
    assert desk.objects.files == {(record.id, 0): b"PDF"}


@pytest.mark.parametrize("whose", ["missing", "not uploaded", "another's"])
def test_a_file_that_is_not_there_is_named(desk: Desk, whose: str) -> None:
    """Nothing is sent, and nothing is stored."""
    upload = Upload("01JD5B8Q3V7W2X4Y6Z8A0C1E3M", SELLER.id, "a", 3, "text/plain")
    if whose != "missing":
        owner = STRANGER.id if whose == "another's" else SELLER.id
        desk.store.files[upload.id] = replace(upload, owner_id=owner)
    if whose == "another's":
        desk.objects.posted[upload.id] = b"PDF"
    with pytest.raises(InvalidError) as refusal:
        desk.sending.send(SELLER, "seller", replace(DRAFT, upload_ids=(upload.id,)), None)
    assert refusal.value.errors[0].pointer == "/attachments/0"
    assert (desk.store.records, desk.sender.sent) == ({}, [])


def test_files_have_a_limit_together(desk: Desk) -> None:
    """A letter of 25 MB is the largest that is sure to arrive."""
    ids = tuple(desk.uploads.announce(SELLER, "a", 13 * 2**20, "text/plain")[0].id for _ in "ab")
    with pytest.raises(InvalidError, match="25 MB"):
        desk.sending.send(SELLER, "seller", replace(DRAFT, upload_ids=ids), None)
    with pytest.raises(InvalidError, match="25 MB"):
        desk.uploads.announce(SELLER, "a", 26 * 2**20, "text/plain")

"""What colleagues see of letters to a mailbox that keeps them to its own people."""

from typing import Any

import pytest
from tests.unit.communications.fakes import CONTACT, DEPARTMENT, OWNER, SELLER, STRANGER, Desk
from tests.unit.communications.letters import SALES, attachment, letter, multipart, stamps

from chalicelib.communications.model import Communication, Draft, MailboxKind, Privacy, State
from chalicelib.communications.service import Placement
from portal.errors import InvalidError, NotFoundError
from portal.paging import PageRequest

DIRECTOR = "director@demo.example"
HIDDEN_WORDS = ("Тайна", "Zakaz", "anna@zakaz.example", "Anna")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def to_director(content: bytes) -> bytes:
    """The letter written to no other mailbox."""
    return content.replace(SALES.encode(), DIRECTOR.encode())


def came(desk: Desk, privacy: Privacy) -> Communication:
    """A letter with a file to the seller's own mailbox, standing on a card that the owner sees too."""
    personal = {"kind": MailboxKind.PERSONAL, "person_id": SELLER.id, "privacy": privacy}
    desk.mailbox(DIRECTOR, "Продавцов", **personal)
    file = attachment('filename="price.pdf"', b"%PDF-1.7")
    text = "Content-Type: text/plain; charset=utf-8\r\n\r\nТайна"
    record = desk.stored(to_director(multipart(text, file, top=stamps(DIRECTOR))))
    audience = frozenset({"role:owner", f"employee:{SELLER.id}"})
    desk.following.follow(
        Placement(record.id, State.LINKED, 1, audience, (CONTACT,), (CONTACT.id,))
    )
    return record


@pytest.mark.parametrize(
    ("privacy", "subject", "sender"),
    [(Privacy.SUBJECT, "Zakaz", "anna@zakaz.example"), (Privacy.HIDDEN, "", "")],
)
def test_colleagues_see_no_more_than_the_mailbox_shows(
    desk: Desk, privacy: Privacy, subject: str, sender: str
) -> None:
    """In the record, in the list and of its files alike, whatever their role."""
    record = came(desk, privacy)
    (listed,) = desk.reading.page(OWNER, "owner", State.LINKED, PageRequest(10)).items
    shown, body = desk.reading.full(OWNER, "owner", record.id)
    for one in (listed, shown):
        assert (one.subject, one.sender.address, one.snippet) == (subject, sender, "")
        assert (one.privacy, one.attachment_count, one.mailboxes) == (privacy, 0, (DIRECTOR,))
    assert (body.text, body.attachments) == ("", ())
    with pytest.raises(NotFoundError):
        desk.reading.attachment_link(OWNER, "owner", record.id, "0")
    with pytest.raises(NotFoundError):
        desk.reading.raw_link(OWNER, "owner", record.id)


def test_only_its_own_people_answer_it(desk: Desk) -> None:
    """An answer would quote what the mailbox keeps to them."""
    record = came(desk, Privacy.SUBJECT)
    answer = Draft(CONTACT, ("anna@zakaz.example",), (), "", "Да", reply_to_id=record.id)
    with pytest.raises(InvalidError) as refused:
        desk.sending.send(OWNER, "owner", answer, None)
    assert refused.value.errors[0].pointer == "/reply_to_id"
    assert desk.sending.send(SELLER, "seller", answer, None).thread_id == record.id


def test_its_own_people_read_it_whole(desk: Desk) -> None:
    """And take its files."""
    record = came(desk, Privacy.HIDDEN)
    shown, body = desk.reading.full(SELLER, "seller", record.id)
    assert (shown.privacy, body.text) == (Privacy.FULL, "Тайна")
    assert desk.reading.attachment_link(SELLER, "seller", record.id, "0")


def test_the_news_carry_nothing_that_is_hidden(desk: Desk) -> None:
    """So no timeline, notification, index or push can show it; the cards are found all the same."""
    came(desk, Privacy.HIDDEN)
    told = desk.store.events[-1].data
    words = str({name: value for name, value in told.items() if name != "counterparts"})
    assert not [word for word in HIDDEN_WORDS if word in words]
    assert (told["communication"]["privacy"], told["counterparts"]) == (
        "hidden",
        ["anna@zakaz.example"],
    )


def test_while_it_stands_on_no_card_only_its_people_know_of_it(desk: Desk) -> None:
    """An owner of the portal is none of them; of a mailbox that shows all he is."""
    personal: dict[str, Any] = {"kind": MailboxKind.PERSONAL, "person_id": SELLER.id}
    desk.mailbox(DIRECTOR, "Продавцов", **personal, privacy=Privacy.SUBJECT)
    record = desk.stored(to_director(letter(top=stamps(DIRECTOR))))
    assert record.audience == {f"employee:{SELLER.id}"}
    assert desk.stored(letter(message_id="<2@x>"), "inbound/2").audience >= {"role:owner"}


def test_what_a_person_decides_upon_a_letter_keeps_its_words(desk: Desk) -> None:
    """He who may not read it may take it off his card, and nothing of it is lost."""
    record = came(desk, Privacy.HIDDEN)
    desk.choosing.take_off(OWNER, "owner", record.id)
    kept = desk.store.records[record.id]
    assert (kept.subject, kept.snippet, kept.privacy) == ("Zakaz", "Тайна", Privacy.FULL)
    assert "Zakaz" not in str(desk.store.events[-1].data)


def test_the_most_open_of_several_mailboxes_decides(desk: Desk) -> None:
    """A copy that anybody may read elsewhere is no secret."""
    desk.mailbox(DIRECTOR, "Директор", DEPARTMENT, privacy=Privacy.HIDDEN)
    desk.stored(letter(headers=f"Cc: {DIRECTOR}\r\n"))
    assert desk.store.events[-1].data["communication"]["subject"] == "Zakaz"


def test_a_closed_mailbox_keeps_its_letters_and_takes_no_more(desk: Desk) -> None:
    """What comes to its address later is the owners' matter."""
    box = desk.mailbox("old@demo.example", "Старый", SELLER.id)
    before = desk.stored(letter(top=stamps(box.address), headers="X: 1\r\n", message_id="<3@x>"))
    desk.mailboxes.change(box.id, {"closed": True})
    after = desk.stored(letter(top=stamps(box.address), message_id="<4@x>"), "inbound/2")
    assert (before.mailboxes[0], box.address in after.mailboxes) == (box.address, False)


def test_a_mailbox_is_of_somebody(desk: Desk) -> None:
    """One that nobody would read is refused where the mistake is; another's own is not listed."""
    with pytest.raises(InvalidError) as shared:
        desk.mailbox("x@demo.example", "Ничей")
    with pytest.raises(InvalidError) as personal:
        desk.mailbox("x@demo.example", "Ничей", kind=MailboxKind.PERSONAL)
    pointers = [error.value.errors[0].pointer for error in (shared, personal)]
    assert pointers == ["/department_ids", "/person_id"]
    desk.mailbox(DIRECTOR, "Свой", kind=MailboxKind.PERSONAL, person_id=SELLER.id)
    assert DIRECTOR in [box.address for box in desk.mailboxes.all(SELLER)]
    assert DIRECTOR not in [box.address for box in desk.mailboxes.all(STRANGER)]

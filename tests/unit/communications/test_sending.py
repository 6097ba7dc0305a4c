"""Letters that leave: recorded first, sent once, and findable whatever happened."""

import email
from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.unit.communications.fakes import (
    DEAL,
    DEPARTMENT,
    KEY,
    OWNER,
    SELLER,
    STRANGER,
    Desk,
)
from tests.unit.communications.letters import letter

from chalicelib.communications.mail import parse
from chalicelib.communications.model import Draft, Status, answered_id
from chalicelib.communications.service.mail_service import SendingFailedError
from portal.errors import ConflictError, InvalidError, NotFoundError, UnavailableError

DRAFT = Draft(
    DEAL, ("anna@zakaz.example",), ("boss@zakaz.example",), "Цена", "Сто рублей", at_once=True
)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_letter_is_sent_recorded_and_announced(desk: Desk) -> None:
    """In the seller's name from his department's mailbox, with the signed address for the answer."""
    record = desk.sending.send(SELLER, "seller", DRAFT, None)
    ((content, sender, recipients),) = desk.sender.sent
    assert (sender, recipients) == (
        "sales@demo.example",
        ("anna@zakaz.example", "boss@zakaz.example"),
    )
    read = parse(content)
    assert (read.sender.name, read.subject, read.text) == (
        "Иван Продавцов · Отдел продаж",
        "Цена",
        "Сто рублей",
    )
    reply_to = email.message_from_bytes(content)["Reply-To"].strip()
    assert len(reply_to.partition("@")[0]) <= 64
    assert answered_id(KEY, reply_to) == record.id
    assert (record.status, record.state, record.cards) == (Status.SENT, "linked", (DEAL,))
    (event,) = desk.store.events
    assert (event.detail_type, event.about) == ("communications.communication_sent.v1", (DEAL,))
    assert event.audience == {f"department:{DEPARTMENT}", "role:owner"}
    assert event.data["counterparts"] == ["anna@zakaz.example", "boss@zakaz.example"]


def test_everything_is_stored_before_the_first_byte_leaves(desk: Desk) -> None:
    """What happens while it is sent finds the record and the raw letter there."""
    seen: list[Status | None] = []

    def send(content: bytes, sender: str, recipients: Sequence[str]) -> tuple[str, ...]:
        (record,) = desk.store.records.values()
        assert desk.objects.raw(record.raw_key).content == content
        seen.append(record.status)
        return ("id@email.amazonses.com",)

    desk.sender.send = send  # type: ignore[method-assign]  # looks while it sends
    desk.sending.send(SELLER, "seller", DRAFT, None)
    assert seen == [Status.SENDING]


def test_a_refusal_is_told_and_the_letter_kept(desk: Desk) -> None:
    """It says what happened; once the cause is mended, the same letter is sent."""
    desk.sender.failure = SendingFailedError("The sender's domain is not verified.")
    with pytest.raises(ConflictError, match=r"not verified.*kept as"):
        desk.sending.send(SELLER, "seller", DRAFT, None)
    (record,) = desk.store.records.values()
    assert (record.status, record.failure) == (
        Status.FAILED,
        "The sender's domain is not verified.",
    )
    assert desk.store.events == []
    desk.sender.failure = None
    again = desk.sending.retry(SELLER, "seller", record.id)
    assert (again.status, again.failure, len(desk.sender.sent)) == (Status.SENT, None, 1)
    assert desk.sender.sent[0][0] == desk.objects.raw(record.raw_key).content


def test_silence_leaves_it_being_sent(desk: Desk) -> None:
    """Nobody knows whether it left, so nobody sends it again by accident, and a person may a minute later."""
    desk.sender.failure = UnavailableError("silence")
    with pytest.raises(UnavailableError, match="kept as"):
        desk.sending.send(SELLER, "seller", DRAFT, None)
    (record,) = desk.store.records.values()
    assert record.status is Status.SENDING
    desk.sender.failure = None
    with pytest.raises(ConflictError, match="right now"):
        desk.sending.retry(SELLER, "seller", record.id)
    desk.later(seconds=61)
    assert desk.sending.retry(SELLER, "seller", record.id).status is Status.SENT


def test_what_was_sent_is_not_sent_again(desk: Desk) -> None:
    """Neither by another attempt nor by a request repeated with its key."""
    record = desk.sending.send(SELLER, "seller", DRAFT, "key")
    assert desk.sending.retry(SELLER, "seller", record.id) == record
    assert desk.sending.send(SELLER, "seller", DRAFT, "key") == record
    assert len(desk.sender.sent) == 1


def test_a_request_repeated_after_a_crash_finds_its_letter(desk: Desk) -> None:
    """The answer is the letter as far as it came."""
    desk.sender.failure = RuntimeError("crash")
    with pytest.raises(RuntimeError):
        desk.sending.send(SELLER, "seller", DRAFT, "key")
    desk.sender.failure = None
    assert desk.sending.send(SELLER, "seller", DRAFT, "key").status is Status.SENDING
    assert (len(desk.store.records), desk.sender.sent) == (1, [])


def test_what_came_from_outside_is_not_sent(desk: Desk) -> None:
    """There is nothing to try again."""
    with pytest.raises(ConflictError, match="outside"):
        desk.sending.retry(SELLER, "seller", desk.stored(letter()).id)


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"subject": None}, "/subject"),
        ({"reply_to_id": "01JD5B8Q3V7W2X4Y6Z8A0C1E3M"}, "/reply_to_id"),
        ({"cc": tuple(f"u{n}@x.example" for n in range(50))}, "/to"),
    ],
)
def test_what_cannot_be_sent_is_said(desk: Desk, change: dict[str, object], pointer: str) -> None:
    """With the field that has to be mended."""
    with pytest.raises(InvalidError) as refusal:
        desk.sending.send(SELLER, "seller", replace(DRAFT, **change), None)  # type: ignore[arg-type]  # a field's value
    assert refusal.value.errors[0].pointer == pointer


def test_a_card_of_others_cannot_be_written_from(desk: Desk) -> None:
    """To an outsider it does not exist."""
    with pytest.raises(NotFoundError):
        desk.sending.send(STRANGER, "stranger", DRAFT, None)


def test_who_has_no_mailbox_writes_from_the_companys_first(desk: Desk) -> None:
    """Without any mailbox nobody writes."""
    desk.mailbox("later@demo.example", "Позже", STRANGER.id)
    assert desk.sending.send(OWNER, "owner", DRAFT, None).mailbox == "sales@demo.example"
    desk.store.boxes.clear()
    with pytest.raises(ConflictError, match="no mailbox"):
        desk.sending.send(OWNER, "owner", DRAFT, None)


@pytest.mark.parametrize("address", ["a@evil.example", "reply+x@demo.example", "a@notdemo.example"])
def test_a_mailbox_must_be_one_that_is_read_here(desk: Desk, address: str) -> None:
    """Mail to other domains never comes; reply addresses are of another use."""
    with pytest.raises(InvalidError):
        desk.mailbox(address, "Чужой", DEPARTMENT)

"""Letters of colleagues: copies of what they wrote, what they forward, and what concerns nobody outside."""

from datetime import UTC, datetime

import pytest
from tests.unit.communications.fakes import KEY, OWNER, SELLER, STRANGER, Desk
from tests.unit.communications.letters import CLIENT, SALES, letter, stamps

from chalicelib.communications.model import (
    Colleague,
    Communication,
    Direction,
    State,
    drop_address,
)
from portal.principals import Actor

IVAN, PETR = "ivan@demo.example", "petr@demo.example"
DROP = drop_address(KEY, SELLER.id, "demo.example")
SELLER_ACTOR = Actor("employee", SELLER.id, SELLER.name)
FORWARDED = """Важно

---------- Forwarded message ---------
From: Anna <anna@zakaz.example>
Date: Mon, Nov 23, 2026 at 10:00 AM
Subject: Pumps
To: <ivan@demo.example>

How much?"""


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.colleagues.follow(Colleague(SELLER.id, SELLER.name, IVAN))
    desk.colleagues.follow(Colleague(STRANGER.id, STRANGER.name, PETR))
    return desk


def written(
    to: str,
    text: str = "Да",
    recipient: str = SALES,
    sender: str = IVAN,
    number: int = 1,
    dmarc: str = "pass",
) -> bytes:
    """A letter of a colleague's, sent from his own mail program."""
    top = stamps(recipient, domain="demo.example", spf=dmarc, dkim=dmarc, dmarc=dmarc)
    content = letter(text, top=top, sender=f"Ivan <{sender}>", message_id=f"<{number}@demo>")
    return content.replace(b"Subject: Zakaz", b"Subject: Fwd: x").replace(
        f"To: {SALES}".encode(), f"To: {to}".encode()
    )


def told(desk: Desk) -> list[str]:
    """The names of what was announced."""
    return [event.type.partition(".")[2] for event in desk.store.events]


@pytest.mark.parametrize("hidden", [True, False])
def test_a_copy_of_what_a_colleague_wrote_is_his_letter_to_the_client(
    desk: Desk, *, hidden: bool
) -> None:
    """A hidden copy to his drop address, or an open one to a mailbox: linked by the client's address."""
    to, recipient = (CLIENT, DROP) if hidden else (f"{CLIENT}, {SALES}", SALES)
    record = desk.stored(written(to, recipient=recipient))
    assert (record.direction, record.author, record.dropped) == (
        Direction.OUTBOUND,
        SELLER_ACTOR,
        True,
    )
    assert (record.counterparts, told(desk)) == ((CLIENT,), ["communication_sent"])
    assert desk.store.events[0].actor == SELLER_ACTOR
    assert f"employee:{SELLER.id}" in record.audience or SALES in record.mailboxes


@pytest.mark.parametrize("dropped", [True, False])
def test_a_forwarded_letter_is_its_authors(desk: Desk, *, dropped: bool) -> None:
    """Incoming from the client with its own date, subject and words, whatever the mailbox."""
    to = DROP if dropped else SALES
    record = desk.stored(written(to, FORWARDED, to))
    assert (record.direction, record.sender.address, record.subject) == (
        Direction.INBOUND,
        CLIENT,
        "Pumps",
    )
    assert record.sent_at == record.at == datetime(2026, 11, 23, 10, tzinfo=UTC)
    assert (record.forwarded_by, record.counterparts) == (SELLER_ACTOR, (CLIENT,))
    assert desk.store.events[0].data["communication"]["brought_by"] == SELLER.id
    body = desk.objects.bodies[record.id]
    assert (body.text, body.note, told(desk)) == ("How much?", "Важно", ["communication_received"])


def test_what_colleagues_write_each_other_stays_in_the_mailbox(desk: Desk) -> None:
    """It is kept there, goes to no card, and nobody hears of it."""
    record = desk.stored(written(f"{SALES}, {PETR}"))
    assert (record.state, record.reason, record.mailboxes) == (State.ASIDE, "internal", (SALES,))
    assert desk.store.events == []


@pytest.mark.parametrize("to", [SALES, CLIENT])
def test_who_only_pretends_to_be_a_colleague_is_a_stranger(desk: Desk, to: str) -> None:
    """Without proof his letter is told like any other, under the name that it gives."""
    record = desk.stored(written(to, FORWARDED, DROP, dmarc="fail"))
    assert (record.direction, record.state) == (Direction.INBOUND, State.UNLINKED)
    assert (record.author, record.forwarded_by, record.sender.address) == (None, None, IVAN)


def test_a_stranger_who_knows_a_drop_address_writes_a_letter(desk: Desk) -> None:
    """It waits for the employee whose address it is."""
    record = desk.stored(letter(top=stamps(DROP)).replace(SALES.encode(), DROP.encode()))
    assert (record.direction, record.sender.address) == (Direction.INBOUND, CLIENT)
    assert f"employee:{SELLER.id}" in record.audience
    altered = DROP.replace("@", "x@")
    other = desk.stored(letter(top=stamps(altered), message_id="<9@x>"), "inbound/2")
    assert f"employee:{SELLER.id}" not in other.audience


def test_who_left_is_no_colleague_and_old_news_change_nothing(desk: Desk) -> None:
    """The latest that is heard of a person counts, in whatever order it comes."""
    left = Colleague(SELLER.id, SELLER.name, IVAN, active=False, as_of="2")
    desk.colleagues.follow(left)
    desk.colleagues.follow(Colleague(SELLER.id, SELLER.name, IVAN, as_of="1"))
    assert desk.stored(written(PETR)).author is None
    assert desk.store.colleague(SELLER.id) == left


def waiting(desk: Desk) -> Communication:
    """A letter that waits for a card."""
    return desk.stored(letter())


def test_a_letter_that_needs_no_card_waits_no_more(desk: Desk) -> None:
    """Until somebody takes that back; what crm says meanwhile does not bring it back."""
    record = waiting(desk)
    desk.aside.put(OWNER, "owner", record.id, aside=True)
    assert desk.store.records[record.id].state is State.ASIDE
    desk.aside.put(OWNER, "owner", record.id, aside=False)
    assert desk.store.records[record.id].state is State.UNLINKED

"""Messages in the portal: a client to the company, and the company to him."""

import pytest
from tests.unit.communications.fakes import CLIENT, CONTACT, DEAL, OTHER_DEAL, SELLER, Desk

from chalicelib.communications.model import Channel, Direction, State, Status
from portal.errors import ConflictError, NotFoundError, TooManyRequestsError
from portal.ids import new_id
from portal.principals import Actor, Principal, Role, contact_grant

TEXT = "Добрый день!\nКогда ждать отгрузку?"


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_client_writes_about_his_deal(desk: Desk) -> None:
    """It stands there at once, is announced with its whole text, and he reads it himself."""
    record = desk.messages.write(CLIENT, "client", DEAL, TEXT, None)
    assert (record.channel, record.direction) == (Channel.PORTAL, Direction.INBOUND)
    assert (record.state, record.cards, record.status) == (State.LINKED, (DEAL,), None)
    (event,) = desk.store.events
    assert (event.type, event.about) == ("communications.communication_received", (DEAL,))
    assert event.actor == Actor("client", CLIENT.id, "Анна")
    assert event.audience == {"role:owner"}
    told = event.data["communication"]
    assert (told["channel"], told["text"]) == ("portal", TEXT)
    assert told["snippet"] == "Добрый день! Когда ждать отгрузку?"
    assert event.data["contact_ids"] == [CONTACT.id]
    shown, body = desk.reading.full(CLIENT, "client", record.id)
    assert (shown.id, body.text) == (record.id, TEXT)


def test_the_company_writes_to_every_client_of_the_deal(desk: Desk) -> None:
    """Nothing has to carry it, so it has been sent as soon as it is written."""
    other = new_id()
    desk.cards.contact_ids = (CONTACT.id, other)
    record = desk.messages.write(SELLER, "seller", DEAL, TEXT, None)
    assert (record.direction, record.status) == (Direction.OUTBOUND, Status.SENT)
    assert record.contact_ids == (CONTACT.id, other)
    (event,) = desk.store.events
    assert event.type == "communications.communication_sent"
    assert event.audience.isdisjoint(map(contact_grant, record.contact_ids))
    assert desk.reading.full(CLIENT, "client", record.id)[1].text == TEXT


def test_what_one_client_writes_no_other_client_reads(desk: Desk) -> None:
    """Though both are on the deal."""
    other = Principal(new_id(), "Чеслав", frozenset({Role.CLIENT}), contact_id=new_id())
    desk.cards.contact_ids = (CONTACT.id, str(other.contact_id))
    record = desk.messages.write(CLIENT, "client", DEAL, TEXT, None)
    with pytest.raises(NotFoundError):
        desk.reading.full(other, "client", record.id)


def test_a_deal_of_others_does_not_exist(desk: Desk) -> None:
    """Nor for an outside account that is no contact."""
    with pytest.raises(NotFoundError):
        desk.messages.write(CLIENT, "client", OTHER_DEAL, TEXT, None)
    partner = Principal(new_id(), "Никто", frozenset({Role.PARTNER}))
    with pytest.raises(NotFoundError):
        desk.messages.write(partner, "client", DEAL, TEXT, None)
    assert desk.store.records == {}


def test_without_a_client_nobody_is_written_to(desk: Desk) -> None:
    """It says what to do."""
    desk.cards.contact_ids = ()
    with pytest.raises(ConflictError, match="Add a contact"):
        desk.messages.write(SELLER, "seller", DEAL, TEXT, None)


def test_the_same_request_writes_once(desk: Desk) -> None:
    """However often it is repeated, and it is counted once."""
    first = desk.messages.write(CLIENT, "client", DEAL, TEXT, "key")
    assert desk.messages.write(CLIENT, "client", DEAL, TEXT, "key") == first
    assert (len(desk.store.records), desk.pace.counted) == (1, [CLIENT.id])


def test_a_client_who_writes_without_end_is_asked_to_wait(desk: Desk) -> None:
    """Nothing is stored then; the company's own people are not counted."""
    desk.pace.enough = True
    with pytest.raises(TooManyRequestsError):
        desk.messages.write(CLIENT, "client", DEAL, TEXT, None)
    assert desk.store.records == {}
    assert desk.messages.write(SELLER, "seller", DEAL, TEXT, None).text == TEXT


def test_a_message_has_no_letter_behind_it(desk: Desk) -> None:
    """Neither to download, nor to send or read again."""
    message = desk.messages.write(SELLER, "seller", DEAL, TEXT, None)
    with pytest.raises(NotFoundError, match="no letter"):
        desk.reading.raw_link(SELLER, "seller", message.id)
    assert desk.sending.retry(SELLER, "seller", message.id) == message
    with pytest.raises(ConflictError):
        desk.retrying.parse(SELLER, "seller", message.id)


def test_a_message_is_not_taken_off_its_deal(desk: Desk) -> None:
    """It was written there, and would wait in no mailbox."""
    message = desk.messages.write(CLIENT, "client", DEAL, TEXT, None)
    with pytest.raises(ConflictError, match="message"):
        desk.choosing.take_off(SELLER, "seller", message.id)


def test_a_message_on_the_wrong_deal_moves_with_its_text(desk: Desk) -> None:
    """The choice is announced with all that the timeline shows."""
    message = desk.messages.write(CLIENT, "client", DEAL, TEXT, None)
    desk.choosing.choose(SELLER, "seller", message.id, OTHER_DEAL)
    event = desk.store.events[-1]
    assert event.data["communication"]["text"] == TEXT
    assert event.data["contact_ids"] == [CONTACT.id]

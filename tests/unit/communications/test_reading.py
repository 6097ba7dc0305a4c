"""Who sees what: one rule for the list, the record, its files and its source."""

from dataclasses import replace

import pytest
from tests.unit.communications.fakes import (
    CLIENT,
    CONTACT,
    DEAL,
    OWNER,
    SELLER,
    STRANGER,
    Desk,
)
from tests.unit.communications.letters import attachment, letter, multipart, stamps

from chalicelib.communications.model import Communication, State, Suggestion
from portal.cards import CardRef
from portal.errors import ConflictError, NotFoundError
from portal.paging import PageRequest
from portal.principals import Principal

PDF = attachment("filename=a.pdf", b"%PDF-1.7")
TROJAN = attachment("filename=a.pdf", b"<svg onload=alert(1)>")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def on(desk: Desk, record: Communication, *cards: CardRef) -> None:
    """The record linked to cards."""
    desk.store.records[record.id] = replace(
        record,
        state=State.LINKED,
        cards=cards,
        contact_ids=tuple(card.id for card in cards if card == CONTACT),
        audience=frozenset({f"employee:{SELLER.id}"}),
    )


@pytest.mark.parametrize(("caller", "seen"), [(SELLER, True), (OWNER, True), (STRANGER, False)])
def test_the_inbox_is_the_departments(desk: Desk, caller: Principal, *, seen: bool) -> None:
    """Of a letter on no card, the mailbox decides."""
    record = desk.stored(letter())
    page = desk.reading.page(caller, None, State.UNLINKED, PageRequest())
    assert [one.id for one in page.items] == ([record.id] if seen else [])
    if seen:
        assert desk.reading.record(caller, None, record.id) == record
    else:
        with pytest.raises(NotFoundError):
            desk.reading.record(caller, None, record.id)


def test_the_card_decides_once_it_stands_on_one(desk: Desk) -> None:
    """Whoever lost the card has lost the letter, though the list still knew him."""
    record = desk.stored(letter())
    on(desk, record, DEAL)
    assert desk.reading.page(SELLER, "seller", State.LINKED, PageRequest()).items
    desk.cards.seen["seller"] = set()
    assert not desk.reading.page(SELLER, "seller", State.LINKED, PageRequest()).items
    with pytest.raises(NotFoundError):
        desk.reading.full(SELLER, "seller", record.id)


def test_a_client_reads_what_stands_on_his_contact(desk: Desk) -> None:
    """The letter itself, and nothing of how the company handles it."""
    record = desk.stored(letter())
    on(desk, record, DEAL, CONTACT)
    shown = desk.reading.record(CLIENT, "client", record.id)
    assert (shown.subject, shown.cards) == ("Zakaz", (CONTACT,))
    assert (shown.mailboxes, shown.link_history, shown.reason) == ((), (), None)
    assert shown.verdicts
    assert shown.verdicts.dmarc is None


def test_a_client_of_the_deal_who_is_no_party_reads_nothing(desk: Desk) -> None:
    """A letter between us and somebody else on his deal is not his."""
    record = desk.stored(letter())
    on(desk, record, DEAL)
    with pytest.raises(NotFoundError):
        desk.reading.record(CLIENT, "client", record.id)


def test_a_strangers_letter_on_his_card_is_not_the_clients(desk: Desk) -> None:
    """A person may put any letter on a contact's card; the contact is then no party to it."""
    record = desk.stored(letter())
    on(desk, record, CONTACT)
    desk.store.records[record.id] = replace(desk.store.records[record.id], contact_ids=())
    with pytest.raises(NotFoundError):
        desk.reading.record(CLIENT, "client", record.id)


def test_a_suggestion_is_shown_to_those_who_may_see_the_card(desk: Desk) -> None:
    """The title of a colleague's deal is not told to the whole department."""
    record = desk.stored(letter())
    mine = Suggestion(DEAL, "Насосы", frozenset({f"employee:{SELLER.id}"}))
    theirs = Suggestion(DEAL, "Чужое", frozenset({f"employee:{STRANGER.id}"}))
    desk.store.records[record.id] = replace(record, suggestions=(mine, theirs))
    (listed,) = desk.reading.page(SELLER, None, State.UNLINKED, PageRequest()).items
    shown, _ = desk.reading.full(SELLER, None, record.id)
    assert (listed.suggestions, shown.suggestions) == ((mine,), (mine,))


def test_an_unlinked_letter_is_not_the_clients(desk: Desk) -> None:
    """Nor any other before it stands on his card."""
    with pytest.raises(NotFoundError):
        desk.reading.record(CLIENT, "client", desk.stored(letter()).id)


def test_files_come_as_downloads_of_harmless_types(desk: Desk) -> None:
    """What the sender claims does not decide what a browser does with it."""
    record = desk.stored(multipart(PDF, TROJAN))
    links = [desk.reading.attachment_link(OWNER, "owner", record.id, n) for n in "01"]
    assert links[0].endswith("&application/pdf")
    assert links[1].endswith("&application/octet-stream")


@pytest.mark.parametrize("index", ["2", "-1", "x", "", "1e0", "٠", "9" * 50])
def test_a_file_that_is_not_there_is_not_found(desk: Desk, index: str) -> None:
    """Whatever stands in the address."""
    record = desk.stored(multipart(PDF, PDF))
    with pytest.raises(NotFoundError):
        desk.reading.attachment_link(OWNER, "owner", record.id, index)


def test_files_with_a_virus_are_withheld(desk: Desk) -> None:
    """From everyone, and with the letter's source."""
    record = desk.stored(multipart(PDF, top=stamps(virus="FAIL")))
    with pytest.raises(ConflictError, match="virus"):
        desk.reading.attachment_link(OWNER, "owner", record.id, "0")
    with pytest.raises(ConflictError, match="virus"):
        desk.reading.raw_link(OWNER, "owner", record.id)


def test_the_source_can_be_had(desk: Desk) -> None:
    """As it came, by whoever may see the letter."""
    record = desk.stored(letter())
    assert desk.reading.raw_link(OWNER, "owner", record.id).startswith("https://files/inbound/1")
    with pytest.raises(NotFoundError):
        desk.reading.raw_link(STRANGER, "stranger", record.id)

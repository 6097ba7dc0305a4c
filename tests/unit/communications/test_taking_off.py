"""Taking a letter off its cards: who may, what is announced, and what crm says before and after."""

from typing import Any

import pytest
from tests.unit.communications.fakes import (
    CLIENT,
    CONTACT,
    DEAL,
    OTHER_DEAL,
    SELLER,
    STRANGER,
    Desk,
)
from tests.unit.communications.letters import letter
from tests.unit.communications.words_of_crm import linked, unlinked

from chalicelib.communications.model import State
from portal.errors import NotFoundError


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_what_is_taken_off_waits_again_for_its_mailbox_and_for_who_did_it(desk: Desk) -> None:
    """At once, with its trace; crm hears from which card."""
    record = desk.stored(letter())
    linked(desk, record, 1, "address", DEAL, CONTACT)
    after = desk.choosing.take_off(SELLER, "seller", record.id)
    assert (after.state, after.reason, after.cards) == (State.UNLINKED, "taken_off", ())
    assert after.audience == record.audience | {f"employee:{SELLER.id}"}
    (change,) = after.link_history
    assert (change.by.id, change.former, change.card) == (SELLER.id, (DEAL, CONTACT), None)
    event = desk.store.events[-1]
    assert (event.detail_type, event.about) == ("communications.link_removed.v1", (DEAL,))
    assert event.audience == after.audience


def test_taking_off_again_is_silent(desk: Desk) -> None:
    """Two clicks are one, and a letter that waits anyway has nothing to be taken off."""
    record = desk.stored(letter())
    unlinked(desk, record, 1, CONTACT)
    assert desk.choosing.take_off(SELLER, "seller", record.id).reason == "several_open_deals"
    desk.choosing.choose(SELLER, "seller", record.id, DEAL)
    for _ in range(2):
        desk.choosing.take_off(SELLER, "seller", record.id)
    types = [event.type.partition(".")[2] for event in desk.store.events]
    assert types == ["communication_received", "link_chosen", "link_removed"]


def test_crms_older_word_does_not_put_it_back(desk: Desk) -> None:
    """Until crm has heard of it; what crm says then counts, and so does a choice after it."""
    record = desk.stored(letter())
    linked(desk, record, 1, "address", DEAL)
    desk.choosing.take_off(SELLER, "seller", record.id)
    linked(desk, record, 2, "person", OTHER_DEAL)
    unlinked(desk, record, 3)
    assert desk.store.records[record.id].reason == "taken_off"
    unlinked(desk, record, 4, CONTACT, reason="taken_off")
    after = desk.store.records[record.id]
    assert (after.awaits_choice, after.cards) == (False, (CONTACT,))
    assert desk.choosing.choose(SELLER, "seller", record.id, DEAL).state is State.LINKED


@pytest.mark.parametrize(("caller", "token"), [(STRANGER, "stranger"), (CLIENT, "client")])
def test_who_may_not_see_the_letter_cannot_take_it_off(desk: Desk, caller: Any, token: str) -> None:
    """To an outsider it does not exist."""
    record = desk.stored(letter())
    linked(desk, record, 1, "address", DEAL)
    with pytest.raises(NotFoundError):
        desk.choosing.take_off(caller, token, record.id)
    assert desk.store.records[record.id].state is State.LINKED

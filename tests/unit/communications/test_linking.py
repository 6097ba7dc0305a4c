"""On which card a letter stands: a person's choice, and what crm says before and after it."""

from typing import Any

import pytest
from tests.unit.communications.fakes import (
    CLIENT,
    CONTACT,
    DEAL,
    OTHER_DEAL,
    OWNER,
    SELLER,
    STRANGER,
    Desk,
)
from tests.unit.communications.letters import letter
from tests.unit.communications.words_of_crm import linked, unlinked

from chalicelib.communications.model import Communication, State
from portal.cards import CardKind, CardRef
from portal.errors import ConflictError, NotFoundError
from portal.ids import new_id


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_crm_puts_a_letter_on_its_cards(desk: Desk) -> None:
    """From then on the cards' audience may see it."""
    record = desk.stored(letter())
    linked(desk, record, 1, "address", DEAL, CONTACT)
    after = desk.store.records[record.id]
    assert (after.state, after.cards) == (State.LINKED, (DEAL, CONTACT))
    assert after.audience == {f"employee:{SELLER.id}"}


def test_an_open_question_keeps_suggestions_and_reason(desk: Desk) -> None:
    """It stands on the contact meanwhile, and waits in the inbox."""
    record = desk.stored(letter())
    unlinked(desk, record, 1, CONTACT)
    after = desk.store.records[record.id]
    assert (after.state, after.reason, after.cards) == (
        State.UNLINKED,
        "several_open_deals",
        (CONTACT,),
    )
    assert [one.card for one in after.suggestions] == [DEAL, OTHER_DEAL]


@pytest.mark.parametrize("order", [(1, 2), (2, 1), (2, 2, 1), (1, 2, 1)])
def test_the_newest_word_of_crm_counts(desk: Desk, order: tuple[int, ...]) -> None:
    """Repeated and reordered, the result is the same."""
    record = desk.stored(letter())
    for revision in order:
        if revision == 1:
            unlinked(desk, record, 1)
        else:
            linked(desk, record, 2, "person", DEAL)
    assert desk.store.records[record.id].state is State.LINKED


def test_what_is_not_here_changes_nothing(desk: Desk) -> None:
    """Such an event is not for us."""
    record = Desk().stored(letter())
    linked(desk, record, 1, "address", DEAL)
    assert desk.store.records == {}


def test_a_choice_counts_at_once_and_is_announced(desk: Desk) -> None:
    """With its trace: who, when, from where, to where."""
    record = desk.stored(letter())
    unlinked(desk, record, 1, CONTACT)
    after = desk.choosing.choose(SELLER, "seller", record.id, DEAL)
    assert (after.state, after.cards, after.suggestions, after.reason) == (
        "linked",
        (DEAL,),
        (),
        None,
    )
    (change,) = after.link_history
    assert (change.by.id, change.former, change.card, change.at) == (
        SELLER.id,
        (CONTACT,),
        DEAL,
        desk.now,
    )
    event = desk.store.events[-1]
    assert (event.detail_type, event.about) == ("communications.link_chosen.v1", (DEAL,))
    assert (event.actor.id, event.data["card"]) == (SELLER.id, {"kind": "deal", "id": DEAL.id})


def test_crms_older_word_does_not_undo_a_choice(desk: Desk) -> None:
    """Until crm has heard of the choice, nothing else that it says counts; then its cards do."""
    record = desk.stored(letter())
    desk.choosing.choose(SELLER, "seller", record.id, OTHER_DEAL)
    desk.choosing.choose(SELLER, "seller", record.id, DEAL)
    unlinked(desk, record, 1)
    linked(desk, record, 2, "person", OTHER_DEAL, CONTACT)
    assert desk.store.records[record.id].cards == (DEAL,)
    linked(desk, record, 3, "person", DEAL, CONTACT)
    assert desk.store.records[record.id].cards == (DEAL, CONTACT)
    linked(desk, record, 4, "thread", OTHER_DEAL)
    assert desk.store.records[record.id].cards == (OTHER_DEAL,)


def test_the_same_choice_again_is_silent(desk: Desk) -> None:
    """Two clicks are one choice."""
    record = desk.stored(letter())
    for _ in range(2):
        desk.choosing.choose(SELLER, "seller", record.id, DEAL)
    assert len(desk.store.events) == 2
    assert len(desk.store.records[record.id].link_history) == 1


@pytest.mark.parametrize(("caller", "token"), [(STRANGER, "stranger"), (CLIENT, "client")])
def test_who_may_not_see_the_letter_cannot_move_it(desk: Desk, caller: Any, token: str) -> None:
    """To an outsider it does not exist."""
    record = desk.stored(letter())
    with pytest.raises(NotFoundError):
        desk.choosing.choose(caller, token, record.id, DEAL)


def test_a_card_that_one_may_not_see_cannot_be_chosen(desk: Desk) -> None:
    """Nor does such a card exist for him."""
    record = desk.stored(letter())
    with pytest.raises(NotFoundError, match="card"):
        desk.choosing.choose(SELLER, "seller", record.id, CardRef(CardKind.DEAL, new_id()))
    assert desk.store.records[record.id].state is State.UNLINKED


def test_the_trace_stays_within_bounds(desk: Desk) -> None:
    """However often two people quarrel about a letter, the item holds it."""
    record = desk.stored(letter())
    for at in range(120):
        desk.choosing.choose(OWNER, "owner", record.id, (DEAL, OTHER_DEAL)[at % 2])
    assert len(desk.store.records[record.id].link_history) == 100


def test_a_letter_that_was_not_sent_cannot_be_moved(desk: Desk) -> None:
    """It is still its author's business."""
    record = desk.stored(letter())
    desk.store.records[record.id] = Communication(
        id=record.id,
        direction=record.direction,
        at=record.at,
        sender=record.sender,
        audience=record.audience,
        status="failed",  # type: ignore[arg-type]  # equal to the enumeration's member
    )
    with pytest.raises(ConflictError):
        desk.choosing.choose(SELLER, "seller", record.id, DEAL)

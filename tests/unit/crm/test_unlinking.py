"""Taking letters off their cards: where they stand then, who hears of it, and in any order."""

from dataclasses import replace
from itertools import permutations

import pytest
from tests.unit.crm.linking_fakes import SELLER, Office, chosen, received, sent

from chalicelib.crm.model.cards import Card
from chalicelib.crm.model.linking import LinkedBy, Reason
from portal.events import Event

CLIENT = "anna@romashka.example"
STRANGER = "stranger@elsewhere.example"


@pytest.fixture
def office() -> Office:
    return Office()


def removed(letter: Event, card: Card, minutes: int = 1) -> Event:
    """A person's taking a letter off a card, some minutes after the morning."""
    event = chosen(letter, card, minutes)
    return replace(event, type="communications.link_removed")


def test_a_stranger_s_letter_stands_on_no_card_afterwards(office: Office) -> None:
    """It waits as one that was taken off, and its history keeps both what was and what is."""
    deal = office.deal()
    office.hear(letter := received(STRANGER))
    office.hear(chosen(letter, deal))
    link = office.hear(removed(letter, deal, minutes=2))
    assert (link.main, link.reason, link.left) == (None, Reason.TAKEN_OFF, deal.ref)
    assert office.standing(letter) == set()
    assert (link.history[-1].before, link.history[-1].after) == ((deal.ref,), ())
    assert (link.history[-1].actor, link.actor.kind) == (SELLER, "guest")


def test_a_client_s_letter_stays_on_his_own_card(office: Office) -> None:
    """Off the deal, and off the card of whom it concerned only because of the deal; his deals are suggested."""
    boss = office.contact("boss@romashka.example")
    deal = office.deal(office.client, boss)
    letter = received(CLIENT, "boss@romashka.example")
    office.hear(letter)
    office.hear(removed(letter, deal))
    assert office.standing(letter) == {office.client.ref, office.firm.ref}
    told = office.announced("crm.communication_unlinked")[-1]
    assert told.data["reason"] == "taken_off"
    assert [one["card"]["id"] for one in told.data["suggestions"]] == [deal.id]


def test_a_letter_taken_off_its_sender_s_card_does_not_stay_there(office: Office) -> None:
    """The rule that brings it to a contact's card gives way to the person who took it off that card."""
    office.hear(letter := received(CLIENT))
    office.hear(removed(letter, office.client))
    assert office.standing(letter) == set()


def test_it_is_taken_back_by_choosing_again_and_tells_nobody_twice(office: Office) -> None:
    """The card's people were told of the letter when it came."""
    deal = office.deal(office.client)
    office.hear(letter := received(CLIENT))
    office.hear(removed(letter, deal, minutes=1))
    link = office.hear(chosen(letter, deal, minutes=2))
    assert (link.main, link.by, link.left) == (deal.ref, LinkedBy.PERSON, None)
    assert deal.ref in office.standing(letter)
    assert len(office.announced("crm.entry_added")) == 1


def test_the_same_removal_again_changes_nothing(office: Office) -> None:
    """However often the stream repeats it."""
    deal = office.deal(office.client)
    office.hear(letter := received(CLIENT))
    event = removed(letter, deal)
    first = office.hear(event)
    assert office.hear(event) == first
    assert len(office.announced("crm.communication_unlinked")) == 1


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_in_any_order_the_last_word_of_a_person_stands(
    office: Office, order: tuple[int, ...]
) -> None:
    """The letter, a choice, its removal, and our answer's arrival among them end alike."""
    deal = office.deal(office.client)
    letter = received(CLIENT)
    events = [
        letter,
        chosen(letter, deal, minutes=1),
        removed(letter, deal, minutes=2),
        received(CLIENT, communication={"id": letter.data["communication"]["id"]}),
    ]
    for at in order:
        link = office.hear(events[at])
    assert (link.main, link.reason) == (None, Reason.TAKEN_OFF)
    assert deal.ref not in office.standing(letter)


def test_a_later_choice_wins_over_an_earlier_removal_that_comes_late(office: Office) -> None:
    """Two people at once: who was last decides."""
    wrong, right = office.deal(office.client), office.deal()
    office.hear(letter := received(CLIENT))
    office.hear(chosen(letter, right, minutes=2))
    link = office.hear(removed(letter, wrong, minutes=1))
    assert (link.main, link.by) == (right.ref, LinkedBy.PERSON)


def test_what_we_sent_and_took_off_is_not_put_back_by_its_own_news(office: Office) -> None:
    """The news of sending may come again after it was taken off."""
    deal = office.deal(office.client)
    letter = sent(deal, CLIENT)
    office.hear(removed(letter, deal))
    assert office.hear(letter).reason is Reason.TAKEN_OFF


def test_the_entry_says_of_which_thread_it_is(office: Office) -> None:
    """A letter of before there were threads is a thread of its own."""
    deal = office.deal(office.client)
    office.hear(question := received(CLIENT))
    first = question.data["communication"]["id"]
    office.hear(sent(deal, CLIENT, communication={"thread_id": first}))
    assert {entry.thread_id for entry in office.links.timelines[deal.ref].values()} == {first}


@pytest.mark.parametrize("of_parents", ["question", "our answer alone"])
def test_a_thread_does_not_return_to_the_card_it_was_taken_off(
    office: Office, of_parents: str
) -> None:
    """Though our own answer in it still stands there; the next letter is found by its address."""
    wrong, right = office.deal(), office.deal(office.client)
    office.hear(question := received(CLIENT))
    office.hear(chosen(question, wrong))
    first = question.data["communication"]["id"]
    office.hear(answer := sent(wrong, CLIENT, communication={"thread_id": first}))
    office.hear(removed(question, wrong, minutes=2))
    ours = answer.data["communication"]["id"]
    parents = [ours, first] if of_parents == "question" else [ours]
    more = received(CLIENT, parent_ids=parents, communication={"thread_id": first})
    link = office.hear(more)
    assert (link.main, link.by) == (right.ref, LinkedBy.ADDRESS)
    office.hear(chosen(question, wrong, minutes=3))
    again = received(CLIENT, parent_ids=parents, communication={"thread_id": first})
    assert office.hear(again).main == wrong.ref


def test_a_card_that_a_letter_was_taken_off_is_not_remembered(office: Office) -> None:
    """The choice was wrong, so the client's next letter asks again; another's choice stays."""
    wrong, other = office.deal(office.client), office.deal(office.client)
    office.hear(letter := received(CLIENT))
    office.hear(chosen(letter, wrong))
    office.hear(removed(letter, other, minutes=2))
    assert office.links.choices == {office.client.id: wrong.id}
    office.hear(removed(letter, wrong, minutes=3))
    assert office.hear(received(CLIENT)).reason is Reason.SEVERAL_OPEN_DEALS

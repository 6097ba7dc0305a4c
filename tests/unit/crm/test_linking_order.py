"""Linking under repetition, disorder, crashes and haste: the entry stands once."""

from datetime import timedelta

import pytest
from tests.unit.crm.linking_fakes import MORNING, SELLER, Office, chosen, received, sent

from chalicelib.crm.model.linking import KEPT_MOVES, LinkedBy
from portal.errors import ConflictError
from portal.events import Event
from portal.ids import new_id
from portal.principals import Actor

CLIENT = "anna@romashka.example"


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.mark.parametrize("address", [CLIENT, "stranger@elsewhere.example"])
@pytest.mark.parametrize("decided_by", ["rules", "a person"])
def test_the_same_event_again_changes_nothing(
    office: Office, address: str, decided_by: str
) -> None:
    """Nothing is written or announced a second time, whatever was decided the first time."""
    deal = office.deal(office.client)
    letter = received(address)
    event = letter if decided_by == "rules" else chosen(letter, deal)
    office.hear(event)
    before = (dict(office.links.stored), list(office.links.events))
    office.hear(event)
    assert (office.links.stored, office.links.events) == before


def test_relinking_moves_the_entry_and_leaves_a_trace(office: Office) -> None:
    """It leaves the former cards, stands on the new ones, and the history says who moved it."""
    wrong, right = office.deal(office.client), office.deal()
    letter = received(CLIENT)
    office.deal(office.client)
    office.hear(letter)
    office.hear(chosen(letter, wrong))
    link = office.hear(chosen(letter, right, minutes=2))
    assert wrong.ref not in office.standing(letter)
    assert right.ref in office.standing(letter)
    assert [move.by for move in link.history] == [None, LinkedBy.PERSON, LinkedBy.PERSON]
    assert link.history[-1].actor == SELLER
    assert (link.history[-1].before[0], link.history[-1].after[0]) == (wrong.ref, right.ref)


def test_relinking_keeps_the_author(office: Office) -> None:
    """Who chooses the card does not become the letter's author."""
    deal = office.deal()
    office.hear(letter := received(CLIENT))
    office.hear(chosen(letter, deal))
    office.hear(outbound := sent(office.deal(), CLIENT))
    office.hear(chosen(outbound, deal, by=Actor("employee", new_id(), "Другой")))
    inbound_entry, outbound_entry = office.links.timelines[deal.ref].values()
    assert (inbound_entry.actor.kind, inbound_entry.actor.id) == ("client", office.client.id)
    assert outbound_entry.actor == SELLER


def test_every_new_main_card_is_told_and_no_card_twice(office: Office) -> None:
    """The people of the card that gets the letter hear of it; choosing it again tells nobody."""
    first, second = office.deal(office.client), office.deal()
    office.hear(letter := received(CLIENT))
    office.hear(chosen(letter, second))
    office.hear(chosen(letter, second, minutes=2))
    told = [event.data["card"]["id"] for event in office.announced("crm.entry_added")]
    assert told == [first.id, second.id]
    revisions = [e.data["revision"] for e in office.announced("crm.communication_linked")]
    assert revisions == [1, 2, 3]


def test_a_letter_heard_after_its_choice_does_not_undo_it(office: Office) -> None:
    """However late the first event arrives, what a person chose stands."""
    office.deal(office.client)
    other = office.deal()
    letter = received(CLIENT)
    office.hear(chosen(letter, other))
    assert office.hear(letter).main == other.ref


def test_of_two_choices_the_later_one_stands(office: Office) -> None:
    """Whichever arrives first, the letter ends where it was last put."""
    deals = [office.deal(), office.deal()]
    letter = received(CLIENT)
    earlier, later = chosen(letter, deals[0], minutes=1), chosen(letter, deals[1], minutes=2)
    for event in (letter, later, earlier):
        link = office.hear(event)
    assert link.main == deals[1].ref


def test_a_letter_read_again_is_decided_again(office: Office) -> None:
    """What could not be read and waits may be read later, and then finds its card."""
    deal = office.deal(office.client)
    unread = received()
    office.hear(unread)
    again = received(
        CLIENT,
        communication={"id": unread.data["communication"]["id"]},
        occurred_at=MORNING + timedelta(hours=1),
    )
    assert office.hear(again).main == deal.ref


def test_a_letter_read_again_stays_where_it_stands(office: Office) -> None:
    """A letter that has its card does not leave it because another deal was opened meanwhile."""
    office.hear(letter := received(CLIENT))
    office.deal(office.client)
    again = Event(
        **{**vars(letter), "id": new_id(), "occurred_at": MORNING + timedelta(hours=1)},
    )
    assert office.hear(again).main == office.client.ref


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_crash_around_the_write_loses_and_doubles_nothing(office: Office, moment: str) -> None:
    """The event comes again, and then the entry stands once and is announced once."""
    deal = office.deal(office.client)
    letter = received(CLIENT)
    office.links.break_next = moment
    with pytest.raises(ConnectionError):
        office.hear(letter)
    office.hear(letter)
    assert list(office.links.timelines[deal.ref]) == [letter.data["communication"]["id"]]
    assert len(office.announced("crm.entry_added")) == 1


def test_who_was_overtaken_tries_again(office: Office) -> None:
    """A choice saved between reading and writing makes the slower one fail, so that it is repeated."""
    office.deal(office.client)
    other = office.deal()
    letter = received(CLIENT)
    read = office.links.link

    def overtaken(communication_id: str) -> None:
        office.links.link = read  # type: ignore[method-assign]  # the race happens once
        office.hear(chosen(letter, other))

    office.links.link = overtaken  # type: ignore[method-assign]  # somebody is faster
    with pytest.raises(ConflictError):
        office.linking.hear(letter)
    assert office.hear(letter).main == other.ref


def test_what_a_person_chose_is_remembered_only_of_a_known_sender(office: Office) -> None:
    """Nothing is learned from a stranger's letter, from a forged one, or from our own."""
    deal = office.deal(office.client)
    letters = (
        received("stranger@elsewhere.example", CLIENT),
        received(CLIENT, authenticated=False),
        sent(deal, CLIENT),
    )
    for letter in letters:
        office.hear(letter)
        office.hear(chosen(letter, deal))
    assert office.links.choices == {}


def test_events_that_are_not_ours_are_left_alone(office: Office) -> None:
    """The stream carries other announcements too."""
    letter = received(CLIENT)
    office.linking.hear(Event(**{**vars(letter), "type": "communications.mailbox_added"}))
    assert office.links.stored == {}


def test_history_does_not_grow_without_end(office: Office) -> None:
    """A letter moved a thousand times still fits into its item."""
    deal = office.deal()
    office.hear(letter := received(CLIENT))
    for minutes in range(KEPT_MOVES + 5):
        link = office.hear(chosen(letter, deal, minutes=minutes + 1))
    assert len(link.history) == KEPT_MOVES
    assert link.revision == KEPT_MOVES + 6


def test_clients_hear_only_of_what_is_theirs(office: Office) -> None:
    """A contact of the deal who did not take part in the letter is not told of it."""
    other = office.contact("other@romashka.example")
    office.deal(office.client, other)
    office.hear(received(CLIENT))
    for event_type in ("crm.communication_linked", "crm.entry_added"):
        (event,) = office.announced(event_type)
        assert f"contact:{office.client.id}" in event.audience
        assert f"contact:{other.id}" not in event.audience


def test_clients_hear_nothing_of_a_letter_that_waits(office: Office) -> None:
    """Which deals are suggested is for the company's own people."""
    office.deal(office.client)
    office.deal(office.client)
    office.hear(letter := received(CLIENT))
    (event,) = office.announced("crm.communication_unlinked")
    assert event.audience >= letter.audience
    assert not [token for token in event.audience if token.startswith("contact:")]

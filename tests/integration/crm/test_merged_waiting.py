"""What a card waited for that went into another: that one waits for it, until they part again."""

from typing import Any

import pytest
from tests.integration.crm.office import CLIENT_EMAIL, Office
from tests.integration.crm.pulses import (
    LATER,
    SOON,
    announced,
    answer,
    answered_within,
    at,
    moved,
    pulse,
    reminder,
)
from tests.integration.crm.test_consumers import published
from tests.unit.crm.linking_fakes import received

from portal.events import Event
from portal.ids import new_id


@pytest.fixture
def waiting(office: Office) -> Office:
    """A deal with a next step, a file and a client's letter that is to be answered; then it went into another."""
    answered_within(office, 60)
    office.consume(reminder(office, SOON, text="Позвонить"))
    moved(office, received(CLIENT_EMAIL))
    file = {"file_id": new_id(), "card": {"kind": "deal", "id": office.deal}}
    assert office.consume(published("documents/file_received.v1.json", **file)) == []
    return office


def parted_or_merged(office: Office, path: str, body: dict[str, Any]) -> None:
    """Does it, and lets crm hear of the cards that it changed."""
    known = {event["id"] for event in announced("crm.card_changed")}
    done = office.api.post(path, body)
    assert done.status == 200, done.text
    fresh = [event for event in announced("crm.card_changed") if event["id"] not in known]
    assert len(fresh) == 2
    assert office.consume(*map(Event.from_dict, fresh)) == []


def waits_for(office: Office, deal_id: str) -> tuple[Any, Any]:
    """The next step of a deal, and what is to be answered."""
    found = pulse(office, deal_id)
    return found["next_step"], found["waiting"]


def test_the_card_that_stays_waits_for_what_stands_on_both(waiting: Office) -> None:
    """The step, the answer and the file are there; the card that went waits for nothing; parted, each has its own."""
    stays = waiting.add_deal("Поставка труб, повтор")
    before = pulse(waiting)
    assert before["next_step"]
    assert before["waiting"]["answer_by"]
    parted_or_merged(waiting, f"/crm/deals/{stays}/merge", {"other_id": waiting.deal})
    assert waits_for(waiting, stays) == (before["next_step"], before["waiting"])
    assert waits_for(waiting, waiting.deal) == (None, None)
    assert waiting.ids("deals", stays, "file") == waiting.ids("deals", waiting.deal, "file") != []
    parted_or_merged(waiting, f"/crm/deals/{waiting.deal}/unmerge", {})
    assert waits_for(waiting, waiting.deal) == (before["next_step"], before["waiting"])
    assert waits_for(waiting, stays) == (None, None)
    assert waiting.ids("deals", waiting.deal, "file")


def test_what_comes_to_the_card_that_went_counts_on_the_one_that_stays(waiting: Office) -> None:
    """A reminder that is done there, or set; and our answer to the client's letter."""
    stays = waiting.add_deal("Поставка труб, повтор")
    parted_or_merged(waiting, f"/crm/deals/{stays}/merge", {"other_id": waiting.deal})
    step = pulse(waiting, stays)["next_step"]
    waiting.consume(
        reminder(waiting, None, 5, reminder_id=step["reminder_id"]),
        reminder(waiting, LATER, 6, text="Написать"),
    )
    assert pulse(waiting, stays)["next_step"]["text"] == "Написать"
    moved(waiting, at(answer(waiting), 30))
    assert pulse(waiting, stays)["waiting"] is None
    assert pulse(waiting, stays)["first_answer"]["minutes"] == 30

"""How long clients wait for an answer, from their letters to what people are told."""

from datetime import timedelta

from tests.integration.crm.office import CLIENT_EMAIL, Office
from tests.integration.crm.pulses import (
    announced,
    answer,
    answered_within,
    at,
    deal_changed,
    moved,
    pulse,
)
from tests.integration.crm.test_consumers import published
from tests.integration.crm.test_linking import chosen, letter_id
from tests.unit.crm.linking_fakes import MORNING, received

from chalicelib.crm.store.talks import AnswerItem
from portal.clock import to_wire


def test_a_deal_that_is_closed_waits_for_nothing(office: Office) -> None:
    """Neither for a step nor for an answer."""
    answered_within(office, 60)
    moved(office, received(CLIENT_EMAIL))
    won = office.pipeline["stages"][1]["id"]
    office.api.post(f"/crm/deals/{office.deal}/stage", {"stage_id": won})
    office.consume(deal_changed(office, "stage_id"))
    found = pulse(office)
    assert (found["waiting"], found["stepless_since"]) == (None, None)
    office.world.app("crm").invoke("tick", {})
    assert announced("crm.answer_overdue") == []


def test_a_client_waits_from_his_first_letter_until_ours(office: Office) -> None:
    """By the hours of the company; how soon the first answer came is kept."""
    answered_within(office, 90)
    ask, again = at(received(CLIENT_EMAIL), 0), at(received(CLIENT_EMAIL), 10)
    moved(office, again, ask)
    waiting = pulse(office)["waiting"]
    assert waiting == {
        "communication_id": letter_id(ask),
        "since": to_wire(MORNING),
        "soon_from": to_wire(MORNING + timedelta(minutes=68)),
        "answer_by": to_wire(MORNING + timedelta(minutes=90)),
    }
    moved(office, at(answer(office), 130))
    found = pulse(office)
    assert (found["waiting"], found["first_answer"]["minutes"]) == (None, 130)
    moved(office, at(received(CLIENT_EMAIL), 200))
    assert pulse(office)["waiting"]["since"] == to_wire(MORNING + timedelta(minutes=200))
    assert pulse(office)["first_answer"]["minutes"] == 130


def test_each_answer_is_measured_beside_the_first(office: Office) -> None:
    """The last one stands until the next, a second word of ours to the same question does not displace it."""
    answered_within(office, 60)
    moved(office, at(received(CLIENT_EMAIL), 0), at(answer(office), 50))
    moved(office, at(received(CLIENT_EMAIL), 100), at(answer(office), 190), at(answer(office), 200))
    found = pulse(office)
    assert found["answer_within"] == 60
    assert [found[name]["minutes"] for name in ("first_answer", "last_answer")] == [50, 90]
    kept = list(AnswerItem.query(f"answers#deal:{office.deal}"))
    assert [(item.minutes, item.within) for item in kept] == [(50, 60), (90, 60)]


def test_an_answer_that_is_heard_of_first_ends_the_waiting_all_the_same(office: Office) -> None:
    """The letters tell their own instants."""
    moved(office, at(answer(office), 30), at(received(CLIENT_EMAIL), 0))
    found = pulse(office)
    assert (found["waiting"], found["first_answer"]["minutes"]) == (None, 30)


def test_neither_a_machine_nor_old_correspondence_waits(office: Office) -> None:
    """An automatic answer wants none, and what is brought in after weeks is history."""
    machine = received(CLIENT_EMAIL, communication={"automatic": True})
    old = received(CLIENT_EMAIL, occurred_at=MORNING + timedelta(days=30))
    moved(office, machine, old)
    assert pulse(office)["waiting"] is None


def test_a_letter_that_moves_takes_the_waiting_along(office: Office) -> None:
    """The deal that it left waits for nothing."""
    ask = received(CLIENT_EMAIL)
    moved(office, ask)
    other = office.add_deal("Ремонт котельной")
    assert pulse(office)["waiting"]
    office.hear(chosen(ask, other, minutes=2))
    office.consume(published("crm/communication_linked.v1.json", communication_id=letter_id(ask)))
    assert pulse(office)["waiting"] is None
    assert pulse(office, other)["waiting"]["communication_id"] == letter_id(ask)


def test_people_are_told_once_of_an_overdue_answer(office: Office) -> None:
    """By the clock of the portal, however often it ticks."""
    answered_within(office, 60)
    ask = received(CLIENT_EMAIL)
    moved(office, ask)
    for _ in range(2):
        office.world.app("crm").invoke("tick", {})
    (told,) = announced("crm.answer_overdue")
    assert told["data"] == {
        "card": {"kind": "deal", "id": office.deal, "title": "Поставка труб"},
        "owner_id": office.seller.id,
        "waiting_since": to_wire(MORNING),
        "due_at": to_wire(MORNING + timedelta(hours=1)),
        "communication_id": letter_id(ask),
    }
    assert not any(grant.startswith("contact:") for grant in told["audience"])
    moved(office, at(answer(office), 130))
    office.world.app("crm").invoke("tick", {})
    assert announced("crm.answer_overdue") == []

"""The next step of a deal, from the news of reminders to what people are told."""

from datetime import timedelta
from itertools import permutations
from typing import Any

from tests.integration.crm.office import Office
from tests.integration.crm.pulses import (
    LATER,
    SOON,
    announced,
    deal_changed,
    pulse,
    reminder,
)

from chalicelib.crm.service.pulse import Ticking
from chalicelib.crm.store import CardStore, PulseStore
from portal.clock import to_wire, utc_now
from portal.ids import new_id


def test_the_next_step_is_the_earliest_open_reminder_whatever_the_order(office: Office) -> None:
    """Colleagues' as well; one that is done is none, even if the news of its setting comes last."""
    first, second = reminder(office, SOON, text="Позвонить"), reminder(office, LATER)
    done = reminder(office, None, 5, reminder_id=first.data["reminder_id"])
    assert office.consume(second, first, first) == []
    step = pulse(office)["next_step"]
    assert (step["text"], step["due_at"]) == ("Позвонить", to_wire(SOON))
    assert step["person_name"] == first.data["person_name"]
    for order in permutations((first, second, done)):
        assert office.consume(*order) == []
        assert pulse(office)["next_step"]["reminder_id"] == second.data["reminder_id"]


def test_a_client_does_not_see_what_cards_wait_for(office: Office) -> None:
    """Not even of his own deal."""
    api = office.world.client("crm", office.client)
    assert api.get(f"/crm/pulse?cards=deal:{office.deal}").status == 403


def test_people_are_told_once_of_a_deal_without_a_next_step(office: Office) -> None:
    """A working day after it had none; a step that was set and done begins a new spell."""
    office.consume(deal_changed(office))
    assert pulse(office)["stepless_since"]
    late = Ticking(PulseStore(), CardStore(), lambda: utc_now() + timedelta(days=5), new_id)
    late.tick()
    late.tick()
    (told,) = announced("crm.next_step_missing")
    assert told["data"]["card"] == {"kind": "deal", "id": office.deal, "title": "Поставка труб"}
    assert told["data"]["owner_id"] == office.seller.id
    assert not any(grant.startswith("contact:") for grant in told["audience"])
    step = reminder(office, SOON)
    office.consume(step, reminder(office, None, 5, reminder_id=step.data["reminder_id"]))
    assert announced("crm.next_step_missing") == []
    late.tick()
    assert len(announced("crm.next_step_missing")) == 1


def test_working_hours_that_cannot_be_are_refused(office: Office) -> None:
    """A zone that is none, a day that ends before it starts, a week without days."""
    api = office.world.client("crm", office.boss)
    good = {
        "zone": "Asia/Omsk",
        "days": [5, 1, 1],
        "starts": "08:30",
        "ends": "17:00",
        "holidays": ["2026-01-01"],
    }
    bad: dict[str, Any]
    for bad in ({"zone": "Марс/Кратер"}, {"ends": "08:00"}, {"days": []}, {"starts": "25:00"}):
        assert api.put("/crm/working-hours", good | bad).status == 422
    assert api.get("/crm/working-hours").json["zone"] == "Europe/Moscow"
    assert api.put("/crm/working-hours", good).json["days"] == [1, 5]
    assert api.get("/crm/working-hours").json["holidays"] == ["2026-01-01"]

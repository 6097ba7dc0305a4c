"""What notifications knows of people, from what they announce."""

from typing import Any

import pytest
from tests.unit.notifications.desk import Desk
from tests.unit.notifications.fakes import MORNING, SELLER

from chalicelib.notifications.consumers import on_person_changed
from portal.events import Event
from portal.ids import new_id
from portal.principals import OWNER_GRANT


@pytest.fixture
def desk() -> Desk:
    return Desk()


def person(event_id: str, **more: Any) -> Event:
    data = {
        "id": SELLER.id,
        "name": "Иван",
        "email": "ivan@demo.example",
        "roles": ["employee"],
        "department_ids": [],
        "headed_department_ids": [],
        "contact_id": None,
        "language": "ru",
        "time_zone": "Europe/Moscow",
        "active": True,
    } | more
    values = {"person": data, "access_changed_at": None}
    return Event(event_id, "people.person_changed", 1, MORNING, values)


def test_a_late_announcement_does_not_undo_a_newer_one(desk: Desk) -> None:
    """The bus keeps no order; of one instant the later id counts."""
    older, newer = "01JD5B8Q3V7W2X4Y6Z8A0C1E7A", "01JD5B8Q3V7W2X4Y6Z8A0C1E7B"
    on_person_changed(desk.reactions, person(newer, email="new@demo.example"))
    on_person_changed(desk.reactions, person(older, email="old@demo.example"))
    assert desk.table.people_[SELLER.id].email == "new@demo.example"


def test_departments_are_those_one_works_in_and_heads(desk: Desk) -> None:
    """An owner is found as one; a client as the contact he is and in no group, whatever his record says."""
    on_person_changed(
        desk.reactions,
        person(new_id(), roles=["owner"], department_ids=["a"], headed_department_ids=["b"]),
    )
    assert desk.table.people_[SELLER.id].memberships == {
        "department:a",
        "department:b",
        "head:b",
        OWNER_GRANT,
    }
    outsider = {"roles": ["client"], "department_ids": ["a"]}
    on_person_changed(desk.reactions, person(new_id(), contact_id="c", **outsider))
    assert desk.table.people_[SELLER.id].memberships == {"contact:c"}
    on_person_changed(desk.reactions, person(new_id(), **outsider))
    assert desk.table.people_[SELLER.id].memberships == frozenset()

"""Two owners who want to be the only one."""

import pytest
from tests.system.emulated import at_once, done
from tests.unit.people.fakes import MemoryAccounts, MemoryStore

from chalicelib.people.events import PersonChanged
from chalicelib.people.model import Person
from chalicelib.people.service import Directory, Leaving
from chalicelib.people.service.directory import PersonChanges
from chalicelib.people.store import TABLE, PeopleStore
from portal.clock import utc_now
from portal.ids import new_id
from portal.principals import SYSTEM, Role

pytestmark = pytest.mark.system

OWNER = frozenset({Role.OWNER})
NO_OWNER = PersonChanges(roles=frozenset({Role.EMPLOYEE}))


@pytest.fixture
def store(emulated: pytest.MonkeyPatch) -> PeopleStore:
    emulated.setattr(TABLE, "_connection", None)
    emulated.setattr(TABLE.Meta, "table_name", "people")
    TABLE.create_table(wait=True)
    return PeopleStore("people")


def test_two_owners_who_depose_one_another_leave_one(store: PeopleStore) -> None:
    """Whatever their tokens say: the moment of the writing decides."""
    people = [Person(new_id(), name, f"{new_id()}@x.example", OWNER) for name in ("Ольга", "Пётр")]
    for each in people:
        store.add(each, PersonChanged(each, None).to_event(new_id(), utc_now(), SYSTEM))
    one, other = people
    directory = Directory(store, MemoryAccounts(MemoryStore()), utc_now, new_id)
    outcomes = at_once(
        lambda: directory.change(one.to_principal(), other.id, NO_OWNER, None),
        lambda: Leaving(store, utc_now, new_id).deactivate(other.to_principal(), one.id, {}, None),
    )
    assert len(done(outcomes)) <= 1
    now = [store.person(each.id) for each in people]
    assert any(each and each.active and Role.OWNER in each.roles for each in now)

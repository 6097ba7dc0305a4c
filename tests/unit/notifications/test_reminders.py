"""Reminders: setting them, and their going off once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.unit.notifications.desk import Desk
from tests.unit.notifications.fakes import COLLEAGUE, DEAL, MORNING, SELLER

from chalicelib.notifications.model import Reminder
from chalicelib.notifications.model.reminders import FURTHEST, SHARDS
from chalicelib.notifications.service.handing import Heir
from chalicelib.notifications.service.reminders import Wish
from chalicelib.notifications.service.ticking import PAGE, PAGES_A_TICK
from portal.cards import CardRef
from portal.clock import to_wire
from portal.due import LeftDueError
from portal.errors import InvalidError, NotFoundError
from portal.ids import new_id
from portal.paging import PageRequest

HOUR = timedelta(hours=1)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def wished(desk: Desk, after: timedelta = HOUR, about: CardRef | None = None) -> Reminder:
    wish = Wish(desk.now + after, "Позвонить", about)
    return desk.reminders.add(SELLER, "Bearer", wish)


def test_a_reminder_goes_off_at_its_instant(desk: Desk) -> None:
    """Not a second before; then its owner is told, and it is no longer among the upcoming."""
    reminder = wished(desk, about=DEAL)
    desk.now += HOUR - timedelta(seconds=1)
    desk.ticking.tick()
    assert desk.table.told(SELLER) == []
    desk.now += timedelta(seconds=1)
    desk.ticking.tick()
    (told,) = desk.table.told(SELLER)
    assert (told.kind, told.text, told.about) == ("reminder", "Позвонить", (DEAL,))
    assert desk.reminders.upcoming(SELLER, PageRequest()).items == []
    fired, added = desk.table.events
    assert fired.type == "notifications.reminder_fired"
    assert fired.data["reminder_id"] == reminder.id
    assert (added.type, added.data["mail"]) == ("notifications.notification_added", True)
    assert fired.audience == added.audience == {f"employee:{SELLER.id}"}


def test_a_double_tick_fires_none_twice(desk: Desk) -> None:
    """The second one finds nothing."""
    wished(desk)
    desk.now += HOUR
    desk.ticking.tick()
    desk.ticking.tick()
    assert len(desk.table.told(SELLER)) == 1


def test_two_ticks_at_once_fire_none_twice(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one that comes second to a reminder leaves it."""
    for _ in range(5):
        wished(desk)
    desk.now += HOUR
    due, inside = desk.table.due, list[bool]()

    def interleaved(*arguments: object) -> object:
        page = due(*arguments)  # type: ignore[arg-type]  # passed on
        if not inside:
            inside.append(True)
            desk.ticking.tick()
        return page

    monkeypatch.setattr(desk.table, "due", interleaved)
    desk.ticking.tick()
    assert len(desk.table.told(SELLER)) == 5


def test_an_outage_delays_and_loses_none(desk: Desk) -> None:
    """All that fell into it go off at the first tick after it, the oldest first in each part."""
    reminders = [wished(desk, timedelta(minutes=minute)) for minute in range(1, 60)]
    desk.now += 2 * HOUR
    assert desk.ticking.tick() == desk.now
    assert len(desk.table.told(SELLER)) == len(reminders)


def test_a_great_many_are_caught_up_with_in_bounded_ticks(desk: Desk) -> None:
    """A tick does what it can, says how far it came, and the next ones go on from there."""
    a_tick = PAGE * PAGES_A_TICK
    pattern = wished(desk)
    for number in range(a_tick * 2):
        reminder = replace(pattern, id=new_id(), at=pattern.at + timedelta(seconds=number))
        there = replace(reminder, id=_in_shard(pattern.shard))
        desk.table.reminders[there.id] = there
    desk.now += timedelta(days=31)
    assert desk.ticking.tick() < desk.now
    assert len(desk.table.told(SELLER)) == a_tick
    desk.ticking.tick()
    desk.ticking.tick()
    assert len(desk.table.told(SELLER)) == a_tick * 2 + 1
    assert desk.table.noted == desk.now


def _in_shard(shard: int) -> str:
    while Reminder(found := new_id(), "", MORNING, "", None, MORNING).shard != shard:
        pass
    return found


def test_all_parts_are_used(desk: Desk) -> None:
    """Ids spread over them."""
    assert {wished(desk).shard for _ in range(100)} == set(range(SHARDS))


def test_one_that_cannot_be_fired_keeps_no_other_waiting(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tick fails after all the others, and the noted instant stays behind."""
    broken = wished(desk)
    for _ in range(3):
        wished(desk)
    fire = desk.table.fire

    def failing(reminder: Reminder, *rest: object) -> None:
        if reminder.id == broken.id:
            raise OSError
        fire(reminder, *rest)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(desk.table, "fire", failing)
    desk.now += HOUR
    with pytest.raises(LeftDueError):
        desk.ticking.tick()
    assert len(desk.table.told(SELLER)) == 3
    assert desk.table.noted is None


@pytest.mark.parametrize("after", [-timedelta(minutes=1, seconds=1), FURTHEST + HOUR])
def test_an_instant_that_will_not_do_is_named(desk: Desk, after: timedelta) -> None:
    """One that has passed, and one that nobody will live to see here."""
    with pytest.raises(InvalidError) as caught:
        wished(desk, after)
    assert caught.value.errors[0].pointer == "/at"
    assert desk.table.reminders == {}


def test_now_by_a_clock_that_is_slow_is_taken(desk: Desk) -> None:
    """It goes off at the next tick."""
    wished(desk, -timedelta(seconds=59))
    desk.ticking.tick()
    assert len(desk.table.told(SELLER)) == 1


def test_a_reminder_is_about_a_card_one_sees(desk: Desk) -> None:
    """Another card might as well not exist."""
    with pytest.raises(InvalidError) as caught:
        wished(desk, about=replace(DEAL, id=new_id()))
    assert caught.value.errors[0].pointer == "/about"


def test_a_reminder_is_taken_back_by_its_owner_alone(desk: Desk) -> None:
    """To anybody else it does not exist."""
    reminder = wished(desk)
    with pytest.raises(NotFoundError):
        desk.reminders.cancel(COLLEAGUE, reminder.id)
    desk.reminders.cancel(SELLER, reminder.id)
    desk.now += HOUR
    desk.ticking.tick()
    assert desk.table.told(SELLER) == []
    with pytest.raises(NotFoundError):
        desk.reminders.cancel(SELLER, reminder.id)


def test_one_that_has_gone_off_is_done_when_its_owner_says_so(desk: Desk) -> None:
    """Until then it stays to be done, late; neighbours hear of each step, and of its end."""
    reminder = wished(desk)
    desk.now += HOUR
    desk.ticking.tick()
    desk.reminders.cancel(SELLER, reminder.id)
    set_up, done = desk.table.announced
    assert set_up.data["due_at"] == to_wire(reminder.at)
    assert (done.data["reminder_id"], done.data["due_at"]) == (reminder.id, None)
    assert done.data["person_name"] == SELLER.name
    with pytest.raises(NotFoundError):
        desk.reminders.cancel(SELLER, reminder.id)


def test_the_reminders_of_one_who_leaves_go_off_at_his_colleagues(desk: Desk) -> None:
    """Those that he had then: what he sets after he has come back is his."""
    wished(desk)
    left_at, desk.now = desk.now, desk.now + timedelta(minutes=1)
    wished(desk)
    desk.handing.hand_over(SELLER.id, Heir(COLLEAGUE.id, COLLEAGUE.name), left_at)
    given = desk.table.announced[-1].data
    assert (given["person_id"], given["person_name"]) == (COLLEAGUE.id, COLLEAGUE.name)
    desk.now += HOUR
    desk.ticking.tick()
    assert (len(desk.table.told(COLLEAGUE)), len(desk.table.told(SELLER))) == (1, 1)

"""Reminders put off, and reworded."""

from datetime import timedelta

import pytest
from tests.unit.notifications.desk import Desk
from tests.unit.notifications.fakes import COLLEAGUE, SELLER

from chalicelib.notifications.model import Reminder
from chalicelib.notifications.service.reminders import ReminderChanges, Wish
from portal.errors import ConflictError, InvalidError, NotFoundError
from portal.paging import PageRequest

HOUR = timedelta(hours=1)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def reminder(desk: Desk) -> Reminder:
    return desk.reminders.add(SELLER, "Bearer", Wish(desk.now + HOUR, "Позвонить", None))


def test_a_reminder_put_off_goes_off_later_and_once(desk: Desk, reminder: Reminder) -> None:
    """Not at its first instant, and then in its new words."""
    changes = ReminderChanges(at=desk.now + 2 * HOUR, text="Написать")
    assert desk.reminders.change(SELLER, reminder.id, changes).text == "Написать"
    for told in ([], ["Написать"], ["Написать"]):
        desk.now += HOUR
        desk.ticking.tick()
        assert [one.text for one in desk.table.told(SELLER)] == told


def test_the_same_change_again_changes_nothing(desk: Desk, reminder: Reminder) -> None:
    """A request that is repeated writes once, even when its instant has come meanwhile."""
    changes = ReminderChanges(at=desk.now + 2 * HOUR)
    first = desk.reminders.change(SELLER, reminder.id, changes)
    desk.now += 3 * HOUR
    assert desk.reminders.change(SELLER, reminder.id, changes) == first
    assert desk.table.changes == 1


def test_a_tick_that_saw_it_due_leaves_one_that_was_put_off(
    desk: Desk, reminder: Reminder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever puts it off while the tick is under way is not told at once all the same."""
    due = desk.table.due
    later = ReminderChanges(at=desk.now + 5 * HOUR)

    def put_off_meanwhile(*arguments: object) -> object:
        page = due(*arguments)  # type: ignore[arg-type]  # passed on
        desk.reminders.change(SELLER, reminder.id, later)
        return page

    monkeypatch.setattr(desk.table, "due", put_off_meanwhile)
    desk.now += HOUR
    desk.ticking.tick()
    assert desk.table.told(SELLER) == []
    assert [one.at for one in desk.reminders.upcoming(SELLER, PageRequest()).items] == [later["at"]]


def test_one_that_has_gone_off_cannot_be_put_off(desk: Desk, reminder: Reminder) -> None:
    """Its owner is told to set a new one."""
    desk.now += HOUR
    desk.ticking.tick()
    with pytest.raises(ConflictError, match="Set a new one"):
        desk.reminders.change(SELLER, reminder.id, ReminderChanges(at=desk.now + HOUR))


def test_nobody_puts_off_another_s(desk: Desk, reminder: Reminder) -> None:
    """To anybody else it does not exist."""
    with pytest.raises(NotFoundError):
        desk.reminders.change(COLLEAGUE, reminder.id, ReminderChanges(text="Не звонить"))


def test_it_cannot_be_put_into_the_past(desk: Desk, reminder: Reminder) -> None:
    """Nothing is changed then."""
    with pytest.raises(InvalidError):
        desk.reminders.change(SELLER, reminder.id, ReminderChanges(at=desk.now - HOUR))
    assert desk.table.reminders[reminder.id] == reminder

"""Reminders that come again: each time told once, by the clock on the wall, until they end."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.unit.notifications.desk import Desk
from tests.unit.notifications.fakes import DEAL, SELLER

from chalicelib.notifications.model import Reminder
from chalicelib.notifications.model.repeats import Repeat, repeat_from
from chalicelib.notifications.service.reminders import Aim, RepeatWish, Wish
from chalicelib.notifications.store.repeats import from_text, to_text
from portal.errors import ConflictError, InvalidError
from portal.paging import PageRequest

MOSCOW, BERLIN = "Europe/Moscow", "Europe/Berlin"
WEEKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def times(rule: str, start: str, zone: str = MOSCOW, most: int = 4) -> list[str]:
    repeat: Repeat | None = repeat_from(rule, zone, at(start))
    found = list[str]()
    while repeat and len(found) < most:
        found.append(f"{repeat.at:%m-%d %H:%M}")
        repeat = repeat.after(repeat.at)
    return found


@pytest.mark.parametrize(
    ("rule", "start", "zone", "expected"),
    [
        (
            WEEKDAYS,
            "2026-11-27T06:00",
            MOSCOW,
            ["11-27 06:00", "11-30 06:00", "12-01 06:00", "12-02 06:00"],
        ),
        (WEEKDAYS, "2026-11-28T06:00", MOSCOW, ["11-30 06:00"]),
        ("FREQ=MONTHLY;BYMONTHDAY=1", "2026-11-24T06:00", MOSCOW, ["12-01 06:00", "01-01 06:00"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-12-31T06:00", MOSCOW, ["12-31 06:00", "01-31 06:00"]),
        ("FREQ=DAILY", "2026-10-24T07:00", BERLIN, ["10-24 07:00", "10-25 08:00"]),
        ("FREQ=DAILY;COUNT=2", "2026-11-24T06:00", MOSCOW, ["11-24 06:00", "11-25 06:00"]),
        ("FREQ=DAILY;UNTIL=20261125", "2026-11-24T06:00", MOSCOW, ["11-24 06:00", "11-25 06:00"]),
        ("FREQ=WEEKLY;INTERVAL=2", "2026-11-24T06:00", MOSCOW, ["11-24 06:00", "12-08 06:00"]),
    ],
)
def test_a_rule_says_when(rule: str, start: str, zone: str, expected: list[str]) -> None:
    """Nine o'clock stays nine o'clock over the change of the clocks, and the end is the end."""
    found = times(rule, start, zone)
    assert found[: len(expected)] == expected
    assert ("COUNT" in rule or "UNTIL" in rule) == (len(found) < 4)


def test_a_time_that_a_day_does_not_have_comes_back_the_next_day() -> None:
    """In the night in which half past two is left out, it is told an hour late, and not ever after."""
    found = times("FREQ=DAILY", "2026-03-28T01:30", BERLIN, 3)
    assert found == ["03-28 01:30", "03-29 01:30", "03-30 00:30"]


@pytest.mark.parametrize(
    ("rule", "zone"),
    [
        ("FREQ=SECONDLY", MOSCOW),
        ("FREQ=DAILY;BYHOUR=1,2,3", MOSCOW),
        ("FREQ=DAILY;FREQ=WEEKLY", MOSCOW),
        ("FREQ=DAILY;INTERVAL=0", MOSCOW),
        ("FREQ=DAILY;UNTIL=20269999", MOSCOW),
        ("FREQ=DAILY;UNTIL=20250101", MOSCOW),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", MOSCOW),
        ("каждый день", MOSCOW),
        ("FREQ=DAILY", "Moon/Base"),
        ("FREQ=DAILY", "../etc/passwd"),
    ],
)
def test_a_rule_that_says_nothing_is_refused(rule: str, zone: str) -> None:
    """At once: what never comes is not looked for until the end of time."""
    with pytest.raises(InvalidError):
        repeat_from(rule, zone, at("2026-11-24T06:00"))


def test_a_repetition_is_stored_whole() -> None:
    """With its end; nothing of one that comes once."""
    repeat = repeat_from("FREQ=DAILY;COUNT=3;UNTIL=20270101", MOSCOW, at("2026-11-24T06:00"))
    assert from_text(to_text(repeat)) == repeat
    assert from_text(to_text(None)) is None
    assert repeat.text == "FREQ=DAILY;COUNT=3;UNTIL=20270101"


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.knows(SELLER)
    return desk


def daily(desk: Desk, rule: str = "FREQ=DAILY") -> Reminder:
    first = desk.now + timedelta(hours=1)
    wish = Wish(first, "Позвонить", DEAL, RepeatWish(rule, MOSCOW))
    return desk.reminders.add(SELLER, "Bearer", wish)


def pending(desk: Desk) -> list[Reminder]:
    return list(desk.reminders.upcoming(SELLER, PageRequest()).items)


def test_it_goes_off_and_comes_again(desk: Desk) -> None:
    """Once a time, however often it is looked at; neighbours hear of the next."""
    reminder = daily(desk)
    desk.now += timedelta(hours=1)
    desk.ticking.tick()
    desk.ticking.tick()
    assert len(desk.table.told(SELLER)) == 1
    (left,) = pending(desk)
    assert (left.id, left.at) == (reminder.id, reminder.at + timedelta(days=1))
    fired, changed = (event for event in desk.table.events[-3:-1])
    assert (fired.type, changed.type) == (
        "notifications.reminder_fired",
        "notifications.reminder_changed",
    )
    assert changed.data["person_name"] == SELLER.name


def test_of_what_was_missed_one_is_told(desk: Desk) -> None:
    """A week without the portal is not seven reminders."""
    daily(desk)
    desk.now += timedelta(days=7, hours=2)
    desk.ticking.tick()
    desk.ticking.tick()
    assert len(desk.table.told(SELLER)) == 1
    assert pending(desk)[0].at > desk.now


def test_the_last_time_is_the_last(desk: Desk) -> None:
    """Then it is gone like any other."""
    daily(desk, "FREQ=DAILY;COUNT=1")
    desk.now += timedelta(hours=1)
    desk.ticking.tick()
    assert (len(desk.table.told(SELLER)), pending(desk)) == (1, [])


def test_putting_off_one_time_leaves_the_rest(desk: Desk) -> None:
    """It becomes a reminder of its own; a repeated request does not take the time after it as well."""
    reminder = daily(desk)
    later = reminder.at + timedelta(minutes=15)
    aim = Aim(reminder.at)
    once = desk.reminders.change(SELLER, reminder.id, {"at": later}, aim)
    with pytest.raises(ConflictError):
        desk.reminders.change(SELLER, reminder.id, {"at": later}, aim)
    assert (once.at, once.repeat) == (later, None)
    assert [one.at for one in pending(desk)] == [later, reminder.at + timedelta(days=1)]


def test_changing_all_that_follow_moves_the_series(desk: Desk) -> None:
    """To another hour; the rule stays."""
    reminder = daily(desk)
    later = reminder.at + timedelta(hours=2)
    desk.reminders.change(SELLER, reminder.id, {"at": later}, Aim(reminder.at, following=True))
    (left,) = pending(desk)
    assert (left.at, left.id) == (later, reminder.id)
    assert left.repeat
    assert left.repeat.rule == "FREQ=DAILY"


def test_one_time_is_skipped(desk: Desk) -> None:
    """The one that was seen, and no other; the last cannot be."""
    reminder = daily(desk, "FREQ=DAILY;COUNT=2")
    moved = desk.reminders.skip(SELLER, reminder.id, reminder.at)
    assert moved.at == reminder.at + timedelta(days=1)
    with pytest.raises(ConflictError):
        desk.reminders.skip(SELLER, reminder.id, reminder.at)
    with pytest.raises(ConflictError):
        desk.reminders.skip(SELLER, reminder.id, moved.at)
    assert len(pending(desk)) == 1

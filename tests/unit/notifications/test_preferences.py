"""How a person is told: what stays silent, what goes by mail, and when."""

from datetime import UTC, datetime, time

import pytest
from tests.unit.notifications.desk import Desk
from tests.unit.notifications.fakes import SELLER
from tests.unit.notifications.test_telling import entry, happened

from chalicelib.notifications.consumers import on_entry_added
from chalicelib.notifications.model import Digest, DigestMode, Kind, Preferences, Quiet
from chalicelib.notifications.store.wishes import from_text, to_text
from portal.errors import InvalidError
from portal.paging import PageRequest

WORK_DAYS = frozenset(range(5))
NIGHT = Quiet(time(20), time(9), WORK_DAYS)
MOSCOW, BERLIN = "Europe/Moscow", "Europe/Berlin"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "now", "end"),
    [
        (MOSCOW, "2026-11-24T10:00", None),
        (MOSCOW, "2026-11-24T18:00", "2026-11-25T06:00"),
        (MOSCOW, "2026-11-25T03:00", "2026-11-25T06:00"),
        (MOSCOW, "2026-11-27T17:30", "2026-11-30T06:00"),
        (MOSCOW, "2026-11-28T12:00", "2026-11-30T06:00"),
        (BERLIN, "2026-10-23T20:00", "2026-10-26T08:00"),
        (BERLIN, "2026-03-27T20:00", "2026-03-30T07:00"),
    ],
)
def test_quiet_ends_at_the_next_working_morning(zone: str, now: str, end: str | None) -> None:
    """By the clock on the person's wall, whether or not it was put forward or back over the weekend."""
    held = Preferences(quiet=NIGHT).held_until(Kind.LETTER, at(now), zone)
    assert held == (at(end) if end else None)


@pytest.mark.parametrize(
    ("digest", "now", "due"),
    [
        (Digest(), "2026-11-24T10:10", None),
        (Digest(DigestMode.HOURLY), "2026-11-24T10:10", "2026-11-24T11:00"),
        (Digest(DigestMode.HOURLY), "2026-11-24T16:30", "2026-11-25T06:00"),
        (Digest(DigestMode.DAILY, time(17)), "2026-11-24T10:10", "2026-11-24T14:00"),
        (Digest(DigestMode.DAILY, time(17)), "2026-11-27T15:00", "2026-11-30T06:00"),
    ],
)
def test_a_digest_waits_for_its_hour_and_for_the_end_of_quiet(
    digest: Digest, now: str, due: str | None
) -> None:
    """Whichever is later."""
    wishes = Preferences(quiet=NIGHT, digest=digest)
    assert wishes.held_until(Kind.LETTER, at(now), MOSCOW) == (at(due) if due else None)


def test_a_reminder_and_chosen_urgent_mail_wait_for_nothing() -> None:
    """The one comes at the minute its owner chose; of the other he said that it must."""
    night = at("2026-11-24T20:00")
    wishes = Preferences(quiet=NIGHT, digest=Digest(DigestMode.DAILY))
    assert wishes.held_until(Kind.REMINDER, night, MOSCOW) is None
    assert wishes.held_until(Kind.ANSWER_OVERDUE, night, MOSCOW)
    urgent = Preferences(quiet=NIGHT, urgent_mail=True)
    assert urgent.held_until(Kind.ANSWER_OVERDUE, night, MOSCOW) is None


def test_equal_ends_make_no_quiet_nights() -> None:
    """Only the days off are quiet then."""
    wishes = Preferences(quiet=Quiet(time(9), time(9), WORK_DAYS))
    assert wishes.held_until(Kind.LETTER, at("2026-11-24T22:00"), MOSCOW) is None
    assert wishes.held_until(Kind.LETTER, at("2026-11-28T10:00"), MOSCOW) == at("2026-11-29T21:00")


def test_quiet_within_a_day_ends_that_day() -> None:
    """Somebody keeps his afternoons to himself."""
    wishes = Preferences(quiet=Quiet(time(13), time(15), WORK_DAYS))
    assert wishes.held_until(Kind.LETTER, at("2026-11-24T11:00"), MOSCOW) == at("2026-11-24T12:00")


def test_wishes_are_stored_whole() -> None:
    """What was chosen is read back."""
    wishes = Preferences(
        frozenset({Kind.FILE}),
        frozenset(),
        NIGHT,
        Digest(DigestMode.DAILY, time(8, 30)),
        urgent_mail=True,
    )
    assert from_text(to_text(wishes)) == wishes
    assert from_text(to_text(Preferences())) == Preferences()


def test_what_is_silent_is_kept_and_not_counted() -> None:
    """It stands among all, and its log says why nobody was disturbed."""
    desk = Desk()
    desk.knows(SELLER)
    desk.wishes.choose(SELLER, Preferences(silent=frozenset({Kind.LETTER})))
    on_entry_added(desk.reactions, happened(entry(participant_ids=[])))
    page, unread = desk.inbox.mine(SELLER, PageRequest(), unread=False)
    assert (len(page.items), unread) == (1, 0)
    log = desk.inbox.deliveries(SELLER, page.items[0].id)
    assert [(one.channel, one.state, one.reason) for one in log] == [
        ("portal", "skipped", "switched_off"),
        ("mail", "skipped", "switched_off"),
    ]


def test_what_is_wanted_by_mail_goes_by_mail() -> None:
    """The event says so."""
    desk = Desk()
    desk.knows(SELLER)
    desk.wishes.choose(SELLER, Preferences(mailed=frozenset({Kind.LETTER})))
    on_entry_added(desk.reactions, happened(entry(participant_ids=[])))
    assert [event.data["mail"] for event in desk.table.events] == [True]


def test_a_reminder_is_never_silent() -> None:
    """Its owner asked for it."""
    with pytest.raises(InvalidError):
        Desk().wishes.choose(SELLER, Preferences(silent=frozenset({Kind.REMINDER})))

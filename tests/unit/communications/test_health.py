"""How mailboxes fare: counted without doubling, and heard when they fall silent."""

from datetime import UTC, datetime

from tests.unit.communications.fakes import OWNER, Desk
from tests.unit.communications.letters import letter, stamps

from chalicelib.communications.consumers import on_minute
from chalicelib.communications.model import Tally, traffic_of, working_hours
from portal.paging import PageRequest

FRIDAY = datetime(2026, 11, 20, 14, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, 7, tzinfo=UTC)


def tally(desk: Desk) -> Tally:
    """That of the desk's only mailbox."""
    (health,) = (one for one in desk.health.all() if one.mailbox)
    return health.tally


def test_copies_and_repetitions_count_once() -> None:
    """A copy is stored once more, and news of the same object changes nothing."""
    desk = Desk()
    for key in ("inbound/1", "inbound/1", "inbound/2"):
        record = desk.stored(letter(), key)
    assert tally(desk) == Tally(stored=2, counted=1, unlinked=1)
    desk.aside.put(OWNER, "owner", record.id, aside=True)
    assert tally(desk) == Tally(stored=2, counted=1, aside=1)


def test_what_could_not_be_read_stands_under_no_mailbox_with_its_reason() -> None:
    """Until it is read."""
    desk = Desk()
    record = desk.stored(b" ")
    lost = desk.health.all()[-1]
    assert (lost.mailbox, lost.tally) == (None, Tally(stored=1, counted=1, failed=1))
    (failed,) = desk.health.failed(OWNER, PageRequest()).items
    assert failed.problem == "The letter is empty."
    desk.objects.keep_raw("inbound/1", letter())
    desk.retrying.parse(OWNER, "owner", record.id)
    assert desk.health.failed(OWNER, PageRequest()).items == []
    assert tally(desk) == Tally(stored=1, counted=1, unlinked=1)


def test_only_working_hours_count() -> None:
    """From Friday evening to Monday morning is two hours."""
    assert working_hours(FRIDAY, MONDAY) == 2


def test_few_letters_tell_nothing_usual() -> None:
    """Somebody who writes once a month alarms nobody."""
    assert traffic_of([FRIDAY], MONDAY).is_silent is False


def test_owners_hear_once_of_each_silence() -> None:
    """When nothing has come for longer than ever was usual."""
    desk = Desk()
    desk.now = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
    for number in range(10):
        text = letter(str(number), message_id=None, top=stamps("sales@demo.example"))
        desk.stored(text, f"inbound/{number}")
        desk.later(minutes=30)
    told = len(desk.store.events)
    on_minute(desk.ticking, desk.health, {})
    assert len(desk.store.events) == told
    desk.later(days=1, minutes=30)
    for _ in range(2):
        on_minute(desk.ticking, desk.health, {})
    (news,) = desk.store.events[told:]
    assert news.detail_type == "communications.mailbox_silent.v1"
    assert news.audience == {"role:owner"}
    assert news.data["usual_hours"] == 0.5

"""How mailboxes fare: counted without doubling, and heard when they fall silent."""

from dataclasses import replace
from datetime import UTC, datetime

from tests.support.contracts import examples
from tests.unit.communications.fakes import OWNER, Desk
from tests.unit.communications.letters import letter, stamps

from chalicelib.communications.consumers import SUBSCRIPTIONS, on_minute
from chalicelib.communications.model import Tally, traffic_of, working_hours
from portal.paging import PageRequest
from portal.working_time import WorkingTime

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
    assert working_hours(FRIDAY, MONDAY, WorkingTime()) == 2


def test_the_hours_of_the_company_count_once_they_are_told() -> None:
    """On Saturdays as well; older news changes nothing."""
    desk, name = Desk(), "crm.working_hours_changed.v1"
    (news,) = examples(name)
    for revision in (2, 1):
        data = dict(news.data) | {"revision": revision, "days": [1, revision + 4]}
        SUBSCRIPTIONS[name](desk.hearing, replace(news, data=data))
    # Of the Saturday eight hours and a half; of the Monday the first four and a half by the clocks of Omsk.
    assert working_hours(FRIDAY, MONDAY, desk.hours.working_time()) == 8.5 + 4.5


def test_few_letters_tell_nothing_usual() -> None:
    """Somebody who writes once a month alarms nobody."""
    assert traffic_of([FRIDAY], MONDAY, WorkingTime()).is_silent is False


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

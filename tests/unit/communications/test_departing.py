"""Letters that wait: taken back, put off, sent once by whoever comes first, and never lost."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.unit.communications.fakes import DEAL, NOON, SELLER, STRANGER, Desk
from tests.unit.communications.letters import letter

from chalicelib.communications.mail import parse
from chalicelib.communications.model import Communication, Draft, State, Status
from chalicelib.communications.service import Placement
from chalicelib.communications.service.mail_service import SendingFailedError
from portal.errors import ConflictError, InvalidError, NotFoundError, UnavailableError
from portal.paging import PageRequest

DRAFT = Draft(DEAL, ("anna@zakaz.example",), (), "Цена", "Сто рублей")
TOMORROW = NOON + timedelta(days=1)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def written(desk: Desk, draft: Draft = DRAFT) -> Communication:
    return desk.sending.send(SELLER, "seller", draft, None)


def test_a_letter_waits_ten_seconds_and_leaves_once(desk: Desk) -> None:
    """However often the queue and the clock name it, and not a second too early."""
    record = written(desk)
    assert (record.status, desk.sender.sent) == (Status.WAITING, [])
    assert desk.queue.told == [(record.id, 10)]
    desk.departing.depart(record.id)
    assert desk.sender.sent == []
    desk.later(seconds=10)
    for _ in range(3):
        desk.departing.depart(record.id)
    ((content, *_),) = desk.sender.sent
    assert (parse(content).text, parse(content).sent_at) == ("Сто рублей", desk.now)
    sent = desk.store.records[record.id]
    assert (sent.status, sent.at, len(desk.store.events)) == (Status.SENT, desk.now, 1)


def test_a_letter_taken_back_never_leaves(desk: Desk) -> None:
    """It comes back with its files, as often as it is asked for, and is gone for all readers."""
    upload, _ = desk.uploads.announce(SELLER, "Прайс.pdf", 3, "application/pdf")
    desk.objects.posted[upload.id] = b"PDF"
    record = written(desk, replace(DRAFT, upload_ids=(upload.id,)))
    for _ in range(2):
        taken = desk.planning.take_back(SELLER, record.id)
        (file,) = taken.uploads
        assert (taken.body.text, file.file_name) == ("Сто рублей", "Прайс.pdf")
        assert desk.objects.posted[file.id] == b"PDF"
    desk.later(seconds=10)
    desk.departing.depart(record.id)
    assert desk.sender.sent == []
    with pytest.raises(NotFoundError):
        desk.reading.record(SELLER, "seller", record.id)


def test_what_has_left_cannot_be_taken_back(desk: Desk) -> None:
    """Nor put off; and a stranger is not told that there was anything."""
    record = written(desk)
    with pytest.raises(NotFoundError):
        desk.planning.take_back(STRANGER, record.id)
    desk.later(seconds=10)
    desk.departing.depart(record.id)
    with pytest.raises(ConflictError, match="left already"):
        desk.planning.take_back(SELLER, record.id)
    with pytest.raises(ConflictError, match="left already"):
        desk.planning.put_off(SELLER, record.id, TOMORROW + timedelta(days=1), unless_answered=True)


def test_a_planned_letter_leaves_at_its_time(desk: Desk) -> None:
    """The clock announces it to the second; put off, it stays though the queue still names it."""
    record = written(desk, replace(DRAFT, leave_at=TOMORROW))
    assert desk.queue.told == []
    desk.now = TOMORROW - timedelta(seconds=30)
    assert (desk.ticking.tick(), desk.queue.told) == (1, [(record.id, 30)])
    desk.planning.put_off(SELLER, record.id, TOMORROW + timedelta(hours=1), unless_answered=False)
    desk.now = TOMORROW
    desk.departing.depart(record.id)
    assert desk.sender.sent == []
    assert [one.id for one in desk.planning.page(SELLER, "seller", DEAL, PageRequest()).items] == [
        record.id
    ]
    assert desk.sending.retry(SELLER, "seller", record.id).status is Status.SENT


@pytest.mark.parametrize("at", [NOON, NOON - timedelta(days=1), NOON + timedelta(days=400)])
def test_an_instant_must_be_ahead(desk: Desk, at: object) -> None:
    """What has passed or is beyond a year is refused by name, and nothing is kept."""
    with pytest.raises(InvalidError):
        written(desk, replace(DRAFT, leave_at=at))  # type: ignore[arg-type]  # an instant
    assert desk.store.records == {}


@pytest.mark.parametrize("keep", [True, False])
def test_a_client_who_writes_earlier_is_noticed(desk: Desk, keep: bool) -> None:  # noqa: FBT001  # a case
    """The letter is marked, and stays for its author's word if he asked for that."""
    draft = replace(DRAFT, leave_at=TOMORROW, unless_answered=keep)
    record = written(desk, draft)
    desk.later(minutes=1)
    came = desk.stored(letter("Уже не нужно"))
    place = Placement(came.id, State.LINKED, 1, frozenset({f"employee:{SELLER.id}"}), (DEAL,))
    desk.following.follow(place)
    desk.following.follow(place)
    marked = desk.store.records[record.id]
    assert marked.departure
    assert marked.departure.answered_at == came.at
    assert marked.status is (Status.HELD if keep else Status.WAITING)
    desk.now = TOMORROW
    desk.departing.depart(record.id)
    assert len(desk.sender.sent) == (0 if keep else 1)


def test_a_passing_refusal_is_tried_again(desk: Desk) -> None:
    """Later each time, with the reason shown meanwhile; at last a person decides."""
    desk.sender.failure = SendingFailedError("Too many letters.", passing=True)
    record = written(desk)
    desk.later(seconds=10)
    desk.departing.depart(record.id)
    waiting = desk.store.records[record.id]
    assert (waiting.status, waiting.failure) == (Status.WAITING, "Too many letters.")
    assert waiting.departure
    assert waiting.departure.at == desk.now + timedelta(minutes=1)
    for _ in range(7):
        desk.later(hours=3)
        desk.departing.depart(record.id)
    assert desk.store.records[record.id].status is Status.FAILED
    desk.sender.failure = None
    assert desk.sending.retry(SELLER, "seller", record.id).status is Status.SENT


def test_silence_is_never_answered_by_a_second_letter(desk: Desk) -> None:
    """After a minute its author is told that nobody knows, and decides."""
    desk.sender.failure = UnavailableError("silence")
    record = written(desk)
    desk.later(seconds=10)
    desk.departing.depart(record.id)
    desk.departing.depart(record.id)
    desk.sender.failure = None
    assert desk.store.records[record.id].status is Status.SENDING
    desk.later(seconds=61)
    assert desk.ticking.tick() == 1
    desk.departing.depart(record.id)
    failed = desk.store.records[record.id]
    assert (failed.status, desk.sender.sent) == (Status.FAILED, [])
    assert "nobody knows" in (failed.failure or "")

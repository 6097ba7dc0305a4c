"""Reading all letters of a mailbox again."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.unit.communications.fakes import NOON, OWNER, Desk
from tests.unit.communications.letters import letter
from tests.unit.communications.memory_replays import MemoryReplays

from chalicelib.communications.model import Arrival
from chalicelib.communications.model.replays import Replay, ReplayState
from chalicelib.communications.pieces import is_piece, on_piece
from chalicelib.communications.service import Replaying, Replays, Rereading
from portal.errors import ConflictError, InvalidError, NotFoundError
from portal.ids import first_id, new_id
from portal.paging import Page, PageRequest
from portal.principals import Actor

BY = Actor.of(OWNER)
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


class Counting(Desk):
    """A desk whose replays are done by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.replays = MemoryReplays()
        (self.box,) = self.store.boxes
        clock = lambda: self.now  # noqa: E731  # as the desk has it
        store = self.store

        class Named:
            mailboxes, records = store.mailboxes, store.records_of

        self.owners = Replays(self.replays, Named(), self.reading, clock, new_id)
        rereading = Rereading(self.store, self.objects, self.receiving)
        self.queue_side = Replaying(self.replays, self.store, rereading, clock, new_id)
        listed = self.store.arrivals
        self.store.arrivals = lambda *asked: self._known(listed(*asked))  # type: ignore[method-assign]  # a memory of its own

    def _known(self, page: Page[Arrival]) -> Page[Arrival]:
        missed = self.replays.missed
        return Page([one for one in page.items if one.communication_id not in missed], page.next)

    def letters(self, count: int) -> None:
        """So many letters, a day between each."""
        for number in range(count):
            self.stored(letter(f"{number}", message_id=None), f"inbound/{number}")
            self.later(days=1)

    def piece(self) -> Replay:
        """The piece of work that was told of last."""
        event = self.replays.told[-1]
        message = {"detail-type": event.detail_type, "detail": event.to_dict()}
        assert is_piece(message)
        on_piece(self.queue_side, message)
        return self.replays.kept[self.box.id]

    def all_pieces(self) -> Replay:
        """Until there is nothing more to do."""
        while (last := self.piece()).runs:
            pass
        return last


def test_a_mailbox_is_read_again_since_a_day_page_by_page() -> None:
    """It is known before how much there is; what came earlier is left alone, and nobody is called again."""
    desk = Counting()
    desk.letters(25)
    versions = {one.id: one.version for one in desk.store.records.values()}
    told = len(desk.store.events)
    desk.owners.begin(desk.box.id, NOON + timedelta(days=3), BY)
    counted = desk.piece()
    assert (counted.state, counted.total, counted.done) == (ReplayState.READING, 22, 0)
    assert desk.piece().done == 10
    done = desk.all_pieces()
    assert (done.state, done.total, done.done, done.failed) == (ReplayState.DONE, 22, 22, 0)
    again = [one for one in desk.store.records.values() if one.version != versions[one.id]]
    assert len(again) == 22
    assert len(desk.store.events) == told


def test_a_piece_that_comes_twice_counts_once() -> None:
    """So does one that was told of before another replay began."""
    desk = Counting()
    desk.letters(2)
    desk.owners.begin(desk.box.id, LONG_AGO, BY)
    first = desk.replays.told[0]
    desk.piece()
    after = desk.replays.kept[desk.box.id]
    data = first.data
    desk.queue_side.go_on(data["mailbox_id"], data["replay_id"], data["step"])
    desk.queue_side.go_on(data["mailbox_id"], new_id(), after.step)
    assert desk.replays.kept[desk.box.id] == after


def test_letters_from_before_health_are_read_and_counted_by_it() -> None:
    """Once, though they may stand in several lists."""
    desk = Counting()
    desk.letters(15)
    old = sorted(desk.store.records)[:12]
    desk.replays.missed = set(old)
    desk.owners.begin(desk.box.id, LONG_AGO, BY)
    done = desk.all_pieces()
    assert (done.total, done.done, desk.replays.missed) == (15, 15, set())


def test_what_cannot_be_read_is_named_and_the_rest_goes_on() -> None:
    """Letters that are no longer kept, for one."""
    desk = Counting()
    desk.letters(3)
    gone = next(one for one in desk.store.records.values() if one.raw_key == "inbound/1")
    del desk.objects.raws["inbound/1"]
    desk.owners.begin(desk.box.id, LONG_AGO, BY)
    done = desk.all_pieces()
    assert (done.done, done.failed) == (3, 1)
    (unread,) = done.unread
    assert list(desk.owners.unread(OWNER, [done])) == [gone.id]
    assert (unread.communication_id, unread.problem) == (gone.id, "This letter is no longer kept.")


def test_it_is_stopped_and_begun_anew() -> None:
    """What waits of the stopped one is done no more; beside one that runs there is no other."""
    desk = Counting()
    desk.letters(1)
    desk.owners.begin(desk.box.id, LONG_AGO, BY)
    with pytest.raises(ConflictError, match="already"):
        desk.owners.begin(desk.box.id, LONG_AGO, BY)
    desk.owners.stop(desk.box.id)
    assert desk.piece().state is desk.owners.stop(desk.box.id).state is ReplayState.CANCELLED
    assert desk.owners.begin(desk.box.id, LONG_AGO, BY).state is ReplayState.COUNTING


def test_only_a_mailbox_and_a_day_that_are_can_be_read_again() -> None:
    """The others are refused, and nothing begins."""
    desk = Counting()
    with pytest.raises(InvalidError):
        desk.owners.begin(new_id(), LONG_AGO, BY)
    with pytest.raises(InvalidError):
        desk.owners.begin(desk.box.id, desk.now + timedelta(hours=1), BY)
    with pytest.raises(NotFoundError):
        desk.owners.stop(desk.box.id)
    assert desk.replays.told == []


def test_the_first_id_of_an_instant_is_before_all_others_of_it() -> None:
    """And after all that were made earlier."""
    desk = Desk()
    record = desk.stored(letter())
    assert first_id(desk.now - timedelta(milliseconds=1)) < first_id(desk.now) < record.id
    assert desk.store.arrivals("sales@demo.example", PageRequest(), first_id(desk.now)).items

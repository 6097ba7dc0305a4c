"""What a person was told, and what of it he has read."""

from datetime import timedelta

import pytest
from tests.unit.notifications.desk import Desk
from tests.unit.notifications.fakes import COLLEAGUE, MORNING, SELLER

from chalicelib.notifications.events import NotificationAdded
from chalicelib.notifications.model import Kind, Notification, notification_for
from chalicelib.notifications.service.inbox import AT_ONCE
from portal.errors import NotFoundError
from portal.ids import new_id
from portal.paging import PageRequest


@pytest.fixture
def desk() -> Desk:
    return Desk()


def told(desk: Desk, number: int = 0) -> Notification:
    at = MORNING + timedelta(minutes=number)
    added = notification_for(SELLER.id, Kind.FILE, "Акт", about=(), at=at, event_id=new_id())
    desk.table.add(added, NotificationAdded(added).to_event(new_id(), at))
    return added


def test_the_newest_comes_first_with_the_count(desk: Desk) -> None:
    """The order is that of the instants at which one was told."""
    ids = [told(desk, number).id for number in range(3)]
    page, unread = desk.inbox.mine(SELLER, PageRequest(), unread=False)
    assert ([one.id for one in page.items], unread) == (ids[::-1], 3)


def test_reading_counts_once(desk: Desk) -> None:
    """However often it is said."""
    one, _ = told(desk), told(desk, 1)
    assert desk.inbox.read(SELLER, one.id).read
    assert desk.inbox.read(SELLER, one.id).read
    page, unread = desk.inbox.mine(SELLER, PageRequest(), unread=True)
    assert (len(page.items), unread) == (1, 1)


def test_nobody_reads_anothers(desk: Desk) -> None:
    """It does not exist for him."""
    one = told(desk)
    with pytest.raises(NotFoundError):
        desk.inbox.read(COLLEAGUE, one.id)
    assert desk.table.unread(SELLER.id) == 1


def test_all_are_read_in_bounded_steps(desk: Desk) -> None:
    """The answer says how many are left, until none are."""
    for number in range(AT_ONCE + 2):
        told(desk, number)
    assert desk.inbox.read_all(SELLER) == 2
    assert desk.inbox.read_all(SELLER) == 0

"""What is held goes later, together and once."""

from collections.abc import Callable
from datetime import time, timedelta

import pytest
from tests.unit.notifications.desk import Desk
from tests.unit.notifications.fakes import DEAL, MORNING, SELLER

from chalicelib.notifications.model import (
    Digest,
    DigestMode,
    DueDigest,
    Kind,
    Notification,
    Preferences,
    notification_for,
)
from chalicelib.notifications.service.delivering import ABANDONED_AFTER
from chalicelib.notifications.service.digesting import IN_ONE_LETTER
from portal.cards import CardKind, CardRef
from portal.due import LeftDueError
from portal.ids import new_id

HOUR = timedelta(hours=1)
EVERYTHING = frozenset(Kind)


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.knows(SELLER)
    hourly = Digest(DigestMode.HOURLY, time(9))
    desk.wishes.choose(SELLER, Preferences(mailed=EVERYTHING, digest=hourly))
    return desk


def held(desk: Desk, text: str = "Счёт", about: CardRef = DEAL) -> Notification:
    one = notification_for(
        SELLER.id, Kind.LETTER, text, about=(about,), at=desk.now, event_id=new_id(), mail=True
    )
    desk.delivering.by_mail(one)
    desk.now += timedelta(seconds=1)
    return one


def states(desk: Desk) -> set[str]:
    return {f"{one.state}{' in a digest' * one.digest}" for one in desk.table.deliveries.values()}


def test_what_is_held_goes_in_one_letter_by_card(desk: Desk) -> None:
    """At the hour and not before; each notification's log says so."""
    other = CardRef(CardKind.COMPANY, new_id())
    held(desk, "Письмо <b>один</b>")
    held(desk, "Файл", other)
    held(desk, "Письмо два")
    assert states(desk) == {"held"}
    desk.now = MORNING + HOUR - timedelta(seconds=1)
    desk.digesting.send_due()
    assert desk.post.sent == []
    desk.now = MORNING + HOUR
    desk.digesting.send_due()
    desk.digesting.send_due()
    (letter,) = desk.post.sent
    assert letter.subject.startswith("Сводка: 3")
    one, two, three = map(letter.text.index, ["один", "два", "Файл"])
    assert one < two < three
    assert letter.text.count(f"/deals/{DEAL.id}") == 1
    assert f"/companies/{other.id}" in letter.text
    assert letter.html
    assert "&lt;b&gt;один" in letter.html
    assert states(desk) == {"sent in a digest"}
    assert desk.table.digests == {}


def test_one_thing_alone_goes_as_its_own_letter(desk: Desk) -> None:
    """A digest of one is no digest."""
    held(desk, "Счёт")
    desk.now += HOUR
    desk.digesting.send_due()
    assert desk.post.sent[0].subject == "Письмо: Счёт"


def test_the_same_news_again_is_held_once(desk: Desk) -> None:
    """And after it went, it is not held again."""
    one = held(desk)
    desk.delivering.by_mail(one)
    desk.now += HOUR
    desk.digesting.send_due()
    desk.delivering.by_mail(one)
    desk.now += HOUR
    desk.digesting.send_due()
    assert len(desk.post.sent) == 1


@pytest.mark.parametrize("step", ["end", "clear", "close"])
def test_a_crash_at_any_step_loses_none_and_doubles_none(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Where it may have gone twice, it is the same letter; what came meanwhile goes with the next one."""
    first, second = held(desk, "раз"), held(desk, "два")
    desk.now += HOUR
    with monkeypatch.context() as broken:
        broken.setattr(desk.table, step, _crash)
        with pytest.raises(LeftDueError):
            desk.digesting.send_due()
    held(desk, "три")
    desk.now += ABANDONED_AFTER + timedelta(seconds=1)
    desk.digesting.send_due()
    assert len({letter.message_id for letter in desk.post.sent}) == 1
    assert len({letter.text for letter in desk.post.sent}) == 1
    assert "три" not in desk.post.sent[0].text
    desk.now += HOUR
    desk.digesting.send_due()
    desk.digesting.send_due()
    assert "три" in desk.post.sent[-1].text
    assert states(desk) == {"sent in a digest"}
    assert len(desk.post.sent) == (3 if step == "end" else 2)
    assert {first.id, second.id} < {told for told, _ in desk.table.deliveries}


def _crash(*_: object) -> None:
    raise OSError


def test_two_ticks_at_once_send_one_letter(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second finds that somebody is about it."""
    held(desk)
    held(desk)
    desk.now += HOUR
    begin, inside = desk.table.begin, list[bool]()

    def interleaved(due: DueDigest, *rest: object) -> DueDigest:
        if not inside:
            inside.append(True)
            desk.digesting.send_due()
        return begin(due, *rest)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(desk.table, "begin", interleaved)
    desk.digesting.send_due()
    assert len(desk.post.sent) == 1


def test_a_great_many_go_in_several_letters(desk: Desk) -> None:
    """None is left out."""
    for number in range(IN_ONE_LETTER + 2):
        held(desk, f"№ {number}")
    desk.now += HOUR
    desk.digesting.send_due()
    desk.digesting.send_due()
    assert [letter.text.count("• ") for letter in desk.post.sent] == [IN_ONE_LETTER, 2]


def refused(desk: Desk) -> None:
    desk.post.refuses = True


def left(desk: Desk) -> None:
    desk.knows(SELLER, active=False)


@pytest.mark.parametrize(
    ("happens", "state"), [(refused, "refused in a digest"), (left, "skipped in a digest")]
)
def test_what_never_can_go_is_logged_and_left(
    desk: Desk, happens: Callable[[Desk], None], state: str
) -> None:
    """Trying again would be no better."""
    held(desk)
    happens(desk)
    desk.now += HOUR
    desk.digesting.send_due()
    assert states(desk) == {state}
    assert desk.table.digests == {}


def test_mail_switched_off_meanwhile_is_logged(desk: Desk) -> None:
    """A reminder says mail; its owner says no."""
    desk.wishes.choose(SELLER, Preferences(mailed=frozenset()))
    held(desk)
    assert states(desk) == {"skipped"}
    assert desk.post.sent == []


def test_a_reminder_passes_the_digest(desk: Desk) -> None:
    """At its minute."""
    one = notification_for(
        SELLER.id, Kind.REMINDER, "Звонок", about=(), at=MORNING, event_id=new_id(), mail=True
    )
    desk.delivering.by_mail(one)
    assert len(desk.post.sent) == 1

"""Delivery by mail: once, and where it cannot be told, again with the same Message-ID."""

from datetime import timedelta

import pytest
from tests.unit.notifications.desk import Desk
from tests.unit.notifications.fakes import COLLEAGUE, DEAL, MORNING, SELLER

from chalicelib.notifications.model import Delivery, DeliveryState, Kind, notification_for
from chalicelib.notifications.service.delivering import ABANDONED_AFTER
from portal.errors import UnavailableError
from portal.ids import new_id
from portal.principals import contact_grant

REMINDER = notification_for(
    SELLER.id,
    Kind.REMINDER,
    "Позвонить\nв «Трубы»",
    about=(DEAL,),
    at=MORNING,
    event_id=new_id(),
    mail=True,
)


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.knows(SELLER)
    return desk


def outcome(desk: Desk) -> Delivery:
    return desk.table.deliveries[REMINDER.id, "mail"]


def test_a_letter_says_what_and_where(desk: Desk) -> None:
    """One line as its subject, in the person's language, with the address of the card."""
    desk.delivering.by_mail(REMINDER)
    (letter,) = desk.post.sent
    assert letter.to == f"{SELLER.id.lower()}@demo.example"
    assert letter.subject == "Напоминание: Позвонить в «Трубы»"
    assert letter.text.startswith("Позвонить\nв «Трубы»\n")
    assert f"https://portal.test/deals/{DEAL.id}" in letter.text
    assert outcome(desk).state is DeliveryState.SENT
    assert outcome(desk).provider_id == "ses-1"


def test_a_client_is_led_to_his_own_pages(desk: Desk) -> None:
    """He has no cards; what he is asked is to answer there."""
    desk.knows(SELLER, contact_grant(new_id()), language="en")
    desk.delivering.by_mail(REMINDER)
    (letter,) = desk.post.sent
    assert f"Read it whole and answer: https://portal.test/room/{DEAL.id}\n" in letter.text
    assert "/deals/" not in letter.text


def test_the_same_event_again_sends_nothing(desk: Desk) -> None:
    """The log says that it went."""
    desk.delivering.by_mail(REMINDER)
    desk.delivering.by_mail(REMINDER)
    assert len(desk.post.sent) == 1


def test_a_letter_under_way_is_not_sent_beside_it(desk: Desk) -> None:
    """The message waits in its queue until the outcome is known."""
    desk.table.claim(Delivery(REMINDER.id, "mail", DeliveryState.SENDING, MORNING), MORNING)
    with pytest.raises(UnavailableError):
        desk.delivering.by_mail(REMINDER)
    assert desk.post.sent == []


def test_a_crash_while_sending_is_made_good(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The letter may go twice, but as one: its Message-ID is the same."""

    def crash(_: Delivery) -> None:
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr(desk.table, "finish", crash)
        with pytest.raises(OSError):  # noqa: PT011  # any failure will do
            desk.delivering.by_mail(REMINDER)
    desk.now += ABANDONED_AFTER + timedelta(seconds=1)
    desk.delivering.by_mail(REMINDER)
    assert len(desk.post.sent) == 2
    assert len({letter.message_id for letter in desk.post.sent}) == 1
    assert outcome(desk).provider_id == "ses-2"


def test_a_letter_refused_for_good_is_logged_and_left(desk: Desk) -> None:
    """Trying again would be refused again."""
    desk.post.refuses = True
    desk.delivering.by_mail(REMINDER)
    assert (outcome(desk).state, outcome(desk).reason) == (
        DeliveryState.REFUSED,
        "No such address.",
    )


def test_nobody_who_left_gets_mail(desk: Desk) -> None:
    """The log says why."""
    desk.knows(SELLER, active=False)
    desk.delivering.by_mail(REMINDER)
    assert desk.post.sent == []
    assert outcome(desk).state is DeliveryState.SKIPPED


def test_an_address_that_is_not_known_yet_is_waited_for(desk: Desk) -> None:
    """The message comes again, and at last to the dead letters: it is not lost."""
    desk.table.people_.clear()
    with pytest.raises(UnavailableError):
        desk.delivering.by_mail(REMINDER)
    desk.knows(SELLER, language="en")
    desk.delivering.by_mail(REMINDER)
    assert desk.post.sent[0].subject.startswith("Reminder: ")


def test_a_long_text_makes_a_short_subject(desk: Desk) -> None:
    """The whole of it is in the letter."""
    desk.knows(COLLEAGUE, language="fr")
    told = notification_for(
        COLLEAGUE.id, Kind.REMINDER, "я" * 2500, about=(), at=MORNING, event_id=new_id(), mail=True
    )
    desk.delivering.by_mail(told)
    assert len(desk.post.sent[0].subject) == 120
    assert "я" * 1999 in desk.post.sent[0].text
    assert "https://" not in desk.post.sent[0].text

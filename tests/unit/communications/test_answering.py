"""Answers for colleagues who are away."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.unit.communications.fakes import DOMAIN, NOON, SELLER, Desk
from tests.unit.communications.letters import letter, stamps

from chalicelib.communications.mail import parse
from chalicelib.communications.model import Communication, MailboxKind, State, Status, reply_address
from chalicelib.communications.model.own_absences import AbsenceNews, OwnAbsence
from portal.ids import new_id

IVAN = f"ivan@{DOMAIN}"
ABSENCE = OwnAbsence(
    new_id(), date(2026, 11, 20), date(2026, 12, 4), "Я в отпуске.", "Пётр, petr@demo.example"
)


class Away(Desk):
    """The seller, who has a mailbox of his own, is away."""

    def __init__(self, absence: OwnAbsence | None = ABSENCE) -> None:
        super().__init__()
        self.mailbox(IVAN, "Иван Продавцов", kind=MailboxKind.PERSONAL, person_id=SELLER.id)
        self.absences.keep_absence(AbsenceNews(SELLER.id, "1", absence))
        self.answers: list[Communication] = []

    def comes(self, key: str = "inbound/1", content: bytes | None = None) -> None:
        self.stored(to_ivan() if content is None else content, key)
        replies = [one for one in self.store.records.values() if one.status]
        self.answers = sorted(replies, key=lambda one: one.id)


def to_ivan(**how: Any) -> bytes:
    """A letter to the seller himself."""
    recipient = how.pop("recipient", IVAN)
    content = letter(**{"top": stamps(recipient), **how})
    return content.replace(b"To: sales@demo.example", f"To: {recipient}".encode())


def test_whoever_writes_is_told_once() -> None:
    """As an automatic answer in the letter's thread, by whoever stands in; repeated news and letters make no more."""
    desk = Away()
    for key in ("inbound/1", "inbound/1", "inbound/2"):
        desk.comes(key, to_ivan(message_id=f"<{key}@zakaz.example>"))
    (answer,) = desk.answers
    asked = desk.store.records[desk.store.sources["object#inbound/1"]]
    assert (answer.status, answer.state, answer.automatic) == (Status.WAITING, State.ASIDE, True)
    assert (answer.parent_ids, answer.thread_id) == ((asked.id,), asked.id)
    for _ in range(2):
        desk.departing.depart(answer.id)
    ((content, sender, recipients),) = desk.sender.sent
    assert (sender, list(recipients)) == (IVAN, ["anna@zakaz.example"])
    assert b"Auto-Submitted: auto-replied\r\n" in content
    sent = parse(content)
    assert (sent.automatic, sent.subject) == (True, "Auto: Zakaz")
    assert sent.in_reply_to == ("inbound/1@zakaz.example",)
    assert sent.text == "Я в отпуске.\n\nПо срочным вопросам: Пётр, petr@demo.example"
    told = desk.store.events[-1].data["communication"]
    assert (told["automatic"], told["direction"]) == (True, "outbound")


def test_our_own_answer_is_not_answered() -> None:
    """Nor any other machine's: two who are away do not write to each other for ever."""
    desk = Away()
    desk.comes()
    desk.departing.depart(desk.answers[0].id)
    ((content, *_),) = desk.sender.sent
    desk.comes("inbound/2", stamps(IVAN).encode() + content)
    assert len(desk.answers) == 1


@pytest.mark.parametrize(
    "content",
    [
        to_ivan(headers="Auto-Submitted: auto-generated\r\n"),
        to_ivan(headers="Precedence: bulk\r\n"),
        to_ivan(headers="List-Id: <news.zakaz.example>\r\n"),
        to_ivan(top=stamps(IVAN).replace("<bounce@zakaz.example>", "<>")),
        to_ivan(sender="Robot <no-reply@zakaz.example>"),
        to_ivan(sender="Robot <mailer-daemon@zakaz.example>"),
        to_ivan(sender="Robot <list-request@zakaz.example>"),
        to_ivan(top=stamps(IVAN, dmarc="fail", dkim="fail", spf="fail")),
        to_ivan(top=stamps(IVAN, virus="FAIL")),
        to_ivan(sender=f"Sales <sales@{DOMAIN}>", top=stamps(IVAN, domain=DOMAIN)),
        to_ivan(sender=""),
        letter(),
        letter(top=stamps(IVAN)),
    ],
)
def test_machines_lists_and_our_own_people_are_not_answered(content: bytes) -> None:
    """Nor who forges a sender, nor who wrote to others and only let the person have a copy unseen."""
    desk = Away()
    desk.comes(content=content)
    assert desk.answers == []


@pytest.mark.parametrize(
    "absence",
    [
        None,
        replace(ABSENCE, since=date(2026, 11, 24)),
        replace(ABSENCE, until=date(2026, 11, 22)),
    ],
)
def test_who_is_there_answers_himself(absence: OwnAbsence | None) -> None:
    """Before his absence, after it, or once he said that he is back."""
    desk = Away(absence)
    desk.comes()
    assert desk.answers == []


@pytest.mark.parametrize(
    ("written", "language", "answer"),
    [
        ("Hello! When is it due?", "ru", "Hello! I am away through 4 December 2026"),
        ("Когда придёт FORMA 250 S?", "en", "Здравствуйте! По 4 декабря 2026 г. включительно"),
        ("250", "en", "Hello!"),
    ],
)
def test_who_says_nothing_is_spoken_for_in_the_letter_s_language(
    written: str, language: str, answer: str
) -> None:
    """A letter that has no language is answered in his own; whoever stands in is named in the same one."""
    said = replace(ABSENCE, text="", language=language).words("", written)
    assert said.replace("\u00a0", " ").startswith(answer.replace("\u00a0", " "))
    assert said.endswith(
        f"{'For anything urgent' if 'Hello' in answer else 'По срочным вопросам'}: {ABSENCE.stand_in}"
    )


def test_the_last_day_ends_where_he_lives() -> None:
    """In Kamchatka it is over nine hours before Moscow's."""
    evening = datetime(2026, 12, 4, 15, tzinfo=UTC)
    assert ABSENCE.lasts_at(evening)
    assert not replace(ABSENCE, zone="Asia/Kamchatka").lasts_at(evening)


def test_another_absence_is_told_again() -> None:
    """To the same person, in other words."""
    desk = Away()
    desk.comes()
    other = replace(ABSENCE, id=new_id(), text="Снова в отпуске.")
    desk.absences.keep_absence(AbsenceNews(SELLER.id, "2", other))
    desk.comes("inbound/2", to_ivan(message_id="<two@zakaz.example>"))
    assert len(desk.answers) == 2


def test_an_answer_to_a_letter_of_his_is_answered_too() -> None:
    """It comes to the reply address that we signed, and not to his own."""
    desk = Away()
    desk.comes()
    token = reply_address(
        b"\xd1\x81\xd0\xb5\xd0\xba\xd1\x80\xd0\xb5\xd1\x82", desk.answers[0].id, DOMAIN
    )
    other = replace(ABSENCE, id=new_id())
    desk.absences.keep_absence(AbsenceNews(SELLER.id, "2", other))
    desk.comes("inbound/2", to_ivan(recipient=token, message_id="<two@zakaz.example>"))
    assert len(desk.answers) == 2


def test_an_old_letter_is_not_answered() -> None:
    """What is read anew later, or brought in, has waited too long for that."""
    desk = Away()
    desk.objects.keep_raw("inbound/1", to_ivan())
    desk.later(days=2)
    desk.receiving.receive("inbound/1", NOON)
    assert len(desk.store.records) == 1

"""Letters of ours that come back, and what is said of them."""

from typing import Any

import pytest
from tests.unit.communications.fakes import DEAL, SELLER, Desk
from tests.unit.communications.letters import CLIENT, letter, multipart, stamps

from chalicelib.communications.consumers import on_mail_fate
from chalicelib.communications.mail import parse
from chalicelib.communications.model import Draft, Fate

RETURNED = "Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <ses1@email.amazonses.com>"


@pytest.fixture
def desk() -> Desk:
    return Desk()


def dsn(action: str = "failed", address: str = CLIENT, number: int = 1) -> bytes:
    """A server's report of the first letter that was sent."""
    status = (
        "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\n"
        f"Final-Recipient: rfc822; {address}\r\nAction: {action}\r\nStatus: 5.1.1\r\n"
        "Diagnostic-Code: smtp; 550 5.1.1 User unknown"
    )
    top = stamps() + f"X-Number: {number}\r\n"
    report = multipart("\r\nНет", status, RETURNED, kind="report", top=top)
    return report.replace(b"<one@zakaz", f"<{number}@zakaz".encode())


def complaint() -> bytes:
    """A reader's complaint, as a feedback loop passes it on."""
    report = (
        "Content-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\n"
        f"Original-Rcpt-To: {CLIENT}"
    )
    return multipart("\r\nЖалоба", report, RETURNED, kind="report").replace(b"<one@", b"<two@")


def sent(desk: Desk) -> str:
    """The id of a letter to the client."""
    draft = Draft(DEAL, (CLIENT,), (), "Цена", "Сто рублей", at_once=True)
    return desk.sending.send(SELLER, "seller", draft, None).id


def fates(desk: Desk, letter_id: str) -> list[tuple[str, Fate, str]]:
    """What is known of the letter."""
    known = desk.store.records[letter_id].undelivered
    return [(one.address, one.fate, one.detail) for one in known]


def test_a_letter_that_comes_back_says_so_itself(desk: Desk) -> None:
    """With the server's words; its author is told once, however often the server reports."""
    letter_id = sent(desk)
    desk.stored(dsn("delayed"), "inbound/1")
    desk.stored(dsn(number=2), "inbound/2")
    desk.stored(dsn(number=3), "inbound/3")
    assert fates(desk, letter_id) == [(CLIENT, Fate.BOUNCED, "550 5.1.1 User unknown")]
    told = [e for e in desk.store.events if e.type.endswith("undelivered")]
    assert [e.data["undelivered"][0]["fate"] for e in told] == ["delayed", "bounced"]
    assert {e.data["author_id"] for e in told} == {SELLER.id}


def test_a_complaint_is_known_of_the_letter(desk: Desk) -> None:
    """Whoever called it unwanted is not written to lightly again."""
    letter_id = sent(desk)
    desk.stored(complaint())
    assert fates(desk, letter_id) == [(CLIENT, Fate.COMPLAINED, "")]


def test_a_report_of_somebody_else_counts_for_nothing(desk: Desk) -> None:
    """Neither of an address that the letter was not sent to, nor of a letter that is not ours."""
    letter_id = sent(desk)
    desk.stored(dsn(address="other@zakaz.example"))
    desk.stored(dsn(number=2).replace(b"ses1@", b"ses9@"), "inbound/2")
    assert fates(desk, letter_id) == []


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded", "", "x" * 5000])
def test_what_arrived_is_no_report(action: str) -> None:
    """A receipt changes nothing."""
    assert parse(dsn(action)).reports == ()


def test_an_address_that_refuses_letters_for_good_is_remembered(desk: Desk) -> None:
    """One that only lets them wait is not; and whoever writes from it can be written to."""
    sent(desk)
    desk.stored(dsn("delayed"), "inbound/1")
    assert desk.bad.kept == {}
    desk.stored(dsn(number=2), "inbound/2")
    assert desk.bad.kept[CLIENT].detail == "550 5.1.1 User unknown"
    desk.stored(letter(top=stamps()), "inbound/3")
    assert desk.bad.kept == {}


def test_a_forged_letter_proves_no_address(desk: Desk) -> None:
    """Else anybody could have us write to addresses that take nothing."""
    sent(desk)
    desk.stored(dsn(), "inbound/1")
    desk.stored(letter(top=""), "inbound/2")
    assert CLIENT in desk.bad.kept


def test_a_hidden_copy_goes_and_is_named_nowhere(desk: Desk) -> None:
    """In no header, and not to the client; what comes back of it is known as of all others."""
    draft = Draft(DEAL, (CLIENT,), (), "Цена", "Сто", bcc=("boss@zakaz.example",), at_once=True)
    record = desk.sending.send(SELLER, "seller", draft, None)
    content, _, recipients = desk.sender.sent[-1]
    assert recipients == (CLIENT, "boss@zakaz.example")
    assert b"boss@zakaz.example" not in content
    assert desk.store.records[record.id].for_client(DEAL).bcc == ()
    desk.stored(dsn(address="boss@zakaz.example"), "inbound/1")
    assert fates(desk, record.id)[0][:2] == ("boss@zakaz.example", Fate.BOUNCED)


def news(
    kind: str, part: str, people: str, message_id: str = "ses1", **more: Any
) -> dict[str, Any]:
    """What the mail service tells of a letter to the client."""
    one = {"emailAddress": CLIENT.upper(), "diagnosticCode": "smtp; 550 5.1.1 User unknown"}
    detail = {"eventType": kind, "mail": {"messageId": message_id}, part: {people: [one], **more}}
    return {"source": "aws.ses", "detail": detail}


def test_what_the_mail_service_tells_is_known_of_the_letter(desk: Desk) -> None:
    """The same as a server's own report of it, which then tells nothing new."""
    letter_id = sent(desk)
    on_mail_fate(
        desk.receiving.reporting, news("DeliveryDelay", "deliveryDelay", "delayedRecipients")
    )
    for _ in range(2):
        on_mail_fate(desk.receiving.reporting, news("Bounce", "bounce", "bouncedRecipients"))
    desk.stored(dsn(), "inbound/1")
    assert fates(desk, letter_id) == [(CLIENT, Fate.BOUNCED, "550 5.1.1 User unknown")]
    told = [e for e in desk.store.events if e.type.endswith("undelivered")]
    assert len(told) == 2


@pytest.mark.parametrize(
    "message",
    [
        news("Bounce", "bounce", "bouncedRecipients", message_id="of-another-feature"),
        news("Complaint", "complaint", "complainedRecipients", complaintFeedbackType="not-spam"),
        {"source": "aws.ses", "detail": {"eventType": "Delivery", "mail": {}}},
    ],
)
def test_news_of_others_letters_and_good_news_change_nothing(
    desk: Desk, message: dict[str, Any]
) -> None:
    """Invitations and reminders leave by the same service."""
    letter_id = sent(desk)
    on_mail_fate(desk.receiving.reporting, message)
    assert fates(desk, letter_id) == []

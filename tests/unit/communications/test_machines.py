"""Letters that no person wrote."""

import pytest
from tests.unit.communications.letters import letter, multipart, stamps

from chalicelib.communications.mail import parse


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated; x=y",
        "X-Auto-Response-Suppress: All",
        "Precedence: bulk",
        "Precedence: AUTO_REPLY",
        "X-Autoreply: yes",
    ],
)
def test_automatic_answers_are_recognised(header: str) -> None:
    """By any of the headers that programs set."""
    assert parse(letter(headers=f"{header}\r\n")).automatic


@pytest.mark.parametrize(
    ("subject", "automatic"),
    [
        ("Автоответ: я в отпуске", True),
        ("Автоматический ответ: Договор", True),
        ("Automatic reply: Offer", True),
        ("Out of Office: back on 12.12", True),
        ("Auto: Re: Offer", True),
        ("Re: Автоответ на сайте", False),
        ("Автоответчик для склада", False),
        ("Автомобили", False),
    ],
)
def test_an_automatic_answer_is_known_by_how_its_subject_begins(
    subject: str, *, automatic: bool
) -> None:
    """Some programs set no header at all; a person's words about such answers are his own."""
    content = letter().replace(b"Subject: Zakaz", f"Subject: {subject}".encode())
    assert parse(content).automatic is automatic


@pytest.mark.parametrize("header", ["Auto-Submitted: no", "Precedence: list", "X-Other: x"])
def test_a_person_is_no_machine(header: str) -> None:
    """Even one who says so, or who writes through a list."""
    read = parse(letter(headers=f"{header}\r\n"))
    assert (read.automatic, read.bounce) == (False, False)


def test_an_empty_return_path_is_a_machine() -> None:
    """It wants no answer; a sender's own header of that name says nothing."""
    top = stamps().replace("Return-Path: <bounce@zakaz.example>", "Return-Path: <>")
    assert parse(letter(top=top)).automatic
    assert parse(letter(headers="Return-Path: <>\r\n")).automatic is False


def test_a_bounce_is_recognised_with_the_letter_it_returns() -> None:
    """The returned letter's Message-ID leads to what was sent."""
    status = (
        "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nAction: failed"
    )
    returned = "Content-Type: message/rfc822\r\n\r\nMessage-ID: <sent@demo.example>\r\n\r\nтекст"
    report = multipart(
        "\r\nНе доставлено", status, returned, kind="report; report-type=delivery-status"
    )
    read = parse(report)
    assert (read.bounce, read.automatic, read.references) == (True, True, ("sent@demo.example",))
    assert read.text == "Не доставлено"


def test_a_bounce_with_headers_only_is_traced_too() -> None:
    """Some servers return no more than the headers."""
    status = "Content-Type: message/delivery-status\r\n\r\nAction: failed"
    returned = (
        "Content-Type: text/rfc822-headers\r\n\r\nSubject: x\r\nMessage-ID: <sent@demo.example>"
    )
    read = parse(multipart("\r\nНет", status, returned, kind="report"))
    assert read.references == ("sent@demo.example",)


def test_a_receipt_is_a_report_and_no_bounce() -> None:
    """It says that the letter was read."""
    part = "Content-Type: message/disposition-notification\r\n\r\nDisposition: displayed"
    assert parse(multipart("\r\nПрочитано", part, kind="report")).bounce is False

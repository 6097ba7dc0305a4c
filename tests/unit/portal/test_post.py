"""Letters as SES is given them."""

from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest

from portal.letters import Letter, RefusedError
from portal.post import SesPost


class Ses:
    """A client that keeps what it was given."""

    class exceptions:  # noqa: N801  # boto3's word
        MessageRejected = BadRequestException = OSError

    def __init__(self) -> None:
        self.calls: list[dict[str, Any]] = []

    def send_email(self, **call: Any) -> dict[str, str]:
        self.calls.append(call)
        return {"MessageId": "1"}


def letter(**more: str) -> Letter:
    values = {"message_id": "<a@demo.example>", "to": "a@demo.example", "subject": "С", "text": "Т"}
    return Letter(**values | more)


def sent(**more: str) -> Any:
    """The call and the message that a letter becomes."""
    post, ses = SesPost("demo.example"), Ses()
    post._ses = ses  # type: ignore[assignment]  # in the place of boto3's
    post.send(letter(**more))
    (call,) = ses.calls
    return call, message_from_bytes(call["Content"]["Raw"]["Data"], policy=default)


@pytest.mark.parametrize(
    "subject",
    [
        "Напоминание: Позвонить в «Трубы»",
        "Счёт № 5 от 23 ноября для ООО «Ромашка» и всех её дочерних обществ в Москве и области",
        "Plain words",
        "Reminder: ring Иван about it",
    ],
)
def test_a_subject_comes_out_as_it_went_in(subject: str) -> None:
    """With every space, in words no longer than a mail program must take."""
    call, message = sent(subject=subject)
    assert message["Subject"] == subject
    assert max(map(len, call["Content"]["Raw"]["Data"].split(b"\r\n"))) <= 78


def test_a_cyrillic_domain_is_written_as_the_wire_has_it() -> None:
    """SES takes ASCII alone."""
    call, message = sent(to="ivan@почта.рф")
    assert call["Destination"] == {"ToAddresses": ["ivan@xn--80a1acny.xn--p1ai"]}
    assert message["To"] == "ivan@xn--80a1acny.xn--p1ai"


def test_an_address_without_an_ascii_form_is_refused() -> None:
    """For good: trying again would not help."""
    with pytest.raises(RefusedError):
        sent(to="иван@почта.рф")


def test_the_text_is_whole() -> None:
    """In any alphabet."""
    _, message = sent(text="Здравствуйте ☎\n" * 50)
    assert message.get_content() == "Здравствуйте ☎\n" * 50


def test_a_letter_in_two_forms_offers_both() -> None:
    """The plain one first, as a program that shows no HTML expects it."""
    _, message = sent(text="Привет\n", html="<p>Привет</p>")
    plain, html = message.iter_parts()
    assert message.get_content_type() == "multipart/alternative"
    assert (plain.get_content_type(), plain.get_content()) == ("text/plain", "Привет\n")
    assert (html.get_content_type(), html.get_content().strip()) == ("text/html", "<p>Привет</p>")

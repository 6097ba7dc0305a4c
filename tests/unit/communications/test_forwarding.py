"""Forwarded letters of the usual mail programs: whose they are, and when they were written."""

from datetime import UTC, datetime

import pytest
from tests.unit.communications.letters import letter, multipart

from chalicelib.communications.mail import parse

NOON = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
GMAIL = """Посмотри

---------- Forwarded message ---------
От: Анна Заказчикова <anna@zakaz.example>
Date: пн, 23 нояб. 2026 г. в 12:30
Subject: Заказ насосов
To: Иван <ivan@demo.example>


Добрый день!
Нужны насосы."""
GMAIL_EN = """---------- Forwarded message ---------
From: Анна Заказчикова <anna@zakaz.example>
Date: Mon, Nov 23, 2026 at 12:30 PM
Subject: Заказ насосов
To: <ivan@demo.example>

Добрый день!
Нужны насосы."""
OUTLOOK = """From: Анна Заказчикова <anna@zakaz.example>
Sent: Monday, November 23, 2026 12:30 PM
To: Иван <ivan@demo.example>
Subject: Заказ насосов

Добрый день!
Нужны насосы."""
OUTLOOK_RU = """Посмотри

От: Анна Заказчикова [mailto:anna@zakaz.example]
Отправлено: 23 ноября 2026 г. 12:30
Кому: Иван <ivan@demo.example>; Пётр <petr@demo.example>
Тема: Заказ насосов

Добрый день!
Нужны насосы."""
YANDEX = """-------- Пересылаемое сообщение --------
23.11.2026, 12:30, "Анна Заказчикова" <anna@zakaz.example>:

Добрый день!
Нужны насосы.

-------- Конец пересылаемого сообщения --------"""
MAIL_RU = """-------- Пересылаемое сообщение --------
От: Анна Заказчикова <anna@zakaz.example>
Кому: ivan@demo.example
Дата: Понедельник, 23 ноября 2026, 12:30 +03:00
Тема: Заказ насосов

Добрый день!
Нужны насосы."""
APPLE = """> Начало переадресованного сообщения:
>
> От: Анна Заказчикова <anna@zakaz.example>
> Тема: Заказ насосов
> Дата: 23 ноября 2026 г. в 12:30:00 GMT+3
> Кому: ivan@demo.example
>
> Добрый день!
> Нужны насосы."""
PROGRAMS = [GMAIL, GMAIL_EN, OUTLOOK, OUTLOOK_RU, YANDEX, MAIL_RU, APPLE]


def forward(text: str, subject: str = "Fwd: Заказ насосов") -> bytes:
    """A letter of Иван's that forwards Анна's; his clock is Moscow's."""
    body = letter(text, "Date: Mon, 23 Nov 2026 13:00:00 +0300\r\n")
    return body.replace(b"Subject: Zakaz", f"Subject: {subject}".encode())


@pytest.mark.parametrize("text", PROGRAMS)
def test_the_author_the_date_and_the_words_are_found(text: str) -> None:
    """In Russian and English, with and without a zone."""
    found = parse(forward(text)).forwarded
    assert found is not None
    assert (found.sender.name, found.sender.address) == ("Анна Заказчикова", "anna@zakaz.example")
    assert (found.subject, found.sent_at) == ("Заказ насосов", NOON)
    assert found.text == "Добрый день!\nНужны насосы."


def test_what_stands_above_is_the_forwarders_own() -> None:
    """It is kept beside the letter."""
    found = parse(forward(GMAIL)).forwarded
    assert found is not None
    assert found.note == "Посмотри"


@pytest.mark.parametrize(
    "text",
    [
        f"Согласен\n\n{OUTLOOK}",
        "Добрый день!",
        "---------- Forwarded message ---------\nпросто слова",
        "От: меня\nТема: жизнь",
        "Fwd:",
        "From: " * 5000,
    ],
)
def test_an_answer_or_anything_else_forwards_nothing(text: str) -> None:
    """The headers above a quotation make no forwarded letter."""
    assert parse(forward(text, "Re: Заказ")).forwarded is None


def test_a_letter_attached_to_an_empty_one_is_forwarded() -> None:
    """As some programs do; its own headers say it all."""
    inner = "Content-Type: message/rfc822\r\n\r\n" + letter("Нужны насосы", top="").decode()
    found = parse(multipart("\r\n", inner)).forwarded
    assert found is not None
    assert (found.sender.address, found.subject, found.text) == (
        "anna@zakaz.example",
        "Zakaz",
        "Нужны насосы",
    )
    assert parse(multipart("\r\nПосмотрите во вложении", inner)).forwarded is None

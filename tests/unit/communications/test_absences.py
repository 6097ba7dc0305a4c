"""What automatic letters say of their senders' absence."""

from datetime import date

import pytest

from chalicelib.communications.model.absence_reading import absence_in
from chalicelib.communications.model.absences import Absence, Away, Substitute

WRITTEN = date(2026, 11, 30)
FIRST, LAST = date(2026, 12, 1), date(2026, 12, 14)


def read(text: str, subject: str = "Автоответ") -> Absence | None:
    return absence_in(subject, text, WRITTEN, "anna@zakaz.example")


@pytest.mark.parametrize(
    "text",
    [
        "Здравствуйте! Я в отпуске с 1 по 14 декабря.",
        "Добрый день!\n\nНахожусь в отпуске с 1 декабря по 14 декабря 2026 г. включительно.\n",
        "Нахожусь в отпуске с 01.12.2026 по 14.12.2026.",
        "Я в отпуске 01.12–14.12.2026.",
        "Период отсутствия: 01.12.2026 - 14.12.2026",
        "В отпуске с 1-го по 14-е декабря.",
        "Буду в командировке с 1 по\n14 декабря, доступ к почте ограничен.",
        "Меня не будет 1–14 декабря.",
        "I am on vacation from 1 December to 14 December.",
        "I will be out of the office from December 1 through December 14, 2026.",
        "I'm away between 1st of December and 14th of December.",
        "I am on annual leave from 2026-12-01 until 2026-12-14.",
        "Out of office 1-14 December",
    ],
)
def test_both_days_are_read(text: str) -> None:
    """In the forms that people write them, over broken lines too."""
    found = read(text)
    assert found is not None
    assert (found.since, found.until) == (FIRST, LAST)


@pytest.mark.parametrize(
    "text",
    [
        "Я в отпуске до 14.12.2026. Отвечу по возвращении.",
        "Нахожусь в отпуске до 14.12.26",
        "Отсутствую в офисе до понедельника, 14 декабря.",
        "Сейчас я в отпуске. Вернусь 15 декабря.",
        "Спасибо за письмо! Я в отпуске до 14 декабря, вернусь 15 декабря.",
        "Меня нет на работе, выйду на работу 15 декабря.",
        "Буду снова на связи 15.12.",
        "Я в отпуске.\n\nДо 14 декабря на письма отвечают коллеги.",
        "I am out of the office until December 14.",
        "I'm currently out of office till Dec. 14th with limited access to email.",
        "I will be back on Tuesday, December 15.",
        "Thank you for your message. I am on parental leave and will return on 15 December 2026.",
        "I'm away and I won't be back until December 14.",
        "I am on holiday until 14/12/2026.",
        "I am travelling until 12/14/2026.",
        "Я на больничном до 14.12",
        "В отпуске по 14 декабря включительно",
        "Вернусь из отпуска после 14 декабря.",
    ],
)
def test_the_last_day_is_read(text: str) -> None:
    """The day before somebody comes back is the last one of his absence."""
    found = read(text)
    assert found is not None
    assert found.until == LAST


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ваша заявка принята. Ответим до 14 декабря.",
        "Our offices are closed for the holidays until January 4.",
        "Я в отпуске.",
        "Я в отпуске с 1 декабря.",
        "Я в отпуске до понедельника.",
        "I am out of the office this week.",
        "I am on holiday until 03/04/2026.",
        "Я в отпуске до 30 февраля.",
        "Я был в отпуске до 14 ноября.",
        "Я был в отпуске до 14.11.2026.",
        "Я в отпуске до 14 декабря и до 30 декабря.",
        "Я вернулся из отпуска, счёт действует до 14 декабря.",
        "Отсутствую до 18.00, перезвоню.",
        "В отпуске до 14 декабря 2036 года.",
        "Мы отсутствуем на складе: артикул до 99.99.9999",
    ],
)
def test_what_is_unclear_is_not_guessed(text: str) -> None:
    """No last day, two of them, one that has passed, or words that speak of something else."""
    assert read(text) is None


def test_a_day_without_a_year_is_the_nearest_one() -> None:
    """In December people come back in January."""
    found = read("Я в отпуске с 28 декабря по 11 января.")
    assert found is not None
    assert (found.since, found.until) == (date(2026, 12, 28), date(2027, 1, 11))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Я в отпуске до 14 декабря.", Away.VACATION),
        ("I am on annual leave until December 14.", Away.VACATION),
        ("Я в командировке до 14 декабря.", Away.AWAY),
        ("I am out of the office until December 14.", Away.AWAY),
    ],
)
def test_a_vacation_is_called_so(text: str, kind: Away) -> None:
    """Only by who says so himself."""
    found = read(text)
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize(
    ("text", "substitute"),
    [
        (
            "По срочным вопросам пишите ivan@zakaz.example.",
            Substitute(address="ivan@zakaz.example"),
        ),
        (
            "Меня замещает Иван Петров, ivan@zakaz.example, тел. +7 921 555-01-01.\n\nС уважением,\nАнна",
            Substitute("Иван Петров", "ivan@zakaz.example", "+79215550101"),
        ),
        (
            "По срочным вопросам обращайтесь к Ивану Петрову: 8 (921) 555-01-01",
            Substitute("Ивану Петрову", "", "+79215550101"),
        ),
        (
            "In urgent cases please contact John Smith at john.smith@zakaz.example.",
            Substitute("John Smith", "john.smith@zakaz.example"),
        ),
        ("In my absence contact sales@zakaz.example", Substitute(address="sales@zakaz.example")),
        (
            "На время моего отсутствия обращайтесь к И. П. Сидорову\nsidorov@zakaz.example",
            Substitute("И. П. Сидорову", "sidorov@zakaz.example"),
        ),
        ("По срочным вопросам звоните мне: +7 921 555-01-01", None),
        ("In urgent cases call me at +7 921 555-01-01.", None),
        ("По срочным вопросам пишите a@zakaz.example или b@zakaz.example", None),
        ("По срочным вопросам: +7 921 555-01-01", None),
        ("Срочные вопросы решит Иван Петров.", None),
        ("Отвечу позже.\n\nС уважением,\nАнна\nanna2@zakaz.example", None),
        ("По срочным вопросам пишите anna@zakaz.example", None),
    ],
)
def test_the_substitute_is_read(text: str, substitute: Substitute | None) -> None:
    """Neither the sender himself, nor one of several, nor who has no address and no name."""
    found = read(f"Здравствуйте! Я в отпуске до 14 декабря. {text}")
    assert found is not None
    assert found.substitute == substitute


def test_a_long_letter_is_read_at_once() -> None:
    """However many days it names."""
    assert read("Я в отпуске до 14 декабря. " + "8 - 14 декабря, " * 200_000) is not None

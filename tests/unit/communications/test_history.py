"""Where a letter ends and what it quotes begins."""

import time

import pytest

from chalicelib.communications.mail.history import fold

QUOTED = "> Добрый день\n> Цена?"
ATTRIBUTIONS = [
    "12.03.2026 10:15, Иван Петров <ivan@demo.example> пишет:",
    "12.03.2026 10:15, Иван Петров пишет:",
    "пн, 23 нояб. 2026 г. в 10:15, Иван Петров <ivan@demo.example>:",
    "пн, 23 нояб. 2026 г. в 10:15, Иван Петров с очень длинным именем\n<ivan@demo.example>:",
    "23 ноября 2026 г., в 10:15, Анна написала:",
    "23.11.2026 Иван написал(а):",
    "On Mon, Nov 23, 2026 at 10:15 AM Ivan <ivan@demo.example> wrote:",
    "On Mon, Nov 23, 2026 at 10:15 AM Ivan Petrov of the Sales Department\n<ivan@demo.example> wrote:",
]
BLOCKS = [
    "-----Original Message-----\nFrom: Ivan\nСлова",
    "-------- Исходное сообщение --------\nТема: x\nСлова",
    "-------- Пересылаемое сообщение --------\nСлова",
    "От: Иван Петров <ivan@demo.example>\nОтправлено: 23 ноября 2026 г. 10:15\nКому: Анна\nТема: Цена\n\nСлова",
    "From: Ivan <ivan@demo.example>\nSent: Monday\nTo: Anna\nSubject: x\n\nСлова",
    "*От:* Иван\n*Дата:* понедельник\nСлова",
]


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
@pytest.mark.parametrize("quoted", [QUOTED, "Добрый день\nЦена?"])
def test_what_someone_wrote_is_history(attribution: str, quoted: str) -> None:
    """From the words that say so on, with marks before its lines or without."""
    new, history = fold(f"Да, согласны.\nАнна\n\n{attribution}\n\n{quoted}\n")
    assert new == "Да, согласны.\nАнна"
    assert history == f"{attribution}\n\n{quoted}"


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_of_headers_begins_history(block: str) -> None:
    """As Outlook and others put it, in both languages."""
    assert fold(f"Согласны\n\n{block}") == ("Согласны", block)


def test_marked_lines_at_the_end_are_history() -> None:
    """Even when nothing says whose they are."""
    assert fold(f"Согласны\n\n{QUOTED}\n") == ("Согласны", QUOTED)


@pytest.mark.parametrize(
    "text",
    [
        f"12.03.2026 Иван пишет:\n{QUOTED}\nСто рублей.\n> И срок?\nНеделя.",
        "Отвечаю ниже.\n\n12.03.2026 Иван пишет:\n> Цена?\nСто рублей.",
        "Он пишет:\nпривет",
        "От: меня тебе",
        "От кого: письмо\nпривет",
        "Просто текст.\n\nИ ещё.",
        "> одна цитата",
        "-----Original Message-----\nFrom: x",
        "",
    ],
)
def test_what_is_not_surely_history_stays(text: str) -> None:
    """Answers between the quoted lines, and letters that are all quotation, are shown whole."""
    assert fold(text) == (text.strip(), "")


def test_folding_takes_linear_time() -> None:
    """Whatever a sender puts into half a megabyte."""
    begun = time.monotonic()
    for line in ("1 " * 250_000, "On x\n" * 100_000, "> a\n" * 100_000 + "b", "1<" * 250_000):
        fold(line)
    assert time.monotonic() - begun < 5

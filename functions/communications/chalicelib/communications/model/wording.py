"""Names, amounts and days as letters say them, in Russian and in English."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

from portal.money import Money

_PATRONYMICS = ("вич", "вна", "ична", "ыч", "оглы", "кызы")
_SIGNS = {"RUB": "₽", "USD": "$", "EUR": "€", "GBP": "£", "CNY": "¥", "KZT": "₸"}
_SPACE = "\N{NO-BREAK SPACE}"
_MONTHS = {
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "en": "January February March April May June July August September October November December",
}


def called(name: str) -> str:
    """How a letter calls somebody: by name and patronymic where the full name has them, else by the whole name."""
    words = name.split()
    for before, word in pairwise(words):
        if word.casefold().endswith(_PATRONYMICS):
            return f"{before} {word}"
    return name


def amount_in_words(money: Money | None, language: str) -> str:
    """An amount with its currency: ``1 250 000,50 ₽``, or ``RUB 1,250,000.50``."""
    if money is None:
        return ""
    whole = money.amount == money.amount.to_integral_value()
    grouped = f"{money.amount.quantize(Decimal(1) if whole else Decimal('0.01')):,}"
    if language != "ru":
        return f"{money.currency}{_SPACE}{grouped}"
    number = grouped.replace(",", _SPACE).replace(".", ",")
    return f"{number}{_SPACE}{_SIGNS.get(money.currency, money.currency)}"


def day_in_words(day: date, language: str) -> str:
    """A day: ``24 ноября 2026 г.``, or ``24 November 2026``."""
    month = _MONTHS["ru" if language == "ru" else "en"].split()[day.month - 1]
    return f"{day.day} {month} {day.year}" + (f"{_SPACE}г." if language == "ru" else "")

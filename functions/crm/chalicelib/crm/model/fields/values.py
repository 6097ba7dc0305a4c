"""What can stand in a field. A value has one form everywhere: on the card, on its way, and in its history.

Numbers and dates are text, money is an object of two texts, a person, a file and an option are ids.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import urlsplit

from chalicelib.crm.model.fields.definitions import Field, FieldType
from portal.ids import is_id
from portal.texts import normalise_email, normalise_phone, require_line, require_prose

LONGEST_LINE, LONGEST_PROSE, LONGEST_LINK = 200, 5_000, 1_000
_MOST_DIGITS, _MOST_PLACES = 15, 6
_CURRENCY = re.compile("[A-Z]{3}")
_NUMBER = re.compile(r"-?\d{1,20}(\.\d{1,20})?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def require_value(field: Field, value: object) -> Any:  # noqa: ANN401  # each type has its own
    """A value in its one form; whether a person or a file is there, others have to say.

    Raises:
        ValueError: with a sentence for the person who typed it.
    """
    return _CHECKS[field.type](field, value)


def _text(value: object, most: int) -> str:
    if not isinstance(value, str):
        raise ValueError("Write text.")  # noqa: TRY004  # told at the field like any wrong value
    if len(value) > most:
        raise ValueError(f"Use at most {most} characters.")
    if not value.isascii() and any("\ud800" <= each <= "\udfff" for each in value):
        raise ValueError("Remove the characters that are none.")
    return value


def _line(_: Field, value: object) -> str:
    return require_line(_text(value, LONGEST_LINE))


def _prose(_: Field, value: object) -> str:
    return require_prose(_text(value, LONGEST_PROSE)).strip()


def _decimal(value: object, places: int) -> Decimal:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not _NUMBER.fullmatch(text.strip()):
        raise ValueError('Write a number as text, for example "120000.00".')
    try:
        number = Decimal(text.strip())
    except InvalidOperation as error:
        raise ValueError("Write a number.") from error
    exact = number.normalize()
    digits, exponent = exact.as_tuple().digits, int(exact.as_tuple().exponent)
    if len(digits) + max(exponent, 0) > _MOST_DIGITS or -exponent > places:
        raise ValueError(
            f"Use at most {_MOST_DIGITS} digits, {places} of them behind the decimal point."
        )
    return exact or Decimal(0)


def _number(_: Field, value: object) -> str:
    return f"{_decimal(value, _MOST_PLACES):f}"


def _money(_: Field, value: object) -> dict[str, str]:
    if not isinstance(value, Mapping) or not {"amount"} <= value.keys() <= {"amount", "currency"}:
        raise ValueError("Write an amount with its currency.")
    currency = value.get("currency", "RUB")
    if not isinstance(currency, str) or not _CURRENCY.fullmatch(currency):
        raise ValueError("Name a currency by its three letters, for example RUB.")
    return {"amount": f"{_decimal(value['amount'], 2):.2f}", "currency": currency}


def _date(_: Field, value: object) -> str:
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            pass
    raise ValueError("Write a date as 2026-03-31.")


def _choice(field: Field, value: object) -> str:
    option = field.option(value) if isinstance(value, str) else None
    if option is None:
        raise ValueError("Choose one of the options of this list.")
    if option.retired:
        raise ValueError(f"{option.name} is no longer offered. Choose another one.")
    return option.id


def _choices(field: Field, value: object) -> list[str]:
    if not isinstance(value, list | tuple):
        raise ValueError("Choose some of the options of this list.")  # noqa: TRY004  # told at the field
    chosen = {_choice(field, each) for each in value}
    return [option.id for option in field.options if option.id in chosen]


def _yes_no(_: Field, value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("Say yes or no.")  # noqa: TRY004  # told at the field
    return value


def _named(_: Field, value: object) -> str:
    if not isinstance(value, str) or not is_id(value):
        raise ValueError("This is no id. Ids have 26 letters and digits.")
    return value


def _link(_: Field, value: object) -> str:
    text = require_line(_text(value, LONGEST_LINK))
    address = text if "://" in text else f"https://{text}"
    try:
        parts = urlsplit(address)
        fits = parts.scheme in {"http", "https"} and "." in (parts.hostname or "")
    except ValueError:
        fits = False
    if not fits or re.search(r"\s", address):
        raise ValueError("Write a link as https://company.ru/page.")
    return address


def _email(_: Field, value: object) -> str:
    return normalise_email(_text(value, 254))


def _phone(_: Field, value: object) -> str:
    return normalise_phone(_text(value, 40))


_CHECKS: Mapping[FieldType, Callable[[Field, object], Any]] = {
    FieldType.TEXT: _line,
    FieldType.LONG_TEXT: _prose,
    FieldType.NUMBER: _number,
    FieldType.MONEY: _money,
    FieldType.DATE: _date,
    FieldType.CHOICE: _choice,
    FieldType.CHOICES: _choices,
    FieldType.PERSON: _named,
    FieldType.YES_NO: _yes_no,
    FieldType.FILE: _named,
    FieldType.LINK: _link,
    FieldType.EMAIL: _email,
    FieldType.PHONE: _phone,
}

"""Values as people write them in tables: for import, export, and wherever a text is all there is."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.crm.model.fields.definitions import Field, FieldType
from chalicelib.crm.model.fields.values import require_value
from portal.ids import is_id

YES = frozenset({"yes", "y", "true", "1", "+", "да", "д", "истина"})
NO = frozenset({"no", "n", "false", "0", "-", "нет", "н", "ложь"})
_RUSSIAN_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_AMOUNT = re.compile(r"(-?[\d\s.,'\u2019]+)([^\d]*)")
_SIGNS = {"": "RUB", "₽": "RUB", "р": "RUB", "руб": "RUB", "$": "USD", "€": "EUR", "¥": "CNY"}

Names = Mapping[str, str]


def parse_text(field: Field, text: str, people: Names | None = None) -> Any:  # noqa: ANN401  # each type has its own
    """The value that a text means; None for an empty one.

    `people` has the ids of employees by their names or addresses, in any case; an id is understood without it.

    Raises:
        ValueError: with a sentence for the person who typed it.
    """
    text = text.strip()
    if not text:
        return None
    if field.type is FieldType.PERSON:
        return require_value(field, _person(text, people or {}))
    meaning = _MEANINGS.get(field.type)
    return require_value(field, meaning(field, text) if meaning else text)


def to_text(
    field: Field,
    value: Any,  # noqa: ANN401  # each type has its own
    people: Names | None = None,
    yes_no: tuple[str, str] = ("yes", "no"),
) -> str:
    """A value as a person reads it, and as `parse_text` understands it again; `people` has names by ids."""
    if value is None:
        return ""
    if field.type is FieldType.MONEY:
        return f"{value['amount']} {value['currency']}"
    if field.type.has_options:
        chosen = [value] if isinstance(value, str) else value
        return "; ".join(_option_name(field, each) for each in chosen)
    if field.type is FieldType.YES_NO:
        return yes_no[0] if value else yes_no[1]
    names = people if people and field.type is FieldType.PERSON else {}
    return names.get(value, str(value))


def _plain_number(text: str) -> str:
    """Gaps between thousands go, and a comma is a point; where both stand, the last one is."""
    bare = re.sub(r"[\s'\u2019]", "", text)
    whole, point, rest = bare.rpartition("," if bare.rfind(",") > bare.rfind(".") else ".")
    if not point:
        return bare
    return f"{re.sub('[.,]', '', whole)}.{rest}"


def _money(_: Field, text: str) -> dict[str, str]:
    found = _AMOUNT.fullmatch(text)
    sign = found[2].strip().rstrip(".").casefold() if found else ""
    if found is None or not (sign in _SIGNS or re.fullmatch("[a-z]{3}", sign)):
        raise ValueError("Write an amount with its currency, for example 120000.00 RUB.")
    amount = _plain_number(found[1].strip().rstrip(".,"))
    return {"amount": amount, "currency": _SIGNS.get(sign, sign.upper())}


def _date(_: Field, text: str) -> str:
    return _RUSSIAN_DATE.sub(_iso, text)


def _iso(found: re.Match[str]) -> str:
    day, month, year = found.groups()
    return f"{year}-{month:0>2}-{day:0>2}"


def _options(field: Field, text: str) -> list[str]:
    whole = any(text.casefold() == option.name.casefold() for option in field.options)
    parts = [text] if whole else re.split(r"[;\n]", text)
    return [_option(field, part.strip()) for part in parts if part.strip()]


def _option(field: Field, text: str) -> str:
    for option in field.options:
        if text in {option.id, option.name} or text.casefold() == option.name.casefold():
            return option.id
    names = ", ".join(option.name for option in field.options if not option.retired)
    raise ValueError(f"{text} is none of the options: {names}.")


def _option_name(field: Field, option_id: str) -> str:
    option = field.option(option_id)
    return option.name if option else option_id


def _yes_no(_: Field, text: str) -> bool:
    word = text.casefold()
    if word not in YES | NO:
        raise ValueError("Say yes or no.")
    return word in YES


def _person(text: str, people: Names) -> str:
    if is_id(text):
        return text
    known = {name.casefold(): employee_id for name, employee_id in people.items()}
    if text.casefold() not in known:
        raise ValueError(f"{text} is no employee who can sign in.")
    return known[text.casefold()]


def _no_file(_: Field, text: str) -> str:
    raise ValueError(f"A file is put on the card itself. Leave {text} out.")


_MEANINGS: Mapping[FieldType, Callable[[Field, str], object]] = {
    FieldType.NUMBER: lambda _, text: _plain_number(text),
    FieldType.MONEY: _money,
    FieldType.DATE: _date,
    FieldType.CHOICE: _option,
    FieldType.CHOICES: _options,
    FieldType.YES_NO: _yes_no,
    FieldType.FILE: _no_file,
}

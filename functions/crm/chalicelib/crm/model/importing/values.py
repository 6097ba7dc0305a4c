"""What people write into the cells of tables, as values of cards."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeVar

from chalicelib.crm.model.companies import require_tax_id
from chalicelib.crm.model.importing.faults import FaultError
from chalicelib.crm.model.leads import LeadStatus
from portal.money import Money
from portal.texts import normalise_email, normalise_phone, require_line, require_prose

T = TypeVar("T")

LINE, PROSE, MOST_LISTED = 200, 10_000, 20
_MOST_AMOUNT = Decimal(10) ** 13

_BETWEEN_ADDRESSES = re.compile(r"[\s,;|]+")
_BETWEEN_PHONES = re.compile(r"\s*[,;|\n]\s*")
_WITHOUT_PLUS = re.compile(r"7\d{10}")
_HUNDREDTHS, _GROUP, _QUOTED = 2, 3, 60
_GROUPS = re.compile(r"[+-]?\d{1,3}([.,]\d{3})*|[+-]?\d+")
_DOMAIN = re.compile(r"^[\w-]+(\.[\w-]+)+$")
_AMOUNT = re.compile(
    r"^(?P<before>[^\d.,+-]*)(?P<number>[+-]?[\d\s.,'’]*\d)(?P<after>\D*)$"
)  # people write it
_CURRENCIES = {
    "RUB": ("₽", "руб", "руб.", "р", "р.", "rub", "rur", "рублей", "рубль"),
    "USD": ("$", "usd", "долл", "долл.", "долларов"),
    "EUR": ("€", "eur", "евро"),
    "CNY": ("¥", "cny", "юань", "юаней"),
    "KZT": ("₸", "kzt", "тенге"),
    "BYN": ("byn", "бел. руб.", "бел.руб."),
}
_CURRENCY_OF = {word: code for code, words in _CURRENCIES.items() for word in words}
STATUSES: Mapping[LeadStatus, tuple[str, ...]] = {
    LeadStatus.NEW: ("new", "новый", "новая", "новое"),
    LeadStatus.IN_PROGRESS: ("in progress", "в работе", "in_progress", "в процессе"),
    LeadStatus.QUALIFIED: (
        "qualified",
        "готов к сделке",
        "квалифицирован",
        "подходит",
        "качественный",
    ),
    LeadStatus.REJECTED: ("rejected", "отклонён", "отклонен", "не подходит", "некачественный"),
}
"""How people write the states of leads; the first two are what the interface calls them in English and in Russian."""
_STATUS_OF = {word: status for status, words in STATUSES.items() for word in words}


def line(text: str) -> str:
    """A name or a title: line breaks within a cell are spaces."""
    try:
        value = require_line(" ".join(text.split()))
    except ValueError as error:
        raise FaultError("characters") from error
    return _short(value, LINE)


def prose(text: str) -> str:
    """A longer text."""
    try:
        value = require_prose(text)
    except ValueError as error:
        raise FaultError("characters") from error
    return _short(value, PROSE)


def emails(text: str) -> tuple[str, ...]:
    """The addresses of one cell."""
    return _listed(_BETWEEN_ADDRESSES.split(text), "email", normalise_email)


def phones(text: str) -> tuple[str, ...]:
    """The numbers of one cell in E.164."""
    return _listed(_BETWEEN_PHONES.split(text), "phone", _phone)


def domains(text: str) -> tuple[str, ...]:
    """The domains of one cell; addresses of sites are taken for their domains."""
    return _listed(_BETWEEN_ADDRESSES.split(text), "domain", _domain)


def tax_id(text: str) -> str:
    """An INN; a table may have lost the zero that it began with, and keep spaces in it."""
    digits = "".join(text.split())
    for written in (digits, digits.zfill(10), digits.zfill(12)):
        try:
            return require_tax_id(written)
        except ValueError:
            continue
    raise FaultError("tax_id", text=_quoted(text))


def money(text: str) -> Money:
    """``1 250 000,50 ₽``, ``1,250,000.50``, ``1250000``; without a sign roubles."""
    found = _AMOUNT.match(" ".join(text.split()))
    if not found:
        raise FaultError("amount", text=_quoted(text))
    words = (found["before"].strip(), found["after"].strip())
    code = next((currency(word) for word in words if word), "RUB")
    return Money(_number(found["number"], text), code)


def currency(text: str) -> str:
    """The code of a currency by its sign, its name or itself."""
    word = text.strip().casefold()
    if re.fullmatch(r"[a-z]{3}", word):
        return _CURRENCY_OF.get(word, word.upper())
    if word not in _CURRENCY_OF:
        raise FaultError("currency", text=_quoted(text))
    return _CURRENCY_OF[word]


def lead_status(text: str) -> LeadStatus:
    """The state of a lead by its name."""
    status = _STATUS_OF.get(text.strip().casefold())
    if status is None:
        raise FaultError("status", text=_quoted(text))
    return status


def word(text: str) -> str:
    """What names something else: read later, by whoever knows what there is."""
    return _short(" ".join(text.split()), LINE)


def _short(text: str, most: int) -> str:
    if len(text) > most:
        raise FaultError("too_long", most=str(most))
    return text


def _listed(parts: list[str], code: str, read: Callable[[str], str]) -> tuple[str, ...]:
    written = [part for part in parts if part]
    if len(written) > MOST_LISTED:
        raise FaultError("too_many", most=str(MOST_LISTED))
    return tuple(dict.fromkeys(_each(part, code, read) for part in written))


def _each(part: str, code: str, read: Callable[[str], str]) -> str:
    try:
        return read(part)
    except ValueError as error:
        raise FaultError(code, text=_quoted(part)) from error


def _phone(text: str) -> str:
    # A table that took a number for a quantity has lost its plus.
    return normalise_phone(f"+{text}" if _WITHOUT_PLUS.fullmatch(text) else text)


def _domain(text: str) -> str:
    host = re.sub(r"^\w+://", "", text).partition("/")[0].casefold().removeprefix("www.")
    if not _DOMAIN.match(host):
        raise ValueError(host)
    return host


def _number(written: str, text: str) -> Decimal:
    plain = re.sub(r"[\s'’]", "", written)  # people write it
    whole, part = _parted(plain)
    if not _GROUPS.fullmatch(whole) or len(part) > _HUNDREDTHS:
        raise FaultError("amount", text=_quoted(text))
    digits = re.sub(r"[.,]", "", whole)
    amount = Decimal(f"{digits}.{part or '0'}").quantize(Decimal("0.01"))
    if not 0 <= amount < _MOST_AMOUNT:
        raise FaultError("amount", text=_quoted(text))
    return amount


def _parted(plain: str) -> tuple[str, str]:
    """The whole and the hundredths: three digits after a sign that stands among groups are thousands."""
    last = max(plain.rfind("."), plain.rfind(","))
    if last < 0:
        return plain, ""
    whole, part = plain[:last], plain[last + 1 :]
    if len(part) == _GROUP and whole.lstrip("+-") not in {"", "0"}:
        return plain, ""
    return whole, part


def _quoted(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1]}…"

"""The rest of the demo company: what `crowd.toml` names, dealt out in turn, so that it is the same each time."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count, cycle, islice
from pathlib import Path
from typing import Any, TypeVar

from infra.local.demo.company import (
    CONTACTS,
    EMPLOYEES,
    MORE_EMPLOYEES,
    SELLERS,
    Company,
    Contact,
    Deal,
)
from infra.local.demo.pipelines import PIPELINES

T = TypeVar("T")

_TOLD: dict[str, Any] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)
_CONTACTS_IN_ALL = 150
# Prime to the length of what they walk through, so that neighbours differ and nothing comes round soon.
_STRIDE, _LONG_STRIDE = 5, 17
_INN_WEIGHTS = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_THOUSAND = 1_000


@dataclass(frozen=True)
class Line:
    """One letter of a talk, from the client or from the seller."""

    of_client: bool
    at: datetime
    text: str


@dataclass(frozen=True)
class Talk:
    """The letters about one deal, in their order."""

    deal: Deal
    contact: Contact
    subject: str
    lines: tuple[Line, ...]


def inn(start: str) -> str:
    """A company's tax number: nine digits and the one that checks them.

    Source: order of the Federal Tax Service of 29.06.2012 No. ММВ-7-6/435@.
    """
    total = sum(int(digit) * weight for digit, weight in zip(start, _INN_WEIGHTS, strict=True))
    return f"{start}{total % 11 % 10}"


def _firms() -> Iterator[Company]:
    for number, (name, _, domain, start) in enumerate(_TOLD["firms"]):
        yield Company(domain, SELLERS[number % len(SELLERS)], name, inn(start))


def _people() -> Iterator[Contact]:
    rows = [*_TOLD["firms"], *_TOLD["firms"], *_TOLD["firms"]]
    for number, (firm, (_, code, domain, _)) in enumerate(
        zip(cycle(MORE_COMPANIES), rows, strict=False)
    ):
        login = f"p{number}"
        yield Contact(
            key=f"{domain}/{login}",
            seller=firm.seller,
            company=firm.key,
            name=_name(number),
            emails=[f"{_latin(_name(number))}@{domain}"],
            phone=f"+7 {code} {200 + number}-{10 + number % 80}-{11 + number * 7 % 80}",
            job_title=_stepped(_TOLD["jobs"], number, 3),
        )


def _name(number: int) -> str:
    surname = _stepped(_TOLD["surnames"], number, _LONG_STRIDE)
    if number % 2:
        return f"{_stepped(_TOLD['women'], number, _STRIDE)} {surname}а"
    return f"{_stepped(_TOLD['men'], number, _STRIDE)} {surname}"


def _stepped(values: Sequence[T], number: int, stride: int) -> T:
    return values[number * stride % len(values)]


def _latin(name: str) -> str:
    """A mail address as its owner might have it: the letters one for one, as far as Latin has them."""
    first, last = name.lower().split()
    return "".join(_TOLD["latin"].get(letter, letter) for letter in f"{first[0]}.{last}")


def _deals() -> Iterator[Deal]:
    numbers = count()
    for pipeline, goods in _TOLD["goods"].items():
        for turn, number in zip(range(goods["deals"]), numbers, strict=False):
            title, thousands = _stepped(goods["titles"], turn, _STRIDE)
            contact = _stepped(MORE_CONTACTS, number, _LONG_STRIDE)
            stage = _stage(pipeline, number)
            reasons = PIPELINES[pipeline].lost_reasons
            yield Deal(
                key=f"crowd-{number}",
                seller=contact.seller,
                title=title,
                pipeline=pipeline,
                stage=stage,
                company=contact.company,
                contacts=[contact.key],
                amount=f"{thousands * _THOUSAND + number * 1_250}.00",
                lost_for=_stepped(reasons, number, 1) if stage == PIPELINES[pipeline].last else "",
            )


def _stage(pipeline: str, number: int) -> int:
    """Most stand near the beginning, as in a funnel; a fifth has ended."""
    stages = len(PIPELINES[pipeline].stages)
    return (0, 1, 2, 0, 1, stages - 2, 3, 0, 2, stages - 1)[number % 10]


MORE_COMPANIES = tuple(_firms())
MORE_CONTACTS = tuple(islice(_people(), _CONTACTS_IN_ALL - len(CONTACTS)))
MORE_DEALS = tuple(_deals())
ALL_EMPLOYEES = (*EMPLOYEES, *MORE_EMPLOYEES)


def talks(now: datetime) -> Iterator[Talk]:
    """What has been written about the deals, all of it before now, the last of each within the last days."""
    for number, deal in enumerate(MORE_DEALS):
        contact = _CONTACTS[deal.contacts[0]]
        told = _stepped(_TOLD["talks"], number, 3)
        yield Talk(
            deal=deal,
            contact=contact,
            subject=told["subject"].format(good=deal.title),
            lines=tuple(_lines(told["lines"], _blanks(deal, contact, now), now, number)),
        )


def _lines(
    rows: Sequence[tuple[str, int, str]], blanks: dict[str, str], now: datetime, number: int
) -> Iterator[Line]:
    length = sum(days for _, days, _ in rows)
    begin = now - timedelta(days=length + 2 + number % 9)
    at = begin.replace(hour=6 + number % 5, minute=number * 7 % 60)
    for who, days, text in rows:
        at += timedelta(days=days, minutes=37)
        yield Line(who == "c", at, text.format(**blanks))


def _blanks(deal: Deal, contact: Contact, now: datetime) -> dict[str, str]:
    seller = next(each.name for each in ALL_EMPLOYEES if each.login == deal.seller)
    firm = next(each.name for each in MORE_COMPANIES if each.key == deal.company)
    return {
        "good": deal.title[:1].lower() + deal.title[1:],
        "first": contact.name.split()[0],
        "client": contact.name,
        "firm": firm,
        "seller": seller,
        "sellerfirst": seller.split()[0],
        "date": f"{now + timedelta(days=12):%d.%m}",
    }


_CONTACTS = {contact.key: contact for contact in MORE_CONTACTS}

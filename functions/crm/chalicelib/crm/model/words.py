"""The words by which a card is found: the same rules for what stands on cards and for what people type.

A card is found when each word that was typed begins one of its words. Letter case, ``ё`` and punctuation make no
difference. An address is a word as a whole and in its parts; a number is one in each of its usual notations.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from itertools import chain, islice

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.leads import Lead
from portal.ids import is_id

LEAST_LETTERS = 2
"""Words of fewer letters are not looked for alone."""

_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]*")
_NUMBER = re.compile(r"(?<!\w)\+?\d(?:[\d\s().-]*\d)?(?!\w)")
_WITH_PREFIX = re.compile(r"\+|[78]\D")

_LEAST_DIALLED, _LEAST_PREFIXED, _WITH_CODE = 7, 4, 11
_ENDINGS = (10, 7, 6, 5, 4)
# Longer words differ in their first letters; more of them are not typed by people.
_MOST_LETTERS, _MOST_WORDS, _MOST_OWN_WORDS = 40, 200, 60
_LONGEST_OWN = 200
_DATE, _PHONE = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\+\d{7,15}")


def typed_words(text: str) -> frozenset[str]:
    """The words that a person typed, addresses and telephone numbers among them whole."""
    return frozenset(_whole_words(_folded(text)))


def plain_words(text: str) -> list[str]:
    """The words of a text as they follow one another."""
    return _WORD.findall(_folded(text))


def words_of(record: Record) -> frozenset[str]:
    """The words by which a card is found; those of its own fields come last, and are not too many."""
    own = islice(dict.fromkeys(_own_words(record)), _MOST_OWN_WORDS)
    return frozenset(islice(dict.fromkeys(chain(_words_of(record), own)), _MOST_WORDS))


def answers(record_words: Iterable[str], typed: Iterable[str]) -> bool:
    """Whether each typed word begins one of a card's."""
    known = list(record_words)
    return all(any(word.startswith(each) for word in known) for each in typed)


def says(text: str, typed: Sequence[str]) -> bool:
    """Whether each typed word begins one of a text's, or all are digits that a telephone number has in this order."""
    if _PHONE.fullmatch(text) and all(map(str.isdigit, typed)):
        digits = "".join(typed)
        within_russia = digits.startswith("8") and text.startswith(f"+7{digits[1:]}")
        return within_russia or digits in text
    return answers(plain_words(text), typed)


@singledispatch
def _words_of(record: Record) -> Iterator[str]:
    yield from _written(record.label)


@_words_of.register
def _of_contact(contact: Contact) -> Iterator[str]:
    yield from _written(contact.name, *contact.emails)
    yield from chain.from_iterable(map(_dialled, contact.phones))
    yield from _written(*(handle.value for handle in contact.handles))


@_words_of.register
def _of_company(company: Company) -> Iterator[str]:
    yield from _written(company.name, company.tax_id or "", *company.domains, *company.emails)
    yield from chain.from_iterable(map(_dialled, company.phones))


@_words_of.register
def _of_lead(lead: Lead) -> Iterator[str]:
    yield from _written(lead.title, lead.name or "", *lead.emails)
    yield from chain.from_iterable(map(_dialled, lead.phones))


def _own_words(record: Record) -> Iterator[str]:
    """What own fields say in short texts: nobody looks for an id, a date or a whole page by its words."""
    for _, value in sorted(record.own.items()):
        if not isinstance(value, str) or len(value) > _LONGEST_OWN or is_id(value):
            continue
        if _PHONE.fullmatch(value):
            yield from _dialled(value)
        elif not _DATE.fullmatch(value):
            yield from _written(value)


def _written(*texts: str) -> Iterator[str]:
    """The words of what stands on a card: whole ones as they are typed, and every part."""
    for text in map(_folded, texts):
        yield from _whole_words(text)
        yield from _cut(_WORD.findall(text))


def _dialled(phone: str) -> Iterator[str]:
    """A number in E.164 as it is typed: from its country code, without it, and by its last digits."""
    digits = phone.removeprefix("+")
    yield digits
    yield from (digits[-length:] for length in _ENDINGS if length < len(digits))


def _whole_words(text: str) -> Iterator[str]:
    rest, addresses = _taken(_ADDRESS, text)
    rest, numbers = _taken(_NUMBER, rest)
    yield from _cut("@".join(map(_letters, each.split("@"))) for each in addresses)
    for number in numbers:
        yield from _cut([_as_dialled(number)] if _is_dialled(number) else _WORD.findall(number))
    yield from _cut(_WORD.findall(rest))


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str, list[str]]:
    """The text without what the pattern finds, and that."""
    return pattern.sub(" ", text), pattern.findall(text)


def _is_dialled(number: str) -> bool:
    """Whether digits with gaps are one number: long enough, or shorter with the prefix of a long one."""
    length = len(re.sub(r"\D", "", number))
    prefixed = bool(_WITH_PREFIX.match(number))
    return length >= (_LEAST_PREFIXED if prefixed else _LEAST_DIALLED)


def _as_dialled(number: str) -> str:
    """The digits alone; the 8 that is dialled within Russia stands for its country code."""
    digits = re.sub(r"\D", "", number)
    trunk = number.startswith("8") and (len(digits) == _WITH_CODE or not number[1].isdigit())
    return f"7{digits[1:]}" if trunk else digits


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text))


def _cut(words: Iterable[str]) -> Iterator[str]:
    yield from (word[:_MOST_LETTERS] for word in words if word.strip("@"))


def _folded(text: str) -> str:
    # The sign of a number would become two letters, and the number a word that nobody types.
    plain = unicodedata.normalize("NFKC", text.replace("№", " "))
    return plain.casefold().replace("ё", "е")

"""Words in double braces, which stand for what only the letter's card, recipient and author can tell."""

import re
from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date

from chalicelib.communications.model.wording import amount_in_words, called, day_in_words
from portal.money import Money
from portal.values import dataclass

_PLACEHOLDER = re.compile(r"{{\s*([^{}]*?)\s*}}")


@dataclass(frozen=True)
class Sender:
    """Who writes the letter."""

    name: str = ""
    position: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Facts:
    """What is known to a letter."""

    today: date
    recipient: str = ""
    company: str = ""
    title: str = ""
    amount: Money | None = None
    stage: str = ""
    sender: Sender = field(default_factory=Sender)


_WORDS: Mapping[str, Callable[[Facts, str], str]] = {
    "recipient.name": lambda facts, _: facts.recipient,
    "recipient.called": lambda facts, _: called(facts.recipient),
    "recipient.company": lambda facts, _: facts.company,
    "card.title": lambda facts, _: facts.title,
    "card.amount": lambda facts, language: amount_in_words(facts.amount, language),
    "card.stage": lambda facts, _: facts.stage,
    "me.name": lambda facts, _: facts.sender.name,
    "me.position": lambda facts, _: facts.sender.position,
    "me.phone": lambda facts, _: facts.sender.phone,
    "me.email": lambda facts, _: facts.sender.email,
    "today": lambda facts, language: day_in_words(facts.today, language),
}

PLACEHOLDERS = tuple(_WORDS)


def placeholders_in(text: str) -> tuple[str, ...]:
    """Everything that stands in double braces, each once."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(text)))


def unknown_placeholders(text: str, known: tuple[str, ...] = PLACEHOLDERS) -> list[str]:
    """What stands in double braces and means nothing."""
    return [name for name in placeholders_in(text) if name not in known]


def words_of(facts: Facts, language: str) -> Mapping[str, str]:
    """The words for each placeholder, empty where nothing is known."""
    return {name: say(facts, language) for name, say in _WORDS.items()}


def filled_in(text: str, words: Mapping[str, str], put: Callable[[str], str]) -> str:
    """The text with the words in it, each made fit for it by `put`; what has none keeps its braces.

    Words are put in once: one that looks like a placeholder itself stays as it is.
    """

    def word(found: re.Match[str]) -> str:
        known = words.get(found[1], "")
        return put(known) if known else f"{{{{{found[1]}}}}}"

    return _PLACEHOLDER.sub(word, text)


def wanting(texts: tuple[str, ...], words: Mapping[str, str]) -> tuple[str, ...]:
    """The placeholders of the texts for which there are no words."""
    named = (name for text in texts for name in placeholders_in(text))
    return tuple(dict.fromkeys(name for name in named if not words.get(name)))

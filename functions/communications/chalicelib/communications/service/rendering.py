"""Templates filled in for a card: the preview and the letter are one and the same."""

from collections.abc import Callable
from html import escape
from typing import Protocol

from chalicelib.communications.model.placeholders import (
    Facts,
    filled_in,
    placeholders_in,
    wanting,
    words_of,
)
from chalicelib.communications.service.templates import Templates
from portal.cards import CardRef
from portal.principals import Principal
from portal.values import dataclass


@dataclass(frozen=True)
class Addressed:
    """From which card a letter is written, to whom when that is one of its contacts, and in which language."""

    card: CardRef
    contact_id: str | None = None
    language: str = "ru"


class FactFinder(Protocol):
    """Crm and people, as the bearer of the header may see them."""

    def facts(self, authorization: str | None, about: Addressed, wanted: frozenset[str]) -> Facts:
        """What the wanted placeholders need; raises `NotFoundError` without the card, and `UnavailableError`."""
        ...


@dataclass(frozen=True)
class Rendered:
    """A letter with the words in; what is `missing` stands in it in double braces still."""

    subject: str
    html: str
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Rendering:
    """Filling templates in."""

    templates: Templates
    finder: FactFinder
    tidied: Callable[[str], str]

    def letter(
        self, caller: Principal, authorization: str | None, template_id: str, about: Addressed
    ) -> Rendered:
        """A template as a letter from the card; raises as `render`, and `NotFoundError` without the template."""
        found = self.templates.one(caller, template_id)
        return self.render(authorization, found.subject, found.html, about)

    def render(
        self, authorization: str | None, subject: str, html: str, about: Addressed
    ) -> Rendered:
        """Words as a letter from the card.

        Raises:
            NotFoundError: there is no such card, or it is not for who asks.
            UnavailableError: crm or people does not answer.
        """
        wanted = frozenset((*placeholders_in(subject), *placeholders_in(html)))
        words = words_of(self.finder.facts(authorization, about, wanted), about.language)
        # Values are text: what looks like markup in a client's name is shown, and means nothing.
        body = self.tidied(filled_in(html, words, escape))
        return Rendered(filled_in(subject, words, str), body, wanting((subject, html), words))

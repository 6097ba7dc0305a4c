"""Finding the cards that a table names, among those that its sender may see."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.importing.faults import FaultError
from chalicelib.crm.model.importing.fields import ID
from chalicelib.crm.model.words import plain_words, typed_words
from chalicelib.crm.service.access import listing_grants
from chalicelib.crm.service.index import WordIndex
from chalicelib.crm.service.ports import Cards, Records
from portal.ids import is_id
from portal.principals import Principal
from portal.values import dataclass

R = TypeVar("R", bound=Record)

_MOST = 100


@dataclass(frozen=True)
class Finder:
    """Looks for cards on behalf of one person."""

    records: Records
    cards: Cards
    words: WordIndex
    principal: Principal

    def find(self, kind: type[R], key: str, value: Any) -> R | None:  # noqa: ANN401  # a field of any type
        """The card whose field has the value, or one of the values.

        Raises:
            FaultError: several have it, or an id is of no card that the person may see.
        """
        if key == ID:
            return self.by_id(kind, value)
        for each in value if isinstance(value, tuple) else (value,):
            if found := self._by_one(kind, key, each):
                return found
        return None

    def by_id(self, kind: type[R], card_id: str) -> R:
        """A card by its id.

        Raises:
            FaultError: there is none that the person may see.
        """
        found = self.seen(kind, card_id) if is_id(card_id) else None
        if found is None:
            raise FaultError("no_card", text=card_id)
        return found

    def seen(self, kind: type[R], card_id: str) -> R | None:
        """A card by its id, if the person may see it."""
        record = self.records.record(kind, card_id)
        return record if record and self.principal.may_see(record.audience) else None

    def company(self, name: str | None, tax_id: str | None) -> Company | None:
        """A company by its INN, or else by its name."""
        found = self._by_one(Company, "tax_id", tax_id) if tax_id else None
        return found or (self._by_one(Company, "name", name) if name else None)

    def contact(self, name: str | None, identities: Iterable[tuple[str, str]]) -> Contact | None:
        """A contact by an address or a number, or else by the name."""
        for key, value in identities:
            if found := self._by_one(Contact, key, value):
                return found
        return self._by_one(Contact, "name", name) if name else None

    def _by_one(self, kind: type[R], key: str, value: str) -> R | None:
        if kind is Contact and key in {"emails", "phones"}:
            contact_id = self.cards.contact_by_identity(key.removesuffix("s"), value)
            return cast("R | None", contact_id and self.seen(Contact, contact_id)) or None
        return self._by_word(kind, value, _having(key, value))

    def _by_word(self, kind: type[R], text: str, fits: Callable[[Record], bool]) -> R | None:
        word = _rarest(text)
        grants = listing_grants(self.principal)
        refs = self.words.beginning(kind.kind, grants, word, _MOST) if word else []
        found = self.words.cards(refs)
        fitting = [r for r in found if self.principal.may_see(r.audience) and fits(r)]
        if len(fitting) > 1:
            raise FaultError("several", text=text)
        return cast("R", fitting[0]) if fitting else None


def folded(text: str) -> str:
    """A name as names are compared: letter case, quotation marks and signs make no difference."""
    return " ".join(plain_words(text))


def _having(key: str, value: str) -> Callable[[Record], bool]:
    if key in {"name", "title"}:
        return lambda record: folded(record.label) == folded(value)

    def has(record: Record) -> bool:
        held = getattr(record, key)
        return value in held if isinstance(held, tuple) else held == value

    return has


def _rarest(text: str) -> str | None:
    """The longest word: the one that leads to the fewest cards."""
    return max(typed_words(text) or plain_words(text), key=len, default=None)

"""By what two cards seem to be one: the same number, address, name in a messenger or INN, or names much alike."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.model.words import plain_words, typed_words
from portal.cards import CardKind
from portal.values import dataclass

_FORMS = "ооо оао зао пао ао ип нко тоо чп одо ltd llc inc gmbh corp co company ag sa oy jsc pjsc"
_LEGAL_FORMS = frozenset(_FORMS.split())
_SOUNDS = "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e iu ia"
_LATIN = {
    letter: sound.strip("-")
    for letter, sound in zip("абвгдежзийклмнопрстуфхцчшщъыьэюя", _SOUNDS.split(), strict=True)
}
_ALIKE, _SHORTEST = 0.87, 5


class Trait(StrEnum):
    """What two cards have in common, the surest first."""

    TAX_ID = "tax_id"
    EMAIL = "email"
    PHONE = "phone"
    HANDLE = "handle"
    DOMAIN = "domain"
    NAME = "name"
    SIMILAR_NAME = "similar_name"


SURE = frozenset({Trait.TAX_ID, Trait.EMAIL, Trait.PHONE, Trait.HANDLE})


class Strength(StrEnum):
    """How much speaks for it that two cards are one, the most first."""

    SURE = "sure"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True)
class Likeness:
    """One thing that two cards have in common; `value` is what it is, for a name the other card's."""

    trait: Trait
    value: str


def strength_of(found: Sequence[Likeness]) -> Strength:
    """A number or an address says more than a name, and the same name more than one like it."""
    traits = {each.trait for each in found}
    if traits & SURE:
        return Strength.SURE
    return Strength.POSSIBLE if traits == {Trait.SIMILAR_NAME} else Strength.LIKELY


@dataclass(frozen=True)
class Alike:
    """A card that seems to be the same as another, and by what, the surest first."""

    record: Record
    likenesses: tuple[Likeness, ...]

    @property
    def sure(self) -> bool:
        """Whether more than a name says so."""
        return self.strength is Strength.SURE

    @property
    def strength(self) -> Strength:
        """How much speaks for it."""
        return strength_of(self.likenesses)


def likenesses(one: Record, other: Record) -> tuple[Likeness, ...]:
    """What the two have in common; nothing when they are not compared: other kinds, or cards that went elsewhere."""
    if other.kind not in compared_with(one.kind) or one.successor or other.successor:
        return ()
    ours, theirs = set(_traits(one)), set(_traits(other))
    found = sorted(ours & theirs, key=lambda each: (list(Trait).index(each.trait), each.value))
    return tuple(found) or tuple(_named_alike(one, other))


def compared_with(kind: CardKind) -> tuple[CardKind, ...]:
    """The kinds among which cards may be like one of this kind; deals are not compared."""
    if kind is CardKind.DEAL:
        return ()
    return (kind,) if kind is CardKind.COMPANY else (CardKind.CONTACT, CardKind.LEAD)


def sought_words(record: Record) -> list[str]:
    """The words by which the index leads to cards like it, a few of them, the surest first."""
    found = [typed_words(each.value) for each in _traits(record) if each.trait in _WHOLE]
    sure = [max(sorted(words), key=len) for words in found if words]
    names = sorted(set(_name_words(record)), key=lambda word: (-len(word), word))
    return list(dict.fromkeys([*sure[:_MOST_SURE], *(word[:_BEGINNING] for word in names[:2])]))


_WHOLE = SURE - {Trait.HANDLE} | {Trait.DOMAIN}
_MOST_SURE, _BEGINNING = 6, 4


def _traits(record: Record) -> Iterator[Likeness]:
    if isinstance(record, Company) and record.tax_id:
        yield Likeness(Trait.TAX_ID, record.tax_id)
    if isinstance(record, Contact | Company | Lead):
        yield from (Likeness(Trait.EMAIL, email.casefold()) for email in record.emails)
        yield from (Likeness(Trait.PHONE, phone) for phone in record.phones)
    if isinstance(record, Contact):
        yield from (Likeness(Trait.HANDLE, each.identity.label) for each in record.handles)
    if isinstance(record, Company):
        yield from (Likeness(Trait.DOMAIN, domain) for domain in record.domains)


def _named_alike(one: Record, other: Record) -> Iterator[Likeness]:
    ours, theirs = (" ".join(sorted(map(_latin, _name_words(each)))) for each in (one, other))
    if not ours or not theirs:
        return
    if ours == theirs:
        yield Likeness(Trait.NAME, _name(other))
    elif min(len(ours), len(theirs)) >= _SHORTEST and _ratio(ours, theirs) >= _ALIKE:
        yield Likeness(Trait.SIMILAR_NAME, _name(other))


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _name(record: Record) -> str:
    return (record.name or "") if isinstance(record, Lead) else record.label


def _name_words(record: Record) -> list[str]:
    return [word for word in plain_words(_name(record)) if word not in _LEGAL_FORMS]


def _latin(word: str) -> str:
    return "".join(_LATIN.get(letter, letter) for letter in word)

"""What search takes, and in which order it tells of what it found."""

from collections.abc import Collection
from functools import singledispatch

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.model.words import LEAST_LETTERS, typed_words, words_of
from portal.errors import InvalidError


def require_words(text: str) -> frozenset[str]:
    """What was typed, as words.

    Raises:
        InvalidError: no word of it is long enough to look for.
    """
    words = typed_words(text)
    if max(map(len, words), default=0) < LEAST_LETTERS:
        raise InvalidError.at(
            "?q", "Type at least two letters or digits of a name, number or address."
        )
    return words


def rank(record: Record, typed: Collection[str]) -> tuple[int, bool]:
    """The higher, the earlier a card is told of: by words that were typed to their end, then the open ones."""
    return len(words_of(record).intersection(typed)), record.open


@singledispatch
def subtitle(record: Record) -> str | None:
    """What tells a card from others of the same name: here whose it is."""
    return record.owner.name


@subtitle.register
def _of_contact(contact: Contact) -> str | None:
    return next(iter((*contact.emails, *contact.phones)), contact.job_title)


@subtitle.register
def _of_company(company: Company) -> str | None:
    return company.tax_id or next(iter((*company.domains, *company.emails, *company.phones)), None)


@subtitle.register
def _of_lead(lead: Lead) -> str | None:
    return lead.name or next(iter((*lead.emails, *lead.phones)), None)

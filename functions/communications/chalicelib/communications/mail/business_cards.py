"""Business cards in letters: vCard, of any version."""

import logging
from collections.abc import Iterable
from itertools import islice
from typing import Any

from chalicelib.communications.mail.cleaning import clean_line
from chalicelib.communications.model import BusinessCard, File
from portal.charsets import to_text

MOST = 20
_MAX_BYTES = 256 * 1024
_MOST_FILES = 5
_MOST_LINES = 20
_LINE = 200
_TYPES = frozenset({"text/vcard", "text/x-vcard", "text/directory", "application/vcard"})


def business_cards_in(files: Iterable[File]) -> tuple[BusinessCard, ...]:
    """The cards that the files hold, each once."""
    holding = islice(filter(_holds_cards, files), _MOST_FILES)
    found = (card for file in holding for card in _read(file.content))
    return tuple(dict.fromkeys(found))[:MOST]


def _holds_cards(file: File) -> bool:
    named = file.content_type in _TYPES or file.name.casefold().endswith(".vcf")
    return named and len(file.content) <= _MAX_BYTES


def _read(content: bytes) -> list[BusinessCard]:
    import vobject  # noqa: PLC0415  # slow to import, and few letters bring one

    # It would write what it cannot read into the log.
    logging.getLogger(vobject.base.logger.name).disabled = True

    cards: list[BusinessCard] = []
    try:
        for found in vobject.readComponents(to_text(content), ignoreUnreadable=True, allowQP=True):
            if found.name.upper() == "VCARD" and len(cards) < MOST:
                cards.append(_card(found.contents))
    except Exception:  # noqa: BLE001  # strangers' bytes: what was understood until here counts
        return [card for card in cards if card.name]
    return [card for card in cards if card.name]


def _card(contents: dict[str, list[Any]]) -> BusinessCard:
    emails, company = _all(contents, "email"), _first(contents, "org")
    name = _first(contents, "fn") or _first(contents, "n") or company
    return BusinessCard(
        name=name or next(iter(emails), ""),
        emails=emails,
        phones=tuple(one.removeprefix("tel:") for one in _all(contents, "tel")),
        company=company,
        job_title=_first(contents, "title"),
    )


def _first(contents: dict[str, list[Any]], name: str) -> str:
    return next(iter(_all(contents, name)), "")


def _all(contents: dict[str, list[Any]], name: str) -> tuple[str, ...]:
    lines = (_words(one) for one in contents.get(name, [])[:_MOST_LINES])
    return tuple(dict.fromkeys(filter(None, lines)))


def _words(line: Any) -> str:  # noqa: ANN401  # the library has no types
    value = line.value
    if isinstance(value, bytes):
        value = to_text(value)
    # An organisation comes with its departments; the first is its name.
    chosen = value[0] if isinstance(value, list) and value else value
    return clean_line(str(chosen), _LINE)

"""Whom an automatic letter tells us to turn to."""

import re

from chalicelib.communications.model.absences import Substitute
from portal.errors import PortalError
from portal.texts import normalise_phone

_CUE = re.compile(
    r"срочн|неотложн|замеща|замени(?:т|ет)|вместо меня|отсутств\w+ прошу|моего отсутствия|мо[её] отсутствие|обраща|обратит"
    r"|пишите|свяжитесь|связаться с|звоните|urgent|emergenc|my absence|contact|reach out to|get in touch with"
    r"|cover(?:ing|s) for me|my colleague",
    re.IGNORECASE,
)
_HIMSELF = re.compile(
    r"\b(?:contact|call|reach|text|e-?mail) me\b|\bmy (?:mobile|cell|phone|personal)"
    r"|\bмне\b|\bмо(?:й|ему|ём|ем) (?:моб|тел|номер|сотов)|со мной",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_PHONE = re.compile(r"(?<![\w.])\+?\d[\d ()-]{8,18}\d(?!\w)")
_WORD = r"(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[A-Z][a-z]+(?:[-'][A-Z][a-z]+)?|[А-ЯЁA-Z]\.)"
_NAME = re.compile(rf"\b{_WORD}(?: ?{_WORD}){{1,2}}(?!\w)")
_WINDOW = 240
_NEAR = 60


def substitute_in(text: str, sender: str) -> Substitute | None:
    """The one substitute that a text names after it says when to turn to him; None when it names several, or none."""
    cue = _CUE.search(text)
    if cue is None:
        return None
    said = text[cue.end() : cue.end() + _WINDOW]
    around = text[max(0, cue.start() - _NEAR) : cue.end() + _WINDOW]
    if _HIMSELF.search(around):
        return None
    addresses = {each.casefold() for each in _ADDRESS.findall(said)} - {sender.casefold()}
    phones = _phones(said)
    if len(addresses) > 1 or len(phones) > 1:
        return None
    address, phone = next(iter(addresses), ""), next(iter(phones), "")
    name = _name(said) if address or phone else ""
    return Substitute(name, address, phone) if address or (name and phone) else None


def _phones(text: str) -> dict[str, None]:
    found: dict[str, None] = {}
    for match in _PHONE.finditer(text):
        try:
            found[normalise_phone(match.group())] = None
        except (PortalError, ValueError):
            continue
    return found


def _name(said: str) -> str:
    """The last name before the first address or phone: what stands behind them may be a signature."""
    first = min(
        (m.start() for m in (_ADDRESS.search(said), _PHONE.search(said)) if m), default=len(said)
    )
    names = [match.group() for match in _NAME.finditer(said[max(0, first - _NEAR) : first])]
    return names[0] if len(names) == 1 else ""

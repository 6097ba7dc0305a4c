"""Companies: the organisations that our contacts work for."""

from typing import ClassVar

from chalicelib.crm.model.cards import Record
from portal.cards import CardKind
from portal.values import dataclass

_CHECK_DIGITS = {10: 1, 12: 2}
_WEIGHTS = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)


@dataclass(frozen=True, kw_only=True)
class Company(Record):
    """An organisation."""

    kind: ClassVar[CardKind] = CardKind.COMPANY

    name: str
    tax_id: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    description: str | None = None

    @property
    def label(self) -> str:
        """The name."""
        return self.name

    @property
    def card_company_id(self) -> str | None:
        """Itself."""
        return self.id


def require_tax_id(text: str) -> str:
    """An INN: ten digits of an organisation or twelve of a person; the last one or two check the others.

    Raises:
        ValueError: with a sentence for the person who typed it.
    """
    digits = text.strip()
    checks = _CHECK_DIGITS.get(len(digits))
    if checks is None or not (digits.isascii() and digits.isdigit()):
        raise ValueError("An INN has 10 digits, or 12 for an entrepreneur.")
    if any(_check_digit(digits[:-place]) != int(digits[-place]) for place in range(1, checks + 1)):
        raise ValueError("The digits of this INN do not check. Look for a mistyped one.")
    return digits


def _check_digit(digits: str) -> int:
    weights = _WEIGHTS[-len(digits) :]
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 % 10

"""Money: an exact decimal with its currency. A float never touches it."""

from decimal import Decimal

from portal.values import dataclass


@dataclass(frozen=True)
class Money:
    """An amount in a currency of ISO 4217."""

    amount: Decimal
    currency: str

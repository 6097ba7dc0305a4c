"""What the index has taken from a card."""

from dataclasses import dataclass, replace

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.tallies import Tallied


@dataclass(frozen=True)
class Indexed:
    """What stands in the index because of one card, as of the card's `card_version`.

    `version` is of the index's own note of this, and grows with each save.
    """

    card_version: int = 0
    tallied: Tallied | None = None
    version: int | None = None

    @classmethod
    def of(cls, record: Record) -> "Indexed":
        """What should stand there."""
        return cls(
            card_version=record.version or 0,
            tallied=Tallied.of(record) if isinstance(record, Deal) else None,
        )

    def says(self, wanted: "Indexed") -> bool:
        """Whether nothing is left to do. A newer version of the same card has to be noted as well.

        Otherwise whoever read the card before it changed and changed back could still save what he saw.
        """
        return replace(self, version=wanted.version) == wanted

"""References to the cards that communications, files and reminders are about."""

from enum import StrEnum

from portal.errors import InvalidError
from portal.ids import is_id
from portal.values import dataclass


class CardKind(StrEnum):
    """The kinds of card that anything can be about."""

    LEAD = "lead"
    DEAL = "deal"
    CONTACT = "contact"
    COMPANY = "company"


@dataclass(frozen=True, order=True)
class CardRef:
    """One card, named from another feature. Its text form is ``deal:01H...``."""

    kind: CardKind
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @classmethod
    def parse(cls, text: str, pointer: str = "?card") -> "CardRef":
        """Reads the text form.

        Raises:
            InvalidError: at `pointer`, when the text is not ``<kind>:<id>``.
        """
        kind, _, identifier = text.partition(":")
        if kind not in set(CardKind) or not is_id(identifier):
            raise InvalidError.at(
                pointer, "Name a card as kind:id, for example deal:01ARZ3NDEKTSV4RRFFQ69G5FAV."
            )
        return cls(CardKind(kind), identifier)

"""The contacts and the company that a card names."""

from collections.abc import Iterator, Mapping
from typing import Any

from chalicelib.crm.model.cards import Record
from chalicelib.crm.service.access import Access
from portal.cards import CardKind, CardRef
from portal.errors import FieldError, InvalidError
from portal.principals import Principal
from portal.values import dataclass


@dataclass(frozen=True)
class References:
    """Lets a card name only what its editor may see, so that naming discovers nothing."""

    access: Access

    def require(
        self, principal: Principal, values: Mapping[str, Any], before: Record | None = None
    ) -> None:
        """Checks `contact_ids` and `company_id` among the values; what stood `before` may stay.

        Raises:
            InvalidError: at each reference to what does not exist or is not the principal's to see.
        """
        named = dict(_references(values))
        kept = set(_kept(before)) if before else set()
        new = {pointer: ref for pointer, ref in named.items() if ref not in kept}
        visible = {card.ref for card in self.access.visible(principal, new.values())}
        wrong = [
            FieldError(pointer, f"There is no such {ref.kind} among those you may see.")
            for pointer, ref in new.items()
            if ref not in visible
        ]
        if wrong:
            raise InvalidError(*wrong)


def _references(values: Mapping[str, Any]) -> Iterator[tuple[str, CardRef]]:
    for index, contact_id in enumerate(values.get("contact_ids", ())):
        yield f"/contact_ids/{index}", CardRef(CardKind.CONTACT, contact_id)
    if company_id := values.get("company_id"):
        yield "/company_id", CardRef(CardKind.COMPANY, company_id)


def _kept(before: Record) -> Iterator[CardRef]:
    yield from (CardRef(CardKind.CONTACT, i) for i in before.card_contact_ids)
    if before.card_company_id:
        yield CardRef(CardKind.COMPANY, before.card_company_id)

"""What became of a card's fields, and bringing one value back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from chalicelib.crm.model.cards import OWN, Card
from chalicelib.crm.model.history import (
    Hindrance,
    Names,
    Told,
    hindrance,
    people_of,
    refs_of,
    told,
)
from chalicelib.crm.model.journal import Recorded
from chalicelib.crm.service.access import Access
from chalicelib.crm.service.fields import Fields
from chalicelib.crm.service.pipelines import Pipelines
from portal.cards import CardKind, CardRef
from portal.errors import ConflictError, InvalidError, NotFoundError
from portal.paging import Page, PageRequest
from portal.principals import Principal
from portal.values import dataclass


class JournalBook(Protocol):
    """The journals of the cards; `Records.save` writes them."""

    def changes(self, ref: CardRef, request: PageRequest) -> Page[Recorded]:
        """The changes of a card, the latest first."""
        ...

    def change(self, ref: CardRef, change_id: str) -> Recorded | None:
        """One change of a card."""
        ...


class NameBook(Protocol):
    """What employees are called."""

    def names(self, employee_ids: Sequence[str]) -> dict[str, str]:
        """Their names, in one read; those that people never announced are left out."""
        ...


@dataclass(frozen=True)
class History:
    """The journals, for those who may see the cards."""

    access: Access
    journal: JournalBook
    employees: NameBook
    pipelines: Pipelines
    fields: Fields

    def page(self, principal: Principal, ref: CardRef, request: PageRequest) -> Page[Told]:
        """The changes of a card, the latest first.

        Raises:
            NotFoundError: there is no such card, or the principal may not see it.
        """
        self.require(principal, ref)
        page = self.journal.changes(ref, request)
        names = self._names(principal, ref, page.items)
        return page.map(lambda recorded: told(recorded, names, ref.kind))

    def former(self, principal: Principal, ref: CardRef, change_id: str, name: str) -> Any:  # noqa: ANN401  # a field's value
        """The value that a field had before a change, as the API takes it; an empty one is None.

        Raises:
            NotFoundError: there is no such card or change, or the principal may not see it.
            InvalidError: the change did not concern the field.
            ConflictError: this field's values are not brought back like this.
        """
        self.require(principal, ref)
        recorded = self.journal.change(ref, change_id)
        if recorded is None:
            raise NotFoundError("There is no such change of this card.")
        turn = recorded.turns.get(name)
        if turn is None:
            raise InvalidError.at("/field", "Name a field that this change concerned.")
        if reason := hindrance(name, turn, ref.kind):
            raise ConflictError(_SENTENCES[reason])
        return turn.before

    def made_since(self, ref: CardRef, begun: datetime, cause_id: str) -> str | None:
        """The id of the card's last change, if it was made since then because of another one."""
        for last in self.journal.changes(ref, PageRequest(1)).items:
            if last.at >= begun and last.cause and last.cause.id == cause_id:
                return last.id
        return None

    def require(self, principal: Principal, ref: CardRef) -> Card:
        """The card.

        Raises:
            NotFoundError: there is none, or the principal may not see it.
        """
        card = self.access.store.card(ref)
        if card is None or not principal.may_see(card.audience):
            raise NotFoundError(f"There is no such {ref.kind}.")
        return card

    def _names(self, principal: Principal, ref: CardRef, changes: Sequence[Recorded]) -> Names:
        refs = [named for each in changes for named in refs_of(each)]
        own = {f"{OWN}{field.id}": field for field in self.fields.of(ref.kind).fields}
        people = sorted({person for each in changes for person in people_of(each, own)})
        cards = self.access.visible(principal, refs) if refs else []
        return Names(
            cards={card.ref: card.title for card in cards},
            people=self.employees.names(people),
            stages=self._stages() if ref.kind is CardKind.DEAL else {},
            own=own,
        )

    def _stages(self) -> dict[str, str]:
        lines = self.pipelines.all()
        stages = {stage.id: stage.name for line in lines for stage in line.stages}
        return {line.id: line.name for line in lines} | stages


_SENTENCES = {
    Hindrance.STAGE: "Move the deal to the stage instead: the stage log tells of it, and the reason goes with it.",
    Hindrance.CONVERSION: "What a lead became stays: change the cards that it became.",
    Hindrance.EMPLOYEE: "This follows the employee: change his name or his departments in the directory.",
    Hindrance.ERASED: "This value was erased at the person's request, and nothing of it was kept.",
    Hindrance.FIRST: "There was no value before: the card began with this one.",
}

"""Journals over HTTP."""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import Field, StringConstraints, ValidationError

from chalicelib.crm.model.cards import OWN
from chalicelib.crm.model.history import Hindrance, Part, PartKind, Step, Told
from chalicelib.crm.model.journal import CauseKind
from chalicelib.crm.schemas.companies import CompanyPatch
from chalicelib.crm.schemas.contacts import ContactPatch
from chalicelib.crm.schemas.deals import DealPatch
from chalicelib.crm.schemas.leads import LeadPatch
from chalicelib.crm.schemas.timeline import ActorView
from portal.cards import CardKind
from portal.errors import ConflictError
from portal.wire import CardView, Instant, PageQuery, Request, Response

# A change holds both texts of a field, so that a page of the longest has to be a small one.
_MOST = 30

_PATCHES: Mapping[CardKind, type[ContactPatch | CompanyPatch | LeadPatch | DealPatch]] = {
    CardKind.CONTACT: ContactPatch,
    CardKind.COMPANY: CompanyPatch,
    CardKind.LEAD: LeadPatch,
    CardKind.DEAL: DealPatch,
}
_LISTS = frozenset({"contact_ids", "domains", "emails", "handles", "participant_ids", "phones"})


class ChangesQuery(PageQuery):
    """Which page of a journal."""

    limit: Annotated[int, Field(ge=1, le=_MOST)] = _MOST


class RestoredField(Request):
    """The field whose value before the change is wanted again; an own field is ``own.<id>``."""

    field: Annotated[str, StringConstraints(min_length=1, max_length=100)]


class RestoredView(Response):
    """The card's version now, and the change that was made; none when the value stood there already."""

    version: int
    change_id: str | None


class PartView(Response):
    """One thing in a value; `text` is how a person reads it, where there is one way to."""

    kind: PartKind
    text: str | None
    id: str | None
    card: CardView | None
    value: Any

    @classmethod
    def of(cls, part: Part) -> Self:
        """The domain's form as it is sent."""
        card = CardView(kind=part.ref.kind, id=part.ref.id) if part.ref else None
        return cls(kind=part.kind, text=part.text, id=part.id, card=card, value=part.value)


class ChangedFieldView(Response):
    """One field of a change, from what to what; `label` names an own field, `hindrance` says why it cannot go back."""

    field: str
    label: str | None
    before: list[PartView]
    after: list[PartView]
    hindrance: Hindrance | None

    @classmethod
    def of(cls, step: Step) -> Self:
        """The domain's form as it is sent."""
        before, after = (
            [PartView.of(part) for part in parts] for parts in (step.before, step.after)
        )
        return cls(
            field=step.name, label=step.label, before=before, after=after, hindrance=step.hindrance
        )


class CauseView(Response):
    """What the change was part of."""

    kind: CauseKind
    id: str | None


class ChangeView(Response):
    """One change of a card: who, when, and each field from what to what."""

    id: str
    at: Instant
    actor: ActorView
    created: bool
    cause: CauseView | None
    steps: list[ChangedFieldView]

    @classmethod
    def of(cls, change: Told) -> Self:
        """The domain's form as it is sent."""
        return cls(
            id=change.id,
            at=change.at,
            actor=ActorView.model_validate(change.actor),
            created=change.created,
            cause=CauseView.model_validate(change.cause) if change.cause else None,
            steps=[ChangedFieldView.of(step) for step in change.steps],
        )


def values_to_restore(kind: CardKind, name: str, value: Any) -> dict[str, Any]:  # noqa: ANN401  # a field's value
    """A value of the journal as a change of the card sends it, checked as that is.

    Raises:
        ConflictError: the value is no longer accepted.
    """
    emptied = [] if value is None and name in _LISTS else value
    body = {"own": {name.removeprefix(OWN): value}} if name.startswith(OWN) else {name: emptied}
    try:
        return _PATCHES[kind].model_validate(body).to_values()
    except ValidationError as error:
        raise ConflictError(
            "The portal no longer accepts this value. Write it into the field by hand."
        ) from error

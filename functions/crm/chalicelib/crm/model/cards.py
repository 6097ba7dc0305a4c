"""What the four kinds of card have in common: an owner, participants, and who may see them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any, ClassVar

from portal.cards import CardKind, CardRef
from portal.errors import ConflictError
from portal.principals import (
    OWNER_GRANT,
    Audience,
    Principal,
    contact_grant,
    employee_grant,
    head_grant,
)


@dataclass(frozen=True)
class Owner:
    """The employee who answers for a card, as he was known when the card was last told of him."""

    id: str
    name: str
    department_ids: frozenset[str] = frozenset()

    @classmethod
    def of(cls, principal: Principal) -> "Owner":
        """The caller as an owner."""
        return cls(principal.id, principal.name, principal.department_ids)


@dataclass(frozen=True)
class Card:
    """Any card, whatever its kind, as the timeline, linking and neighbours need it.

    A contact's card names itself in `contact_ids`. The main contact of a deal comes first. What comes to a card
    with a `successor` belongs there. A card that was `merged_into` another is seen by those who see that one, which
    answers for what stands on its `former_ids`.
    """

    kind: CardKind
    id: str
    title: str
    owner_id: str
    participant_ids: frozenset[str]
    audience: Audience
    contact_ids: tuple[str, ...] = ()
    company_id: str | None = None
    open: bool = True
    successor: CardRef | None = None
    merged_into: CardRef | None = None
    former_ids: tuple[str, ...] = ()

    @property
    def ref(self) -> CardRef:
        """The reference to it."""
        return CardRef(self.kind, self.id)


@dataclass(frozen=True)
class Merged:
    """Into which card of its kind this one went, by which change of that one."""

    into: str
    change_id: str


@dataclass(frozen=True, kw_only=True)
class Record:
    """A card with all its fields; the kinds derive from it.

    `own` has the values of the company's own fields by the ids of the fields, in the form in which they travel; what
    is empty is left out. `former_ids` are of the cards that were merged into it, and of those merged into these.
    """

    kind: ClassVar[CardKind]

    id: str
    owner: Owner
    participant_ids: frozenset[str] = field(default_factory=frozenset)
    own: Mapping[str, Any] = field(default_factory=dict)
    created_at: datetime
    updated_at: datetime
    erased_at: datetime | None = None
    version: int | None = None
    merged: Merged | None = None
    former_ids: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What a person calls it."""
        raise NotImplementedError

    @property
    def open(self) -> bool:
        """Whether work on it goes on."""
        return True

    @property
    def card_contact_ids(self) -> tuple[str, ...]:
        """The contacts it concerns, the main one first."""
        return ()

    @property
    def card_company_id(self) -> str | None:
        """The company it concerns."""
        return None

    @property
    def successor(self) -> CardRef | None:
        """The card on which the work of this one goes on."""
        return self.merged_into

    @property
    def merged_into(self) -> CardRef | None:
        """The card that this one went into."""
        return CardRef(self.kind, self.merged.into) if self.merged else None

    def require_change(self, values: Mapping[str, Any]) -> None:  # noqa: ARG002  # the kinds look at them
        """Lets new values of fields pass.

        Raises:
            ConflictError: what has happened to the card contradicts one of them.
        """
        if self.merged_into:
            raise ConflictError("This card was merged. Change the one it is in.", self.merged_into)

    @property
    def client_ids(self) -> tuple[str, ...]:
        """The contacts whose client accounts may see it."""
        return ()

    @property
    def audience(self) -> Audience:
        """Who may see it; see `portal.principals`."""
        return self.staff_audience | frozenset(map(contact_grant, self.client_ids))

    @property
    def staff_audience(self) -> Audience:
        """Those of the audience who belong to the company."""
        return frozenset(self._staff_tokens())

    @property
    def ref(self) -> CardRef:
        """The reference to it."""
        return CardRef(self.kind, self.id)

    def to_card(self) -> Card:
        """The part that does not depend on the kind."""
        return Card(
            kind=self.kind,
            id=self.id,
            title=self.label,
            owner_id=self.owner.id,
            participant_ids=self.participant_ids,
            audience=self.audience,
            contact_ids=self.card_contact_ids,
            company_id=self.card_company_id,
            open=self.open,
            successor=self.successor,
            merged_into=self.merged_into,
            former_ids=self.former_ids,
        )

    def _staff_tokens(self) -> Iterable[str]:
        yield OWNER_GRANT
        yield employee_grant(self.owner.id)
        yield from map(employee_grant, self.participant_ids)
        yield from map(head_grant, self.owner.department_ids)


def differences(before: Record, after: Record) -> tuple[str, ...]:
    """The names of the fields in which two states of a card differ, in order; bookkeeping is left out.

    Another owner is ``owner_id``; the same owner under another name or in other departments is ``owner``. An own
    field is ``own.<id>``, and comes after the others.
    """
    names = [each.name for each in fields(after) if each.name not in _NOT_COMPARED]
    changed = [name for name in names if getattr(before, name) != getattr(after, name)]
    reassigned = before.owner.id != after.owner.id
    named = ("owner_id" if name == "owner" and reassigned else name for name in changed)
    return *named, *_own_differences(before, after)


def _own_differences(before: Record, after: Record) -> Iterable[str]:
    ids = sorted({*before.own, *after.own})
    return (f"{OWN}{i}" for i in ids if before.own.get(i) != after.own.get(i))


OWN = "own."
"""What the name of an own field begins with, where fields of all sorts are named."""

BOOKKEEPING = frozenset(
    {"created_at", "updated_at", "version", "stage_since", "stage_kind", "pipeline_departments"}
) | {"merged", "former_ids", "erased_at", "spent"}
"""Fields that follow from others or from the saving itself."""

_NOT_COMPARED = BOOKKEEPING - {"former_ids"} | {"own"}

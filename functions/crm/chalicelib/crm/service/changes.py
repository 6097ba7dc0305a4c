"""What the use cases ask of the store beyond a single record."""

from typing import Generic, TypeVar

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.contacts import Identity
from chalicelib.crm.model.deals import StageMove
from chalicelib.crm.model.facets import facets_of
from chalicelib.crm.model.filters import Ask, Condition, admit
from chalicelib.crm.model.journal import Cause
from chalicelib.crm.model.passing import OF_PULSE, passing_of
from chalicelib.crm.model.pulse import Pulse
from chalicelib.crm.model.sorting import Sort, shelf_of, sorted_places
from chalicelib.crm.model.timeline import Entry
from portal.cards import CardKind, CardRef
from portal.errors import ConflictError
from portal.events import Event
from portal.values import dataclass

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Change(Generic[R]):
    """One step of a card, stored whole or not at all; `before` is None for a new card.

    `entry` is what its timeline tells of the step, `move` what the stage log does; each with the event that
    rides on it. `cause` is what the journal names as the occasion.
    """

    before: R | None
    after: R
    event: Event
    entry: Entry | None = None
    entry_event: Event | None = None
    move: StageMove | None = None
    move_event: Event | None = None
    cause: Cause | None = None


@dataclass(frozen=True)
class Removal(Generic[R]):
    """The end of a card: it leaves lists, access and its identities at once; its journal stays, and tells of this."""

    record: R
    event: Event
    cause: Cause


@dataclass(frozen=True)
class Note:
    """What the timeline of a card tells while the card itself stays as it is."""

    ref: CardRef
    entry: Entry


@dataclass(frozen=True)
class Selection:
    """Which cards of those that somebody may see, and in what order; the fields are those of `Listing`."""

    owner_id: str | None = None
    place: str = ""
    sort: Sort | None = None
    conditions: tuple[Condition, ...] = ()

    def listing(self, kind: CardKind, grants: frozenset[str]) -> "Listing":
        """The same for cards of a kind and those who hold the grants."""
        return Listing(kind, grants, self.owner_id, self.place, self.sort, self.conditions)


@dataclass(frozen=True)
class Listing:
    """Which cards of a kind: those that any of the grants may see.

    `owner_id` leaves those of one employee. `place` leaves the deals of a pipeline (``<pipeline>#``) or of one of
    its stages (``<pipeline>#<stage>#``). Without `sort` newest first; where either is given, by pipeline and stage
    before that. Where there are `conditions`, each card answers all of them, and the order is that of `sort` alone.
    """

    kind: CardKind
    grants: frozenset[str]
    owner_id: str | None = None
    place: str = ""
    sort: Sort | None = None
    conditions: tuple[Condition, ...] = ()

    @property
    def every_condition(self) -> tuple[Condition, ...]:
        """The conditions, and as such the owner and the place as well."""
        parts = zip(("pipeline", "stage"), filter(None, self.place.split("#")), strict=False)
        owner = (("owner", self.owner_id),) if self.owner_id else ()
        simple = (Condition(name, Ask.ONE_OF, (value,)) for name, value in (*owner, *parts))
        return *simple, *self.conditions

    @property
    def shelf(self) -> str | None:
        """Where the index keeps the list in this order, if it needs to."""
        return shelf_of(self.kind, self.sort, self.owner_id, self.place)

    @property
    def faceted(self) -> bool:
        """Whether it is read from shelves on which the facets of cards stand."""
        return bool(self.conditions) or (self.sort is not None and self.sort.passing)

    @property
    def descending(self) -> bool:
        """Whether it is read from the largest key to the smallest."""
        return self.sort is None or self.sort.descending

    @property
    def of_pulse(self) -> tuple[Condition, ...]:
        """The conditions on what cards wait for."""
        return tuple(condition for condition in self.conditions if condition.facet in OF_PULSE)

    def awaits(self, record: Record, pulse: Pulse) -> bool:
        """Whether what a card waits for is what is asked."""
        return admit(self.of_pulse, passing_of(record, pulse))

    def holds(self, record: Record) -> bool:
        """Whether a card that the list led to still belongs there: the index may be a moment behind."""
        if record.merged:
            return False
        if self.faceted:
            asked = (c for c in self.every_condition if c not in self.of_pulse)
            return admit(asked, {**facets_of(record), **passing_of(record)})
        return self.shelf is None or any(self.shelf == shelf for shelf, _ in sorted_places(record))


class IdentityTakenError(ConflictError):
    """Another contact has this identity."""

    def __init__(self, identity: Identity) -> None:
        super().__init__(f"{identity.label} belongs to another contact already.")
        self.identity = identity

"""Adding, finding and changing cards of any kind."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar, cast

from chalicelib.crm.events.cards import CardChanged
from chalicelib.crm.model.cards import Record, differences
from chalicelib.crm.model.journal import Cause
from chalicelib.crm.service.access import audience_of, listing_grants
from chalicelib.crm.service.beginning import begun
from chalicelib.crm.service.changes import Change, IdentityTakenError, Note, Selection
from chalicelib.crm.service.fields import OwnValues
from chalicelib.crm.service.ports import Cards, Records
from chalicelib.crm.service.references import References
from chalicelib.crm.service.team import Team, require_right_to_reassign
from portal.cards import CardKind, CardRef
from portal.clock import Clock
from portal.errors import ConflictError, InvalidError, NotFoundError, StaleVersionError
from portal.ids import Ids
from portal.paging import Page, PageRequest
from portal.principals import Actor, Principal
from portal.values import dataclass

R = TypeVar("R", bound=Record)

Values = Mapping[str, Any]
"""Fields of a card by their names, `owner_id` in the place of the owner; only those present are set."""


@dataclass(frozen=True)
class Caller:
    """Who asks, the ``Authorization`` header with which neighbours are asked for him, and on what occasion."""

    principal: Principal
    authorization: str
    cause: Cause | None = None


@dataclass(frozen=True)
class CardBook:
    """What all kinds of card have in common."""

    store: Records
    cards: Cards
    team: Team
    references: References
    own: OwnValues
    clock: Clock
    ids: Ids

    def find(self, principal: Principal, kind: type[R], card_id: str) -> R:
        """One card.

        Raises:
            NotFoundError: there is none, or the principal may not see it.
        """
        record = self.store.record(kind, card_id)
        if record is None or not principal.may_see(audience_of(self.cards, record)):
            raise NotFoundError(f"There is no such {kind.kind}.")
        return record

    def page(
        self,
        principal: Principal,
        kind: type[R],
        request: PageRequest,
        which: Selection = Selection(),  # noqa: B008  # frozen
    ) -> Page[R]:
        """The cards of a kind that the principal may see.

        With conditions a page may have fewer cards than asked for, or none, and yet be followed by others.

        Raises:
            InvalidError: the cursor is of another list, or the list has no such order or filter.
        """
        listing = which.listing(kind.kind, listing_grants(principal))
        if which.conditions and not principal.is_staff:
            raise InvalidError.at("?", "This list has no such filter. Leave it out.")
        if listing.shelf and not principal.is_staff:
            raise InvalidError.at("?sort", "This list is newest first. Leave the order out.")
        page = self.store.records(kind, listing, request)  # maybe a moment older than the cards
        shown = [r for r in page.items if principal.may_see(r.audience) and listing.holds(r)]
        return Page(shown, page.next)

    def add(self, caller: Caller, kind: type[R], values: Values) -> R:
        """A new card.

        Raises:
            InvalidError: the owner, a participant, a contact or the company or an own field will not do.
            ConflictError: an identity belongs to another contact.
        """
        return self.create(caller.principal, kind(**self.prepared(caller, kind.kind, values)))

    def change(
        self, caller: Caller, kind: type[R], card_id: str, values: Values, if_match: int | None
    ) -> R:
        """The card with the changes; without any, it is left alone.

        Raises:
            NotFoundError: there is none, or the caller may not see it.
            NotAllowedError: the caller may not give it to another owner.
            StaleVersionError: somebody saved after `if_match`.
            InvalidError, ConflictError: as in `add`, and where the card's past contradicts a value.
        """
        before = self.find(caller.principal, kind, card_id)
        require_version(before, if_match)
        before.require_change(values)
        after = replace(before, **self._resolved(caller, before, values))
        if not differences(before, after):
            return before
        after = replace(after, updated_at=self.clock())
        changed, actor = CardChanged.between(before, after), Actor.of(caller.principal)
        event = changed.to_event(self.ids(), after.updated_at, actor)
        return self.save(caller.principal, Change(before, after, event, cause=caller.cause))

    def prepared(self, caller: Caller, kind: CardKind, values: Values) -> dict[str, Any]:
        """All fields that a new card of any kind has; the references and the own fields are checked.

        Raises:
            InvalidError: as in `add`.
        """
        given = dict(values)
        owner = self.team.owner(caller.principal, caller.authorization, given.pop("owner_id", None))
        self.team.require_participants(
            caller.principal, caller.authorization, sorted(given.get("participant_ids", ()))
        )
        self.references.require(caller.principal, given)
        self.own.begin(caller.principal, caller.authorization, kind, given)
        now = self.clock()
        return {**given, "id": self.ids(), "owner": owner, "created_at": now, "updated_at": now}

    def create(self, principal: Principal, record: R, **more: Any) -> R:  # noqa: ANN401  # fields of Change
        """Stores a new card, with whatever else its `Change` carries."""
        return self.save(principal, self.creation(principal, record, **more))

    def creation(self, principal: Principal, record: R, **more: Any) -> Change[R]:  # noqa: ANN401  # fields of Change
        """The change that brings a new card, and the beginning of its timeline."""
        return begun(record, Actor.of(principal), self.ids, **more)

    def save(self, principal: Principal, change: Change[R]) -> R:
        """Stores a change; whose the taken identity is, only those learn who may see that contact.

        Raises:
            StaleVersionError, ConflictError: as in the store.
        """
        return cast("R", self.save_together(principal, [change])[0])

    def save_together(
        self, principal: Principal, changes: Sequence[Change[Any]], notes: Iterable[Note] = ()
    ) -> list[Record]:
        """Stores several changes, all or nothing; otherwise as `save`."""
        try:
            return self.store.save_together(changes, notes)
        except IdentityTakenError as error:
            raise self._naming_the_holder(principal, error) from error

    def _resolved(self, caller: Caller, before: Record, values: Values) -> dict[str, Any]:
        given = dict(values)
        owner_id = given.pop("owner_id", before.owner.id)
        if owner_id != before.owner.id:
            require_right_to_reassign(caller.principal, before)
            given["owner"] = self.team.owner(caller.principal, caller.authorization, owner_id)
        participants = sorted(given.get("participant_ids", ()))
        self.team.require_participants(
            caller.principal, caller.authorization, participants, before.participant_ids
        )
        self.references.require(caller.principal, given, before)
        self.own.merge(caller.principal, caller.authorization, before, given)
        return given

    def _naming_the_holder(self, principal: Principal, error: IdentityTakenError) -> ConflictError:
        identity = error.identity
        contact_id = self.cards.contact_by_identity(identity.kind, identity.value)
        card = self.cards.card(CardRef(CardKind.CONTACT, contact_id)) if contact_id else None
        if card is None or not principal.may_see(card.audience):
            return error
        return ConflictError(
            f"{identity.label} belongs to contact {card.id} already: {card.title}.", card.ref
        )


def require_version(record: Record, if_match: int | None) -> None:
    """Lets a change pass that was made upon the state as stored.

    Raises:
        StaleVersionError: somebody saved after `if_match`.
    """
    if if_match not in {None, record.version}:
        raise StaleVersionError

"""Keeping views of lists, for oneself and for others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from chalicelib.crm.model.views import (
    MOST_VIEWS,
    Arrangement,
    SavedView,
    grants_of,
    may_share,
)
from portal.cards import CardKind
from portal.errors import ConflictError, NotAllowedError, NotFoundError, StaleVersionError
from portal.ids import Ids
from portal.principals import Principal


class ViewBook(Protocol):
    """The saved views."""

    def views(self, kind: CardKind, grants: Iterable[str]) -> list[SavedView]:
        """Those of a list that the grants show, the oldest first, in one read a grant and one of all found."""
        ...

    def view(self, view_id: str) -> SavedView | None:
        """One view, read consistently; a removed one as well."""
        ...

    def save_view(self, before: SavedView | None, after: SavedView) -> SavedView:
        """As stored; raises `StaleVersionError`."""
        ...

    def arrangement(self, person_id: str, kind: CardKind) -> Arrangement:
        """How somebody has put his views in order; as they come where he never did."""
        ...

    def save_arrangement(self, person_id: str, kind: CardKind, arrangement: Arrangement) -> None:
        """The last one counts."""


@dataclass(frozen=True)
class Views:
    """Whose views are whose. What a view shows depends on the rights of who looks through it."""

    store: ViewBook
    ids: Ids

    def of(self, principal: Principal, kind: CardKind) -> tuple[list[SavedView], Arrangement]:
        """The views of a list that the principal may use, in his order, new ones last."""
        found = self.store.views(kind, grants_of(principal))
        arrangement = self.store.arrangement(principal.id, kind)
        places = {view_id: place for place, view_id in enumerate(arrangement.order)}
        return sorted(found, key=lambda v: (places.get(v.id, len(places)), v.id)), arrangement

    def add(self, principal: Principal, values: Mapping[str, Any]) -> SavedView:
        """A new view.

        Raises:
            NotAllowedError: the principal may not give it to all these.
            ConflictError: he has too many.
        """
        view = SavedView(id=self.ids(), maker_id=principal.id, maker_name=principal.name, **values)
        _require_right_to_share(principal, view)
        found = self.store.views(view.kind, grants_of(principal))
        if sum(each.maker_id == principal.id for each in found) >= MOST_VIEWS:
            raise ConflictError("You have too many views of this list. Remove one first.")
        return self.store.save_view(None, view)

    def change(
        self, principal: Principal, view_id: str, values: Mapping[str, Any], if_match: int | None
    ) -> SavedView:
        """The view with another name, state or audience.

        Raises:
            NotFoundError: there is none, or it is not for the principal.
            NotAllowedError: it is somebody else's, or may not be given to all these.
            StaleVersionError: somebody saved after `if_match`.
        """
        before = self._own(principal, view_id)
        if if_match not in {None, before.version}:
            raise StaleVersionError
        after = replace(before, **values)
        if after.audience != before.audience:
            _require_right_to_share(principal, after)
        return before if after == before else self.store.save_view(before, after)

    def remove(self, principal: Principal, view_id: str) -> None:
        """Takes a view away for all who used it; it can be brought back.

        Raises:
            NotFoundError, NotAllowedError: as in `change`.
        """
        before = self._own(principal, view_id)
        self.store.save_view(before, replace(before, removed=True))

    def restore(self, principal: Principal, view_id: str) -> SavedView:
        """A view that was removed, as it was; one that was not stays as it is.

        Raises:
            NotFoundError, NotAllowedError: as in `change`.
        """
        before = self._own(principal, view_id, removed=True)
        if not before.removed:
            return before
        return self.store.save_view(before, replace(before, removed=False))

    def arrange(self, principal: Principal, kind: CardKind, arrangement: Arrangement) -> None:
        """Remembers in which order the principal wants his views."""
        self.store.save_arrangement(principal.id, kind, arrangement)

    def _own(self, principal: Principal, view_id: str, *, removed: bool = False) -> SavedView:
        view = self.store.view(view_id)
        if view is None or not view.is_for(principal) or (view.removed and not removed):
            raise NotFoundError("There is no such view.")
        if not view.may_change(principal):
            raise NotAllowedError("Somebody else made this view. Save it as a view of your own.")
        return view


def _require_right_to_share(principal: Principal, view: SavedView) -> None:
    if not may_share(principal, view):
        raise NotAllowedError(
            "You may keep this view for yourself. Heads share views with their departments, and owners with everybody."
        )

"""Saved views: a list as somebody keeps it, under a name, for himself or for others."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from portal.cards import CardKind
from portal.principals import Audience, Principal, department_grant, employee_grant

EVERYBODY = "everybody"
"""The grant that everybody in the company holds."""

MOST_VIEWS = 100
"""So many views of one list somebody has of his own."""


@dataclass(frozen=True)
class SavedView:
    """What of a list is shown, and how; `state` is the part that only the client reads.

    It is its maker's alone, or for departments, or for the whole company.
    """

    id: str
    kind: CardKind
    name: str
    state: Mapping[str, Any]
    maker_id: str
    maker_name: str
    department_ids: frozenset[str] = frozenset()
    everybody: bool = False
    removed: bool = False
    version: int | None = None

    @property
    def audience(self) -> Audience:
        """Who finds it among his views."""
        shared = frozenset(map(department_grant, self.department_ids))
        all_ = frozenset({EVERYBODY} if self.everybody else ())
        return frozenset({employee_grant(self.maker_id)}) | shared | all_

    def is_for(self, principal: Principal) -> bool:
        """Whether the principal may use it."""
        return not grants_of(principal).isdisjoint(self.audience)

    def may_change(self, principal: Principal) -> bool:
        """Whether the principal may change it: whoever made it, and the owners of the portal."""
        return principal.id == self.maker_id or principal.is_owner


@dataclass(frozen=True)
class Arrangement:
    """How somebody has put the views of a list in order: which come first, which are at hand, with which he begins."""

    order: tuple[str, ...] = ()
    pinned: frozenset[str] = field(default_factory=frozenset)
    first: str | None = None


def grants_of(principal: Principal) -> frozenset[str]:
    """What of the audiences of views the principal holds."""
    departments = principal.department_ids | principal.headed_ids
    own = {employee_grant(principal.id), EVERYBODY}
    return frozenset(own) | frozenset(map(department_grant, departments))


def may_share(principal: Principal, view: SavedView) -> bool:
    """Whether the principal may give a view to all these: an owner to anybody, a head to his departments."""
    if principal.is_owner:
        return True
    return not view.everybody and view.department_ids <= principal.headed_ids

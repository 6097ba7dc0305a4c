"""Who may export at all; whoever may gets what he sees, and nothing else."""

from portal.principals import STAFF_ROLES, Principal, Role
from portal.values import dataclass


@dataclass(frozen=True)
class Policy:
    """The roles whose people may export; the owners of the portal always may."""

    roles: frozenset[Role] = STAFF_ROLES

    def __post_init__(self) -> None:
        object.__setattr__(self, "roles", self.roles | {Role.OWNER})

    def allows(self, principal: Principal) -> bool:
        """Whether the principal may."""
        return not self.roles.isdisjoint(principal.roles)

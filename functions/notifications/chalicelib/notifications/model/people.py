"""The people who are told: a projection of what people announces."""

from dataclasses import field

from chalicelib.notifications.model.preferences import DEFAULT_ZONE, NO_WISHES, Preferences
from portal.principals import contact_grant
from portal.values import dataclass

_CONTACT = contact_grant("")


@dataclass(frozen=True)
class Person:
    """Somebody who can be told something.

    `memberships` are the grants by which a group is found: his departments, and being an owner; of a client, the
    contact he is. `as_of` orders the changes of one person; the text of a later one is greater. `preferences` are his
    own, and no part of what is announced.
    """

    id: str
    name: str
    email: str
    language: str
    active: bool
    memberships: frozenset[str]
    as_of: str
    time_zone: str = DEFAULT_ZONE
    preferences: Preferences = field(default=NO_WISHES, compare=False)

    @property
    def is_client(self) -> bool:
        """Whether this is an outside account, which has the client room and no cards."""
        return any(grant.startswith(_CONTACT) for grant in self.memberships)

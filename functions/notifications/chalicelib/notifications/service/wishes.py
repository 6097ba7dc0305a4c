"""How a person wants to be told."""

from chalicelib.notifications.model import ALWAYS_IN_PORTAL, Preferences
from chalicelib.notifications.model.preferences import NO_WISHES
from chalicelib.notifications.service.ports import PeopleStore
from portal.errors import InvalidError
from portal.principals import Principal
from portal.values import dataclass


@dataclass(frozen=True)
class Wishes:
    """A person's own preferences; nobody sees another's."""

    people: PeopleStore

    def mine(self, caller: Principal) -> Preferences:
        """What the caller wishes, or what is sensible until he does."""
        return self.people.preferences(caller.id) or NO_WISHES

    def choose(self, caller: Principal, preferences: Preferences) -> Preferences:
        """Takes over the caller's wishes.

        Raises:
            InvalidError: something is to stay silent that nobody can do without.
        """
        if preferences.silent & ALWAYS_IN_PORTAL:
            raise InvalidError.at("/silent", "The portal always tells of these.")
        self.people.save_preferences(caller.id, preferences)
        return preferences

"""The people who can be told something, as people announces them."""

from chalicelib.notifications.model import Person
from chalicelib.notifications.service.ports import PeopleStore
from portal.values import dataclass


@dataclass(frozen=True)
class Directory:
    """A projection: repeated and late announcements change nothing."""

    store: PeopleStore

    def follow(self, person: Person) -> None:
        """Takes over a person as of an announcement.

        Raises:
            ConflictError: another announcement of him is being taken over at this moment.
        """
        before = self.store.person(person.id)
        if before is None or before.as_of < person.as_of:
            self.store.save_person(person, before)

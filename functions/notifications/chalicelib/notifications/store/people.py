"""The people who can be told something."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from chalicelib.notifications.model import DEFAULT_ZONE, Person, Preferences
from chalicelib.notifications.model.preferences import NO_WISHES
from chalicelib.notifications.store.items import MemberItem, PersonItem, WishesItem
from chalicelib.notifications.store.wishes import from_text, to_text
from portal.dynamo import Writes, read, read_many
from portal.errors import ConflictError

_WISHES = "wishes"


class PeopleTable:
    """Maps people and their memberships to items and back."""

    def person(self, person_id: str) -> Person | None:
        """One person."""
        item = read(PersonItem, f"person#{person_id}", "record", consistent=True)
        return _to_person(item) if item else None

    def people(self, person_ids: Iterable[str]) -> Mapping[str, Person]:
        """Several, by their ids."""
        wanted = list(person_ids)
        keys = [(f"person#{one}", part) for one in wanted for part in ("record", _WISHES)]
        found = read_many(PersonItem, keys)
        return {
            item.id: replace(_to_person(item), preferences=_wishes(found, item.id))
            for (_, part), item in found.items()
            if part != _WISHES
        }

    def preferences(self, person_id: str) -> Preferences | None:
        """One person's wishes."""
        item = read(WishesItem, f"person#{person_id}", _WISHES, consistent=True)
        return from_text(item.wishes) if item else None

    def save_preferences(self, person_id: str, preferences: Preferences) -> None:
        """Stores a person's wishes."""
        Writes().put(
            WishesItem(f"person#{person_id}", _WISHES, wishes=to_text(preferences))
        ).commit()

    def save_person(self, person: Person, before: Person | None) -> None:
        """Stores a person, and moves him to where he now belongs."""
        unchanged = PersonItem.as_of == before.as_of if before else PersonItem.pk.does_not_exist()
        busy = ConflictError("This person is being changed right now.")
        writes = Writes().put(_to_item(person), must=unchanged, otherwise=busy)
        was, now = _found_by(before), _found_by(person)
        for grant in now - was:
            writes.put(MemberItem(f"members#{grant}", person.id))
        for grant in was - now:
            writes.delete(MemberItem(f"members#{grant}", person.id))
        writes.commit()

    def members(self, grant: str) -> Iterator[str]:
        """The ids of the active people with that membership."""
        return (item.sk for item in MemberItem.query(f"members#{grant}"))


def _wishes(found: Mapping[tuple[str, str], PersonItem], person_id: str) -> Preferences:
    item = found.get((f"person#{person_id}", _WISHES))
    return from_text(item.wishes) if item and item.wishes else NO_WISHES


def _found_by(person: Person | None) -> frozenset[str]:
    return person.memberships if person and person.active else frozenset()


def _to_item(person: Person) -> PersonItem:
    item = PersonItem(
        f"person#{person.id}",
        "record",
        id=person.id,
        name=person.name,
        email=person.email,
        language=person.language,
        active=person.active,
        as_of=person.as_of,
        time_zone=person.time_zone,
    )
    if person.memberships:
        # DynamoDB has no empty set.
        item.memberships = set(person.memberships)
    return item


def _to_person(item: PersonItem) -> Person:
    return Person(
        item.id,
        item.name,
        item.email,
        item.language,
        item.active,
        frozenset(item.memberships or ()),
        item.as_of,
        item.time_zone or DEFAULT_ZONE,
    )

"""What the index has taken from a card."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.sorting import sorted_places
from chalicelib.crm.model.tallies import Tallied
from chalicelib.crm.model.words import words_of

WORDS = "words"
"""The shelf on which cards stand by their words."""


@dataclass(frozen=True, order=True)
class Pointer:
    """Where a card stands for those who hold a grant: on a shelf, under a key."""

    grant: str
    shelf: str
    key: str


@dataclass(frozen=True)
class Indexed:
    """What stands in the index because of one card, as of the card's `card_version`.

    `version` is of the index's own note of this, and grows with each save.
    """

    card_version: int = 0
    tallied: Tallied | None = None
    pointers: frozenset[Pointer] = field(default_factory=frozenset)
    version: int | None = None

    @classmethod
    def of(cls, record: Record) -> "Indexed":
        """What should stand there. A client finds his cards without an index."""
        places = [*((WORDS, word) for word in words_of(record)), *sorted_places(record)]
        return cls(
            card_version=record.version or 0,
            tallied=Tallied.of(record) if isinstance(record, Deal) else None,
            pointers=frozenset(
                Pointer(grant, *place) for grant in record.staff_audience for place in places
            ),
        )

    def says(self, wanted: "Indexed") -> bool:
        """Whether nothing is left to do. A newer version of the same card has to be noted as well.

        Otherwise whoever read the card before it changed and changed back could still save what he saw.
        """
        return replace(self, version=wanted.version) == wanted

    def towards(self, wanted: "Indexed", room: int, most: int) -> Iterator["Step"]:
        """What leads to the wanted state: at first as many pointers as there is room for, then `most` at a time.

        After each step the state says exactly which pointers stand, so that a repetition goes on from there.
        """
        changes = sorted(self.pointers ^ wanted.pointers)
        state, left = replace(wanted, pointers=self.pointers, version=self.version), iter(changes)
        chunk = frozenset(islice(left, room))
        while True:
            state = replace(state, pointers=state.pointers ^ chunk)
            yield Step(state, chunk & wanted.pointers, chunk - wanted.pointers)
            if not (chunk := frozenset(islice(left, most))):
                return
            state = replace(state, version=(state.version or 0) + 1)


@dataclass(frozen=True)
class Step:
    """What is saved together: the state that it leads to, pointers to put and to remove."""

    state: Indexed
    put: frozenset[Pointer]
    removed: frozenset[Pointer]


def grouped(pointers: frozenset[Pointer]) -> list[tuple[list[str], Mapping[str, list[str]]]]:
    """The pointers with grants that share all of theirs named together: nearly always all the grants of a card."""
    of_grants: dict[str, set[tuple[str, str]]] = {}
    for pointer in pointers:
        of_grants.setdefault(pointer.grant, set()).add((pointer.shelf, pointer.key))
    sharing: dict[frozenset[tuple[str, str]], list[str]] = {}
    for grant, places in sorted(of_grants.items()):
        sharing.setdefault(frozenset(places), []).append(grant)
    return [(grants, _by_shelf(places)) for places, grants in sharing.items()]


def _by_shelf(places: frozenset[tuple[str, str]]) -> dict[str, list[str]]:
    shelves: dict[str, list[str]] = {}
    for shelf, key in sorted(places):
        shelves.setdefault(shelf, []).append(key)
    return shelves

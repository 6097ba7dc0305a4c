"""What the index has taken from a card."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from itertools import islice

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.facets import FACETED, Facets, facets_of
from chalicelib.crm.model.passing import PASSING_SHELVES, passing_of, passing_places
from chalicelib.crm.model.pulse import Pulse
from chalicelib.crm.model.sorting import places_with_facets, sorted_places
from chalicelib.crm.model.tallies import Tallied
from chalicelib.crm.model.words import words_of
from portal.cards import CardKind
from portal.values import dataclass

WORDS = "words#"
"""What the names of the shelves begin with on which cards stand by their words."""


def word_shelf(kind: CardKind) -> str:
    """The shelf of the words of one kind: who looks for contacts reads no titles of deals."""
    return f"{WORDS}{kind}"


@dataclass(frozen=True, order=True)
class Pointer:
    """Where a card stands for those who hold a grant: on a shelf, under a key."""

    grant: str
    shelf: str
    key: str

    @property
    def faceted(self) -> bool:
        """Whether the facets of the card stand here."""
        return self.shelf.startswith(FACETED) or self.passing

    @property
    def passing(self) -> bool:
        """Whether what passes of the card stands here as well."""
        return self.shelf.startswith(PASSING_SHELVES)


@dataclass(frozen=True)
class Indexed:
    """What stands in the index because of one card, as of its `card_version` and the `pulse_version` of its pulse.

    `facets` are those that stand on all faceted shelves, `passing` what does on few of them beside; both are None while
    they are being replaced. `version` is of the index's own note of this, and grows with each save.
    """

    card_version: int = 0
    tallied: Tallied | None = None
    pointers: frozenset[Pointer] = field(default_factory=frozenset)
    facets: Facets | None = None
    passing: Facets | None = None
    pulse_version: int | None = None
    version: int | None = None

    @classmethod
    def of(cls, record: Record, pulse: Pulse | None = None) -> "Indexed":
        """What should stand there; a merged card leaves its places. A client finds his cards without an index."""
        if record.merged:
            return cls(card_version=record.version or 0)
        words = ((word_shelf(record.kind), word) for word in words_of(record))
        filtered = (*places_with_facets(record), *passing_places(record, pulse))
        places = [*words, *sorted_places(record), *filtered]
        return cls(
            card_version=record.version or 0,
            tallied=Tallied.of(record) if isinstance(record, Deal) else None,
            pointers=frozenset(
                Pointer(grant, *place) for grant in record.staff_audience for place in places
            ),
            facets=facets_of(record),
            passing=passing_of(record, pulse),
            pulse_version=pulse.version if pulse else None,
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
        left = iter(sorted((self.pointers ^ wanted.pointers) | self._outdated(wanted)))
        state = replace(wanted, pointers=self.pointers, version=self.version)
        for chunk, last in _chunks(left, room, most):
            pointers = (state.pointers - chunk) | (chunk & wanted.pointers)
            # Were the former facets named until all are replaced, a change back to them would leave some of the others.
            told = (wanted.facets, wanted.passing) if last else (None, None)
            state = replace(state, pointers=pointers, facets=told[0], passing=told[1])
            yield Step(
                state,
                chunk & wanted.pointers,
                chunk - wanted.pointers,
                wanted.facets,
                wanted.passing,
            )
            state = replace(state, version=(state.version or 0) + 1)

    def _outdated(self, wanted: "Indexed") -> frozenset[Pointer]:
        """The pointers that stay where they are and have to tell other facets."""
        staying = self.pointers & wanted.pointers
        if self.facets != wanted.facets:
            return frozenset(pointer for pointer in staying if pointer.faceted)
        if self.passing != wanted.passing:
            return frozenset(pointer for pointer in staying if pointer.passing)
        return frozenset()


@dataclass(frozen=True)
class Step:
    """What is saved together: the state that it leads to, pointers to put, with the facets, and to remove."""

    state: Indexed
    put: frozenset[Pointer]
    removed: frozenset[Pointer]
    facets: Facets | None = None
    passing: Facets | None = None

    def told(self, pointer: Pointer) -> Facets | None:
        """What stands beside a pointer."""
        beside = self.passing if pointer.passing else None
        return {**(self.facets or {}), **(beside or {})} if pointer.faceted else None


def _chunks(
    changes: Iterator[Pointer], room: int, most: int
) -> Iterator[tuple[frozenset[Pointer], bool]]:
    """The changes of each step, the first of which may have none, and whether it is the last."""
    chunk = frozenset(islice(changes, room))
    while following := frozenset(islice(changes, most)):
        yield chunk, False
        chunk = following
    yield chunk, True


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

"""Which pairs of cards stand in whose list, and what becomes of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import combinations
from typing import Any

from chalicelib.crm.model.cards import Owner, Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.likeness import Strength, likenesses
from chalicelib.crm.model.twins import Pair, Standing, Twins, groups_of, names_held, names_of
from chalicelib.crm.service.access import listing_grants
from chalicelib.crm.service.pairing import Pairing
from portal.cards import CardKind, CardRef
from portal.errors import ConflictError
from portal.paging import Page, PageRequest
from portal.principals import Principal, Role

NOW = datetime(2026, 3, 2, tzinfo=UTC)


def firm(number: int, name: str, **values: Any) -> Company:
    """A company's card."""
    owner = values.pop("owner", Owner("ivan", "Иван", frozenset({"sales"})))
    common = {"owner": owner, "created_at": NOW, "updated_at": NOW, "version": 1}
    return Company(id=f"{number:026}", name=name, **common | values)


def reader(name: str, *heads: str, role: Role = Role.EMPLOYEE) -> Principal:
    """Somebody of the company."""
    return Principal(name, name, frozenset({role}), headed_ids=frozenset(heads))


def test_each_finds_exactly_the_pairs_of_which_he_sees_both() -> None:
    """By one grant or by two: for every reader the names say what the audiences of both cards do."""
    people, departments = ("ivan", "olga", "petr"), ("sales", "service", "export")
    owners = [Owner(p, p, frozenset({d})) for p in people for d in departments]
    cards = [
        firm(number, "А", owner=owner, participant_ids=frozenset(team))
        for number, owner in enumerate(owners)
        for team in ((), ("olga",), ("petr", "anna"))
    ]
    readers = [
        *(reader(name) for name in (*people, "anna")),
        *(reader("olga", *heads) for heads in (("sales",), ("service", "export"))),
        reader("boss", role=Role.OWNER),
    ]
    for one, other in combinations(cards, 2):
        names = names_of(one.staff_audience, other.staff_audience)
        for each in readers:
            sees = each.may_see(one.audience) and each.may_see(other.audience)
            assert (not names.isdisjoint(names_held(listing_grants(each)))) == sees


def test_pairs_that_share_a_card_are_one_group() -> None:
    """Also where the pair that joins two groups comes last; the order of the first pairs stays."""
    a, b, c, d, e, f = (firm(n, "Ромашка") for n in range(6))
    pairs = [(a, b), (e, f), (c, d), (b, c)]
    twins = [Twins(one, other, likenesses(one, other)) for one, other in pairs]
    ids = [{card.id for card in group.cards} for group in groups_of(twins)]
    assert ids == [{x.id for x in (a, b, c, d)}, {e.id, f.id}]


@dataclass
class Registry:
    """Cards and the pairs of them in memory; `meanwhile` changes a card once, before the next save."""

    stored: dict[CardRef, Record] = field(default_factory=dict)
    pairs: dict[Pair, Standing] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    meanwhile: Record | None = None

    def __post_init__(self) -> None:
        self.pairing = Pairing(self, self, self, lambda _: None)

    def put(self, *records: Record) -> None:
        """Stores cards as they are now."""
        self.stored |= {each.ref: each for each in records}

    def beginning(
        self, kind: CardKind, _: Any, word: str, most: int, *, consistent: bool = False
    ) -> list[CardRef]:
        assert consistent
        of_kind = ((ref, each) for ref, each in self.stored.items() if ref.kind is kind)
        found = (ref for ref, each in of_kind if word in each.label.casefold())
        return list(found)[:most]

    def paired(self, ref: CardRef) -> list[CardRef]:
        return [
            next(e for e in (p.one, p.other) if e != ref)
            for p in self.pairs
            if ref in {p.one, p.other}
        ]

    def standing(self, pairs: Iterable[Pair]) -> dict[Pair, Standing]:
        return {pair: self.pairs[pair] for pair in pairs if pair in self.pairs}

    def cards(self, refs: Iterable[CardRef]) -> list[Record]:
        return [self.stored[ref] for ref in refs if ref in self.stored]

    def apart(self, pairs: Iterable[str]) -> set[str]:
        return self.told & set(pairs)

    def save(
        self, pair: Pair, former: Standing, wanted: Standing, versions: Mapping[CardRef, int | None]
    ) -> None:
        if self.meanwhile:
            self.put(self.meanwhile)
            self.meanwhile = None
        assert former == self.pairs.get(pair, Standing())
        now = {ref: self.stored[ref].version for ref in (pair.one, pair.other)}
        if versions != now:
            raise ConflictError
        self.pairs |= {pair: wanted}
        if not wanted.names:
            del self.pairs[pair]

    def page(self, kind: CardKind, grants: Iterable[str], request: PageRequest) -> Page[Pair]:
        raise NotImplementedError

    def count(self, kind: CardKind, grants: Iterable[str], most: int) -> int:
        raise NotImplementedError


def test_a_pair_follows_its_cards() -> None:
    """It comes with the second card, is stronger with a common number, and ends with another name."""
    one, other = firm(1, "ООО «Ромашка»"), firm(2, "Ромашка")
    registry = Registry()
    registry.put(one, other)
    registry.pairing.follow(other.ref)
    assert [each.strength for each in registry.pairs.values()] == [Strength.LIKELY]
    registry.put(replace(one, phones=("+79215550101",)), replace(other, phones=("+79215550101",)))
    registry.pairing.follow(one.ref)
    assert [each.strength for each in registry.pairs.values()] == [Strength.SURE]
    registry.put(one, replace(other, name="Лютик"))
    registry.pairing.follow(other.ref)
    assert registry.pairs == {}


def test_what_a_person_told_apart_stays_apart() -> None:
    """Whatever the cards become, until he takes it back."""
    one, other = firm(1, "Ромашка"), firm(2, "Ромашка")
    pair, registry = Pair.of(other.ref, one.ref), Registry()
    registry.put(one, other)
    registry.told = {pair.name}
    registry.pairing.follow(one.ref)
    assert registry.pairs == {}
    registry.told = set()
    registry.pairing.settle(pair)
    assert set(registry.pairs) == {pair}


def test_a_card_that_changes_meanwhile_is_looked_at_again() -> None:
    """What is saved is true of the cards as they are by then."""
    one, other = firm(1, "Ромашка"), firm(2, "Ромашка")
    registry = Registry()
    registry.put(one, other)
    registry.meanwhile = replace(other, name="Лютик", version=2)
    registry.pairing.follow(one.ref)
    assert registry.pairs == {}


def test_a_card_that_was_merged_or_removed_is_in_no_pair() -> None:
    """Its pairs end with it; a contact is none of a company's."""
    one, other = firm(1, "Ромашка"), firm(2, "Ромашка")
    person = Contact(
        id=f"{3:026}", name="Ромашка", owner=one.owner, created_at=NOW, updated_at=NOW, version=1
    )
    registry = Registry()
    registry.put(one, other, person)
    registry.pairing.follow(one.ref)
    assert set(registry.pairs) == {Pair.of(one.ref, other.ref)}
    gone = registry.stored.pop(other.ref)
    registry.pairs = {}
    registry.pairing.follow(gone.ref)
    assert registry.pairs == {}

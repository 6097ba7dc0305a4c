"""The index of a card goes from any state to any other, and a broken journey goes on."""

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.crm.card_fakes import OWNER, PIPELINE, SELLER
from tests.unit.crm.index_fakes import NOW, Floor, employee

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.index import Indexed, Pointer, grouped
from chalicelib.crm.service.indexing import Progress
from chalicelib.crm.service.search import Search
from portal.cards import CardKind, CardRef

pointers = st.frozensets(
    st.builds(
        Pointer, st.sampled_from("abc"), st.sampled_from(("words", "sorted")), st.text("xyz")
    ),
    max_size=30,
)


@settings(deadline=None)
@given(st.lists(st.tuples(pointers, st.integers(0, 5)), min_size=1, max_size=4))
def test_what_stands_is_what_was_noted(journeys: list[tuple[frozenset[Pointer], int]]) -> None:
    """However many steps of each journey were done, the next one finds all there is; nothing stale is left."""
    standing: frozenset[Pointer] = frozenset()
    state = Indexed()
    for wanted, done in [*journeys, (journeys[-1][0], 99)]:
        goal = Indexed(card_version=1, pointers=wanted)
        for number, step in enumerate(state.towards(goal, 3, 4)):
            if number < done:
                assert len(step.put) + len(step.removed) <= 4
                standing = (standing - step.removed) | step.put
                state = replace(step.state, version=(step.state.version or 0) + 1)
        assert state.pointers == standing
    assert standing == journeys[-1][0]


@settings(deadline=None)
@given(pointers)
def test_a_note_keeps_every_pointer(wanted: frozenset[Pointer]) -> None:
    """Grants that share theirs are named once."""
    kept = {
        Pointer(grant, shelf, key)
        for grants, shelves in grouped(wanted)
        for grant in grants
        for shelf, keys in shelves.items()
        for key in keys
    }
    assert kept == wanted


def test_a_card_that_all_see_alike_is_noted_in_one_group() -> None:
    """The words are not repeated for each of those who see it."""
    floor = Floor()
    deal = floor.open("ivan", participant_ids=frozenset(map(str, range(20))))
    floor.hear()
    assert len(grouped(floor.memory.indexed(deal.ref).pointers)) == 1


def found(floor: Floor, who: str, text: str) -> list[str]:
    """The titles that an employee finds."""
    search = Search(_Finder(floor))
    return [card.label for card in search.find(employee(who), text, 20)]


def test_each_finds_what_he_may_see() -> None:
    """The best first: whole words before beginnings, open before closed, newer before older."""
    floor = Floor()
    floor.open("ivan", title="Станок токарный")
    floor.open("ivan", stage=2, title="Станок продан")
    floor.open("ivan", title="Станкостроение")
    floor.open("ivan", title="Станок новый")
    floor.open("anna", title="Станок чужой")
    floor.hear()
    assert found(floor, "ivan", "стан") == [
        "Станок новый",
        "Станкостроение",
        "Станок токарный",
        "Станок продан",
    ]
    assert found(floor, "ivan", "станок")[-1] == "Станок продан"
    assert found(floor, "anna", "станок") == ["Станок чужой"]
    assert len(Search(_Finder(floor)).find(OWNER, "станок", 20)) == 4
    assert Search(_Finder(floor)).find(SELLER, "станок", 20) == []


def test_many_cards_of_one_kind_do_not_hide_those_of_another() -> None:
    """Not in a search among all, and not where one kind is looked for."""
    floor = Floor()
    for number in range(150):
        floor.open("ivan", title=f"Станок {number}")
    person = Contact(
        id=f"{0:026}", owner=floor.owner("ivan"), created_at=NOW, updated_at=NOW, name="Станкевич"
    )
    floor.save(None, person)
    floor.hear()
    assert "Станкевич" in found(floor, "ivan", "стан")
    grants = ["employee:ivan"]
    assert floor.memory.beginning(CardKind.CONTACT, grants, "стан", 1) == [person.ref]


def test_a_card_that_changed_hands_is_no_longer_found() -> None:
    """Not even before the index has heard of it."""
    floor = Floor()
    deal = floor.open("ivan", title="Станок")
    floor.hear()
    given = floor.save(deal, replace(deal, owner=floor.owner("anna")))
    assert found(floor, "ivan", "станок") == []
    floor.hear()
    assert {pointer.grant for _, pointer in floor.memory.standing} == given.staff_audience
    assert found(floor, "anna", "станок") == ["Станок"]


def test_what_there_was_before_the_index_is_indexed() -> None:
    """Kind after kind, a page at a time, until there is no next one; again, nothing is written.

    What else is to be done is done with each.
    """
    floor = Floor()
    for number in range(60):
        floor.open("ivan", title=f"Станок {number}")
    saves, told, also = [], [], list[CardRef]()
    for _ in range(2):
        progress: Progress | None = Progress()
        while progress:
            progress = floor.indexing.rebuild(progress, also.append)
            told.append(progress and (progress.kind, progress.cards))
        saves.append(floor.memory.saves)
    assert saves == [60, 60]
    assert (len(also), len(set(also))) == (120, 60)
    assert told[-6:] == [("company", 0), ("lead", 0), ("deal", 0), ("deal", 25), ("deal", 25), None]
    assert floor.tallies.of(OWNER, PIPELINE.id)[0].count == 60


class _Finder:
    """The index of a floor, with the cards as they are."""

    def __init__(self, floor: Floor) -> None:
        self.beginning = floor.memory.beginning
        self._floor = floor

    def cards(self, refs: Iterable[CardRef]) -> list[Record]:
        return [self._floor.store.stored[ref] for ref in refs]

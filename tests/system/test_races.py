"""Threads that want the same of one table at the same moment: one wins, the rest are told, nothing is half done.

The use cases run as in a function; only the table stands in the emulator, whose transactions are kept apart.
"""

from dataclasses import replace
from functools import partial
from typing import ClassVar

import pytest
from tests.support.contracts import examples
from tests.system.emulated import at_once, done

from chalicelib.crm.composition import make_crm
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.pipelines import Stage, StageKind
from chalicelib.crm.model.timeline import EntryKind
from chalicelib.crm.service.cards import Caller
from chalicelib.crm.service.crm import Crm
from chalicelib.crm.service.deals import Move
from chalicelib.crm.service.merging import Wish
from chalicelib.crm.store import TABLE
from portal.events import Event
from portal.ids import new_id
from portal.paging import PageRequest
from portal.principals import Principal, Role
from portal.settings import Settings

pytestmark = pytest.mark.system

SELLER = Principal(new_id(), "Иван", frozenset({Role.EMPLOYEE}))
CALLER = Caller(SELLER, "")
MANY = PageRequest(100)


class Everybody:
    """Colleagues who are all there."""

    known: ClassVar[dict[str, Principal]] = {SELLER.id: SELLER}

    def principal(self, _: str, employee_id: str) -> Principal | None:
        return self.known.get(employee_id)


@pytest.fixture
def crm(emulated: pytest.MonkeyPatch) -> Crm:
    emulated.setattr(TABLE, "_connection", None)
    emulated.setattr(TABLE.Meta, "table_name", "crm")
    if not TABLE.exists():
        TABLE.create_table(wait=True)
    made = make_crm(Settings({"TABLE_NAME": "crm", "PEOPLE_API": "", "FILES_BUCKET": "none"}))
    return replace(made, unmerging=replace(made.unmerging, colleagues=Everybody()))


def contact(crm: Crm, name: str, *emails: str) -> Contact:
    """A new contact of the seller's."""
    return crm.book.add(CALLER, Contact, {"name": name, "emails": emails})


def merge(crm: Crm, stays: Contact, goes: Contact) -> Contact:
    """One goes into the other."""
    return crm.merging.merge(SELLER, Contact, stays.id, Wish(goes.id), None)


def letters(crm: Crm, card: Contact) -> list[str]:
    """The ids of the letters that a card shows, each as often as it does."""
    page = crm.timeline.page(SELLER, card.ref, EntryKind.MAIL, MANY)
    return sorted(entry.source.id for entry in page.items)


def letter(sender: str) -> Event:
    """A letter from an address."""
    event = examples("communications.communication_received.v1")[0]
    communication = dict(event.data["communication"]) | {"id": new_id()}
    told = {"token_card": None, "parent_ids": [], "counterparts": [sender], "authenticated": True}
    data = dict(event.data) | told | {"communication": communication, "card": None}
    return replace(event, id=new_id(), data=data)


def test_of_fifty_who_claim_one_address_one_has_it(crm: Crm) -> None:
    """The others are told, and leave no card behind."""
    email, name = f"{new_id().lower()}@races.example", new_id()
    outcomes = at_once(*([lambda: contact(crm, name, email)] * 50))
    (winner,) = done(outcomes)
    assert crm.book.cards.contact_by_identity("email", email) == winner.id
    listed = crm.book.page(SELLER, Contact, MANY).items
    assert [each.id for each in listed if each.name == name] == [winner.id]


def test_a_deal_that_twenty_move_tells_each_move_that_was_made(crm: Crm) -> None:
    """The log has exactly the moves that were not refused, each from where the one before it ended."""
    stages = tuple(Stage(new_id(), name, StageKind.OPEN, 10) for name in "абв")
    won, lost = (Stage(new_id(), str(kind), kind, 0) for kind in (StageKind.WON, StageKind.LOST))
    line = crm.pipelines.add("Продажи", (*stages, won, lost))
    deal = crm.deals.add(CALLER, {"title": "Станок", "pipeline_id": line.id})
    goals = [Move(stage_id=stages[number % 3].id) for number in range(20)]
    outcomes = at_once(*(partial(crm.deals.move, SELLER, deal.id, goal, None) for goal in goals))
    moves = list(crm.deals.stages(SELLER, deal.id, MANY).items)[::-1]
    ways = [(move.from_stage_id, move.to_stage_id) for move in moves]
    assert [start for start, _ in ways[1:]] == [end for _, end in ways[:-1]]
    # Who asks for the stage in which the deal stands moves nothing, and is not refused; the first line is its making.
    assert 0 < len(moves) - 1 <= len(done(outcomes))
    assert ways[-1][1] == crm.book.find(SELLER, Deal, deal.id).stage_id


def test_letters_that_come_during_a_merge_stand_once_on_the_card_that_stays(crm: Crm) -> None:
    """And once the cards are apart each stands on one of both, and the next one on its own again."""
    email = f"{new_id().lower()}@races.example"
    stays, goes = contact(crm, "Анна"), contact(crm, "А. Петрова", email)
    heard = [letter(email) for _ in range(6)]
    calls = [partial(crm.linking.hear, event) for event in heard]
    outcomes = at_once(*calls[:3], lambda: merge(crm, stays, goes), *calls[3:])
    assert len(done(outcomes)) == len(outcomes)
    # The stream brings what it brought a second time, and whatever was refused again.
    for call in calls:
        call()
    wanted = sorted(event.data["communication"]["id"] for event in heard)
    assert letters(crm, stays) == wanted
    crm.unmerging.unmerge(SELLER, "", Contact, goes.id)
    assert sorted([*letters(crm, stays), *letters(crm, goes)]) == wanted
    last = letter(email)
    crm.linking.hear(last)
    assert last.data["communication"]["id"] in letters(crm, goes)


def test_cards_merged_into_one_another_at_once_end_in_one(crm: Crm) -> None:
    """A into B, B into A and B into C: no circle, and as many cards are left as merges were refused."""
    a, b, c = (contact(crm, name) for name in "абв")
    outcomes = at_once(lambda: merge(crm, b, a), lambda: merge(crm, a, b), lambda: merge(crm, c, b))
    cards = {each.id: crm.book.find(SELLER, Contact, each.id) for each in (a, b, c)}
    for card in cards.values():
        way = [card]
        while heir := way[-1].merged_into:
            assert heir.id not in {each.id for each in way}
            way.append(cards[heir.id])
    left = [card for card in cards.values() if card.merged is None]
    assert len(left) == len(cards) - len(done(outcomes)) < len(cards)


def test_a_card_that_is_parted_while_it_is_edited_keeps_both(crm: Crm) -> None:
    """Whoever comes too late is told; neither the edit nor the parting is half done."""
    email = f"{new_id().lower()}@races.example"
    stays, goes = contact(crm, "Анна"), contact(crm, "А. Петрова", email)
    merge(crm, stays, goes)
    edited, parted = at_once(
        lambda: crm.book.change(CALLER, Contact, stays.id, {"job_title": "Директор"}, None),
        lambda: crm.unmerging.unmerge(SELLER, "", Contact, goes.id),
    )
    done([edited, parted])
    card, other = (crm.book.find(SELLER, Contact, each.id) for each in (stays, goes))
    was_parted = not isinstance(parted, Exception)
    assert (card.job_title == "Директор") == (not isinstance(edited, Exception))
    assert (other.merged is None) == was_parted
    assert card.emails == (() if was_parted else (email,))

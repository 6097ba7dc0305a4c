"""How links are kept: nobody overwrites a decision that he has not seen."""

import pytest
from tests.integration.crm.office import CLIENT_EMAIL, Office
from tests.unit.crm.linking_fakes import MORNING, received

from chalicelib.crm.service.linking.linking import Linking
from chalicelib.crm.service.linking.ports import Relinking
from chalicelib.crm.store import CardStore, LinkStore
from portal.errors import ConflictError
from portal.events import Event
from portal.ids import new_id


class Overtaken(LinkStore):
    """A store in which somebody else saves between reading and writing."""

    def __init__(self, faster: Event) -> None:
        self.faster: list[Event] = [faster]
        self.steps: list[Relinking] = []

    def save(self, step: Relinking) -> None:
        for event in self.faster[:1]:
            self.faster.clear()
            Linking(CardStore(), LinkStore(), lambda: MORNING, new_id).hear(event)
        self.steps.append(step)
        super().save(step)


def choose(letter: Event, deal_id: str) -> Event:
    card = {"kind": "deal", "id": deal_id}
    values = {**vars(letter), "id": new_id(), "type": "communications.link_chosen"}
    return Event(**values | {"data": {**letter.data, "card": card}})


@pytest.mark.parametrize("known", [False, True])
def test_a_step_over_an_unseen_decision_leaves_nothing(office: Office, *, known: bool) -> None:
    """Whether it was the first decision or a later one: no entry and no event of the slower step."""
    other = office.add_deal("Ремонт котельной")
    letter = received(CLIENT_EMAIL)
    if known:
        office.hear(letter)
    store = Overtaken(choose(letter, other))
    slower = choose(letter, office.deal) if known else letter
    linking = Linking(CardStore(), store, lambda: MORNING, new_id)
    with pytest.raises(ConflictError):
        linking.hear(slower)
    assert office.ids("deals", office.deal) == []
    assert office.ids("deals", other) == [letter.data["communication"]["id"]]
    assert len(store.steps) == 1


def test_a_link_is_read_as_it_was_kept(office: Office) -> None:
    """Every field survives the table, the history and Cyrillic names included."""
    letter = received(CLIENT_EMAIL)
    office.hear(letter)
    link = LinkStore().link(letter.data["communication"]["id"])
    assert link is not None
    assert [str(ref) for ref in link.cards] == [
        f"deal:{office.deal}",
        f"contact:{office.contact}",
        f"company:{office.firm}",
    ]
    assert (link.contact_ids, link.actor.name) == (frozenset({office.contact}), "Анна Петрова")
    assert (link.at, link.decided_at, link.revision) == (MORNING, MORNING, 1)
    assert [move.event_id for move in link.history] == [letter.id]
    assert link.history[0].after == link.cards

"""Who is told of cards that wait for too long."""

from dataclasses import replace

import pytest
from tests.unit.notifications.desk import Desk
from tests.unit.notifications.fakes import COLLEAGUE, DEAL, MORNING, SALES, SELLER

from chalicelib.notifications.consumers import on_answer_overdue, on_next_step_missing
from chalicelib.notifications.model import Kind
from portal.events import Event
from portal.ids import new_id
from portal.principals import OWNER_GRANT, Principal, Role, employee_grant, head_grant

OWNER = Principal(new_id(), "Ольга Директорова", frozenset({Role.OWNER}))
WATCHED = frozenset({OWNER_GRANT, employee_grant(SELLER.id), head_grant(SALES)})


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.knows(SELLER)
    desk.knows(COLLEAGUE, head_grant(SALES), language="en")
    desk.knows(OWNER, OWNER_GRANT)
    return desk


def waited() -> Event:
    card = {"kind": "deal", "id": DEAL.id, "title": "Трубы"}
    data = {"card": card, "owner_id": SELLER.id}
    return Event(new_id(), "crm.any", 1, MORNING, data, about=(DEAL,), audience=WATCHED)


def test_a_missing_next_step_is_told_to_the_owner_of_its_deal(desk: Desk) -> None:
    """To him alone, and once, however often the queue repeats it."""
    event = waited()
    on_next_step_missing(desk.reactions, event)
    on_next_step_missing(desk.reactions, event)
    (told,) = desk.table.inbox.values()
    assert (told.person_id, told.kind, told.about) == (SELLER.id, Kind.NEXT_STEP_MISSING, (DEAL,))
    assert told.text == "В сделке «Трубы» нет следующего шага. Поставьте напоминание."


def test_an_overdue_answer_is_told_to_the_owner_of_its_card_and_to_his_head(desk: Desk) -> None:
    """The head hears in his language who is to answer; whoever sees all is not called to each."""
    event = waited()
    on_answer_overdue(desk.reactions, event)
    on_answer_overdue(desk.reactions, event)
    assert len(desk.table.inbox) == 2
    (own,), (team,) = desk.table.told(SELLER), desk.table.told(COLLEAGUE)
    assert (own.kind, team.kind) == (Kind.ANSWER_OVERDUE, Kind.TEAM_ANSWER_OVERDUE)
    assert own.text == "Клиент ждёт ответа дольше положенного: «Трубы»."
    assert team.text == (
        f"A client waits for an answer longer than agreed: “Трубы”. It is up to {SELLER.name}."
    )


def test_a_head_is_told_of_his_own_card_once(desk: Desk) -> None:
    """As its owner."""
    desk.knows(SELLER, head_grant(SALES))
    on_answer_overdue(desk.reactions, waited())
    assert [one.kind for one in desk.table.told(SELLER)] == [Kind.ANSWER_OVERDUE]


def test_a_head_hears_of_the_card_of_somebody_not_known_yet(desk: Desk) -> None:
    """Without a name."""
    event = waited()
    stranger = dict(event.data) | {"owner_id": new_id()}
    on_answer_overdue(desk.reactions, replace(event, data=stranger))
    (told,) = desk.table.told(COLLEAGUE)
    assert told.text.endswith("It is up to somebody in your department.")

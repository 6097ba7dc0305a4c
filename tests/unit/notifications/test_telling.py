"""Who is told of what happened elsewhere."""

from collections.abc import Mapping
from typing import Any

import pytest
from tests.unit.notifications.desk import Desk
from tests.unit.notifications.fakes import COLLEAGUE, DEAL, MORNING, SALES, SELLER

from chalicelib.notifications.consumers import (
    on_entry_added,
    on_file_quarantined,
)
from portal.clock import to_wire
from portal.events import Event
from portal.ids import new_id
from portal.principals import OWNER_GRANT, Actor, Principal, Role, contact_grant, department_grant

CLIENT = Actor("client", new_id(), "Анна Петрова")


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.knows(SELLER, department_grant(SALES))
    desk.knows(COLLEAGUE, language="en")
    return desk


def happened(data: Mapping[str, Any], actor: Actor = CLIENT, **more: Any) -> Event:
    return Event(new_id(), "crm.any", 1, MORNING, data, actor=actor, about=(DEAL,), **more)


def entry(kind: str = "mail", direction: str | None = "inbound", **more: Any) -> dict[str, Any]:
    return {
        "entry": {
            "id": new_id(),
            "kind": kind,
            "at": to_wire(MORNING),
            "direction": direction,
            "summary": "Счёт {card}",
            "mark": None,
        },
        "card": {"kind": "deal", "id": DEAL.id, "title": "Трубы"},
        "owner_id": SELLER.id,
        "participant_ids": [COLLEAGUE.id],
        "mentioned_ids": [],
    } | more


def test_a_letter_is_told_to_the_people_of_its_card(desk: Desk) -> None:
    """To each in his language; what the client wrote is text and nothing else."""
    on_entry_added(desk.reactions, happened(entry()))
    assert [one.text for one in desk.table.told(SELLER)] == [
        "Новое письмо в карточке «Трубы»: Счёт {card}"
    ]
    assert [one.text for one in desk.table.told(COLLEAGUE)] == [
        "New letter on the card “Трубы”: Счёт {card}"
    ]


def test_who_has_brought_a_letter_in_himself_is_not_told_of_it(desk: Desk) -> None:
    """He has forwarded it; the others on the card have not seen it."""
    on_entry_added(desk.reactions, happened(entry(brought_by=SELLER.id)))
    assert desk.table.told(SELLER) == []
    assert len(desk.table.told(COLLEAGUE)) == 1


def test_a_clients_message_is_told_to_the_people_of_its_deal(desk: Desk) -> None:
    """In the portal alone: they are there all day."""
    on_entry_added(desk.reactions, happened(entry("message")))
    (told,) = desk.table.told(SELLER)
    assert (told.kind, told.mail) == ("message", False)
    assert told.text == "Новое сообщение в карточке «Трубы»: Счёт {card}"


def test_a_message_to_a_client_is_told_to_him_by_mail_as_well(desk: Desk) -> None:
    """Only to those contacts who may see it and have an account, each in his language."""
    contact = new_id()
    reader = Principal(new_id(), "Anna", frozenset({Role.CLIENT}), contact_id=contact)
    other = Principal(new_id(), "Чеслав", frozenset({Role.CLIENT}), contact_id=new_id())
    desk.knows(reader, contact_grant(contact), language="en")
    desk.knows(other, contact_grant(str(other.contact_id)))
    audience = frozenset({contact_grant(contact), contact_grant(new_id()), OWNER_GRANT})
    event = happened(entry("message", "outbound"), Actor.of(SELLER), audience=audience)
    on_entry_added(desk.reactions, event)
    (told,) = desk.table.inbox.values()
    assert (told.person_id, told.kind, told.mail) == (reader.id, "message", True)
    assert told.text == "Иван Продавцов writes to you about the deal “Трубы”: Счёт {card}"


def test_the_same_event_again_tells_nobody_twice(desk: Desk) -> None:
    """Nor counts twice."""
    event = happened(entry())
    on_entry_added(desk.reactions, event)
    on_entry_added(desk.reactions, event)
    assert (len(desk.table.inbox), len(desk.table.events)) == (2, 2)
    assert desk.table.unread(SELLER.id) == 1


def test_two_events_are_two_notifications(desk: Desk) -> None:
    """Even of one instant."""
    on_entry_added(desk.reactions, happened(entry()))
    on_entry_added(desk.reactions, happened(entry()))
    assert len(desk.table.told(SELLER)) == 2


@pytest.mark.parametrize(
    ("kind", "direction"), [("mail", "outbound"), ("comment", None), ("stage", None)]
)
def test_what_needs_nobody_is_not_told(desk: Desk, kind: str, direction: str | None) -> None:
    """Our own letters, comments and stages are on the card for whoever looks."""
    on_entry_added(desk.reactions, happened(entry(kind, direction)))
    assert desk.table.inbox == {}


def test_whoever_did_it_is_not_told(desk: Desk) -> None:
    """A seller's own file is no news to him."""
    event = happened(entry("file", None), Actor.of(SELLER))
    on_entry_added(desk.reactions, event)
    assert desk.table.told(SELLER) == []
    assert [one.kind for one in desk.table.told(COLLEAGUE)] == ["file"]


def test_a_mention_is_told_to_the_one_mentioned(desk: Desk) -> None:
    """By whom, and where."""
    data = entry("comment", None, mentioned_ids=[COLLEAGUE.id])
    on_entry_added(desk.reactions, happened(data, Actor.of(SELLER)))
    (told,) = desk.table.told(COLLEAGUE)
    assert told.text == "Иван Продавцов mentions you on the card “Трубы”: Счёт {card}"
    assert desk.table.told(SELLER) == []


def test_a_card_without_owner_is_told_to_its_participants(desk: Desk) -> None:
    """A contact need not be anybody's."""
    on_entry_added(desk.reactions, happened(entry(owner_id=None)))
    assert [one.person_id for one in desk.table.inbox.values()] == [COLLEAGUE.id]


def test_one_who_left_is_told_nothing(desk: Desk) -> None:
    """And one not heard of yet is told all the same."""
    desk.knows(SELLER, active=False)
    newcomer = new_id()
    on_entry_added(desk.reactions, happened(entry(participant_ids=[newcomer])))
    assert [one.person_id for one in desk.table.inbox.values()] == [newcomer]


def test_a_refused_file_is_no_new_file(desk: Desk) -> None:
    """Who asked for it hears that it was refused; to the others nothing came."""
    data = entry("file")
    data["entry"]["mark"] = "refused"
    on_entry_added(desk.reactions, happened(data))
    assert not desk.table.inbox


def test_a_refused_file_is_told_to_who_asked_for_it(desk: Desk) -> None:
    """Or, when nobody did, to the employee who sent it."""
    data = {"requested_by": COLLEAGUE.id, "document": {"name": "акт.pdf"}}
    on_file_quarantined(desk.reactions, happened(data, Actor("guest", new_id(), "Guest")))
    on_file_quarantined(desk.reactions, happened(data | {"requested_by": None}, Actor.of(SELLER)))
    assert "акт.pdf" in desk.table.told(COLLEAGUE)[0].text
    assert [one.kind for one in desk.table.told(SELLER)] == ["file_refused"]

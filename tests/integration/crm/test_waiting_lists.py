"""Lists by what cards wait for: the next step of ours, and our answer."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from tests.integration.crm.shop import Shop
from tests.support.contracts import examples
from tests.support.personas import P
from tests.support.triggers import queued

from chalicelib.crm.model.pulse import Turn
from chalicelib.crm.store import PulseStore, shelves
from portal.cards import CardKind, CardRef
from portal.clock import to_wire, utc_now
from portal.ids import new_id


@pytest.fixture
def planned(shop: Shop) -> Shop:
    """A deal whose step is overdue, one with a step in two days, two without, and one that is won."""
    for title, days in (("Ёлка", -1), ("Яхта", 2), ("антенна", None), ("Борона", None)):
        deal = shop.deal(title, amount={"amount": f"{len(title)}.00", "currency": "RUB"})
        if days is not None:
            remind(shop, deal["id"], days)
    won = shop.deal("Весы")["id"]
    assert shop.move(won, 2).status == 200
    shop.scene.bus.carry()
    return shop


def remind(shop: Shop, deal_id: str, days: int) -> None:
    """The news of a reminder on the deal."""
    event = examples("notifications.reminder_changed.v1")[0]
    data: dict[str, Any] = dict(event.data) | {
        "reminder_id": new_id(),
        "due_at": to_wire(utc_now() + timedelta(days=days)),
    }
    told = replace(event, id=new_id(), data=data, about=(CardRef(CardKind.DEAL, deal_id),))
    shop.scene.world.app("crm").invoke("consume", queued(told))


@pytest.mark.parametrize("most", [1000, 1])
def test_next_steps_in_every_order(
    planned: Shop, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """Whether few cards wait so, or too many to sort them at once; what is over waits for nothing."""
    monkeypatch.setattr(shelves, "MOST", most)
    monkeypatch.setattr(shelves, "FEW", min(most, 99))
    now = to_wire(utc_now())
    for query, titles in (
        ("&stepless=true", ["антенна", "Борона"]),
        (f"&step_to={now}", ["Ёлка"]),
        (f"&step_from={now}", ["Яхта"]),
        ("&step_from=2020-01-01T00:00:00Z", ["Ёлка", "Яхта"]),
        ("&stepless=true&amount_from=7", ["антенна"]),
    ):
        assert planned.titles(P.SELLER, f"{query}&sort=name") == titles, query
        assert sorted(planned.titles(P.SELLER, f"{query}&sort=-updated")) == sorted(titles), query
        assert planned.titles(P.STRANGER, query) == []


def test_a_list_of_steps_follows_its_deals(planned: Shop) -> None:
    """A new step takes a deal from among those without; the head of the board counts so as well."""
    deals = planned.as_(P.SELLER).get("/crm/deals").json["items"]
    (antenna,) = (deal["id"] for deal in deals if deal["title"] == "антенна")
    tally = f"/crm/pipelines/{planned.pipeline['id']}/tally?stepless=true"
    assert planned.as_(P.SELLER).get(tally).json["items"][0]["count"] == 2
    remind(planned, antenna, 1)
    assert planned.titles(P.SELLER, "&stepless=true") == ["Борона"]
    assert planned.as_(P.SELLER).get(tally).json["items"][0]["count"] == 1


def test_who_waits_for_an_answer(planned: Shop) -> None:
    """Whether something says how soon to answer, or nothing does."""
    store, now = PulseStore(), utc_now()
    deals = planned.as_(P.SELLER).get("/crm/deals").json["items"]
    for title, hours in (("Ёлка", -1), ("Яхта", 5), ("Борона", None)):
        (deal_id,) = (deal["id"] for deal in deals if deal["title"] == title)
        ref = CardRef(CardKind.DEAL, deal_id)
        before = store.pulse(ref)
        by = now + timedelta(hours=hours) if hours else None
        store.save(before, replace(before, waiting=Turn(new_id(), now), answer_by=by))
        news = replace(examples("crm.card_changed.v1")[0], id=new_id(), about=(ref,))
        unwaited = dict(news.data) | {"created": False, "changed": []}
        planned.scene.world.app("crm").invoke("consume", queued(replace(news, data=unwaited)))
    assert planned.titles(P.SELLER, "&waiting=true&sort=name") == ["Борона", "Ёлка", "Яхта"]
    assert planned.titles(P.SELLER, f"&answer_to={to_wire(now)}") == ["Ёлка"]
    assert planned.titles(P.SELLER, f"&answer_to={to_wire(now)}&stepless=true") == []


def test_leads_and_losses(shop: Shop) -> None:
    """A lead by where it came from, a lost deal by why."""
    shop.add("leads", title="Заявка", source="Выставка «Мосбилд»")
    shop.add("leads", title="Звонок", source="Телефон")
    shop.scene.bus.carry()
    found = shop.as_(P.SELLER).get("/crm/leads?source=" + quote("мосбилд")).json["items"]
    assert [lead["title"] for lead in found] == ["Заявка"]
    assert shop.as_(P.SELLER).get("/crm/leads?waiting=true").json["items"] == []
    lost = shop.deal("Станок")["id"]
    assert shop.move(lost, 3, reason="Дорого, далеко").status == 200
    shop.scene.bus.carry()
    either = quote('["Дорого, далеко","Другое"]')
    assert shop.titles(P.SELLER, f"&lost_reason={either}") == ["Станок"]
    assert shop.titles(P.SELLER, f"&lost_reason={either}&currency=USD,RUB") == []

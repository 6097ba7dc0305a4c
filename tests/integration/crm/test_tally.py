"""The head of a board over HTTP, after crm has heard its own announcements."""

from typing import Any

import pytest
from tests.integration.crm.shop import Shop
from tests.support.personas import P, Persona
from tests.support.triggers import queued

BIG = "9999999999999.99"


def rub(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "RUB"}


def tally(shop: Shop, who: Persona, query: str = "") -> dict[int, tuple[int, Any]]:
    """The stages that are not empty by their numbers, each with its count and sums."""
    shop.scene.bus.carry()
    reply = shop.as_(who).get(f"/crm/pipelines/{shop.pipeline['id']}/tally{query}")
    assert reply.status == 200, reply.text
    assert reply.json["next"] is None
    items = reply.json["items"]
    assert [item["stage_id"] for item in items] == shop.stages
    return {n: (i["count"], i["sums"]) for n, i in enumerate(items) if i["count"] or i["sums"]}


def test_each_counts_what_he_may_see(shop: Shop) -> None:
    """A seller his own and what he takes part in, a head his department's too, the portal's owner all."""
    shop.deal("1", amount=rub("0.10"))
    shop.deal("2", by=P.STRANGER, amount=rub("0.20"), participant_ids=[shop.id_of(P.HEAD)])
    shop.deal("3", by=P.ENGINEER, participant_ids=[shop.id_of(P.SELLER)])
    assert tally(shop, P.SELLER) == {0: (2, [rub("0.10")])}
    assert tally(shop, P.HEAD) == {0: (2, [rub("0.30")])}
    assert tally(shop, P.OTHER_HEAD) == {0: (1, [])}
    assert tally(shop, P.OWNER) == {0: (3, [rub("0.30")])}
    assert tally(shop, P.HR) == {}
    mine = f"?owner_id={shop.id_of(P.SELLER)}"
    assert tally(shop, P.OWNER, mine) == {0: (1, [rub("0.10")])}


def test_it_follows_a_deal_wherever_it_goes(shop: Shop) -> None:
    """To another stage, price, currency, team and owner; what it was before is counted no more."""
    helper = shop.id_of(P.PARTICIPANT)
    deal = shop.deal(amount=rub("100.00"), participant_ids=[helper])["id"]
    assert tally(shop, P.PARTICIPANT) == {0: (1, [rub("100.00")])}
    shop.move(deal, 1)
    euro = {"amount": "7.05", "currency": "EUR"}
    shop.as_(P.SELLER).patch(f"/crm/deals/{deal}", {"amount": euro, "participant_ids": []})
    assert tally(shop, P.SELLER) == tally(shop, P.HEAD) == {1: (1, [euro])}
    assert tally(shop, P.PARTICIPANT) == {}
    given = shop.as_(P.SELLER).patch(
        f"/crm/deals/{deal}", {"owner_id": shop.id_of(P.ENGINEER), "amount": None}
    )
    assert given.status == 200
    assert tally(shop, P.SELLER) == tally(shop, P.HEAD) == {}
    assert tally(shop, P.ENGINEER) == tally(shop, P.OTHER_HEAD) == {1: (1, [])}


def test_sums_larger_than_any_amount_are_exact(shop: Shop) -> None:
    """Nothing is rounded, and nothing refuses to be added."""
    for _ in range(3):
        shop.deal(amount=rub(BIG))
    assert tally(shop, P.SELLER) == {0: (3, [rub("29999999999999.97")])}


def test_news_that_come_twice_and_late_change_nothing(shop: Shop) -> None:
    """The queue brings everything again, the oldest last."""
    deal = shop.deal(amount=rub("5.00"))
    shop.scene.bus.carry()
    heard = [event for event in shop.scene.bus.announced() if event.type == "crm.card_changed"]
    shop.move(deal["id"], 2)
    expected = tally(shop, P.OWNER)
    answer = shop.scene.world.app("crm").invoke("consume", queued(*heard, *heard))
    assert answer == {"batchItemFailures": []}
    assert tally(shop, P.OWNER) == expected == {2: (1, [rub("5.00")])}


@pytest.mark.parametrize("pipeline_id", ["01ARZ3NDEKTSV4RRFFQ69G5FAV", "нет", "%23", "x" * 900])
def test_an_unknown_pipeline_is_not_found(shop: Shop, pipeline_id: str) -> None:
    """Whatever stands in its place."""
    assert shop.as_(P.SELLER).get(f"/crm/pipelines/{pipeline_id}/tally").status == 404


def test_an_owner_that_is_no_id_is_refused(shop: Shop) -> None:
    """It points at the parameter."""
    path = f"/crm/pipelines/{shop.pipeline['id']}/tally?owner_id=x"
    reply = shop.as_(P.SELLER).get(path)
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, "?owner_id")

"""Lists of cards: complete, without repetition, page by page."""

from tests.integration.crm.shop import Shop
from tests.support.personas import P

from portal.paging import encode_cursor

NOTHING = "01ARZ3NDEKTSV4RRFFQ69G5FAV"


def test_each_sees_his_own_in_the_order_of_making(shop: Shop) -> None:
    """Owned and shared cards are one list; a head has his department's, the portal's owner all."""
    shop.deal("1")
    shop.deal("2", by=P.STRANGER)
    shop.deal("3", by=P.ENGINEER, participant_ids=[shop.id_of(P.SELLER)])
    shop.deal("4")
    shop.deal("5", by=P.ENGINEER)
    assert shop.titles(P.SELLER) == ["4", "3", "1"]
    assert shop.titles(P.HEAD) == ["4", "2", "1"]
    assert shop.titles(P.OTHER_HEAD) == ["5", "3"]
    assert shop.titles(P.OWNER) == ["5", "4", "3", "2", "1"]
    assert shop.titles(P.CLIENT) == shop.titles(P.HR) == []


def test_a_card_seen_twice_over_is_listed_once(shop: Shop) -> None:
    """The head who takes part in a deal of his department holds two grants to it."""
    for number in range(3):
        shop.deal(str(number), participant_ids=[shop.id_of(P.HEAD)])
        shop.deal(f"{number} своя", by=P.HEAD)
    both = [title for n in (2, 1, 0) for title in (f"{n} своя", str(n))]
    assert shop.titles(P.HEAD) == both


def test_filters_by_pipeline_stage_and_owner(shop: Shop) -> None:
    """Alone and together; a moved deal leaves the former stage's list."""
    other = shop.add_pipeline("Сервис")
    shop.deal("1")
    second = shop.deal("2")
    shop.deal("3", by=P.STRANGER)
    shop.deal("4", pipeline_id=other["id"])
    shop.move(second["id"], 1)
    pipeline, seller = f"&pipeline_id={shop.pipeline['id']}", f"&owner_id={shop.id_of(P.SELLER)}"
    stage = f"&stage_id={shop.stages[0]}"
    assert set(shop.titles(P.HEAD, pipeline)) == {"1", "2", "3"}
    assert shop.titles(P.HEAD, stage) == ["3", "1"]
    assert shop.titles(P.HEAD, f"&stage_id={shop.stages[1]}") == ["2"]
    assert set(shop.titles(P.HEAD, seller)) == {"1", "2", "4"}
    assert shop.titles(P.HEAD, seller + stage) == ["1"]
    assert set(shop.titles(P.HEAD, seller + pipeline)) == {"1", "2"}
    assert shop.titles(P.SELLER, f"&owner_id={shop.id_of(P.STRANGER)}") == []


def test_pages_stay_whole_while_deals_come_and_move(shop: Shop) -> None:
    """What is made after the first page was read does not disturb the next."""
    for number in range(4):
        shop.deal(str(number))
    first = shop.as_(P.SELLER).get("/crm/deals?limit=2").json
    shop.deal("новая")
    shop.move(first["items"][1]["id"], 1)
    second = shop.as_(P.SELLER).get(f"/crm/deals?limit=2&cursor={first['next']}").json
    titles = [deal["title"] for deal in first["items"] + second["items"]]
    assert (titles, second["next"]) == (["3", "2", "1", "0"], None)


def test_a_cursor_of_ones_own_making_is_refused(shop: Shop) -> None:
    """It points at the cursor, and is no failure of ours."""
    for after in ("", "абв", "~", "x" * 900, NOTHING + "#", 5, None, [NOTHING]):
        cursor = encode_cursor({"of": "deal::", "after": after})
        reply = shop.as_(P.SELLER).get(f"/crm/deals?cursor={cursor}")
        assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, "?cursor")


def test_a_cursor_is_of_one_list(shop: Shop) -> None:
    """A cursor of deals does not page contacts, nor deals by another filter."""
    for number in range(3):
        shop.deal(str(number))
    cursor = shop.as_(P.SELLER).get("/crm/deals?limit=1").json["next"]
    assert shop.as_(P.SELLER).get(f"/crm/deals?cursor={cursor}").status == 200
    for path in ("/crm/contacts?", f"/crm/deals?stage_id={shop.stages[0]}&"):
        assert shop.as_(P.SELLER).get(f"{path}cursor={cursor}").status == 422


def test_an_unknown_filter_value_is_refused(shop: Shop) -> None:
    """An empty list would hide the mistake."""
    for name in ("pipeline_id", "stage_id"):
        reply = shop.as_(P.SELLER).get(f"/crm/deals?{name}={NOTHING}")
        assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, f"?{name}")

"""Many at once: one wins and the rest are told, and what is counted is right afterwards."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from tests.system.person import Person
from tests.system.portal import eventually

pytestmark = pytest.mark.system


def at_once(count: int, call: Callable[[int], httpx.Response]) -> list[httpx.Response]:
    """The answers to so many calls made together."""
    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(call, range(count)))


def statuses(answers: list[httpx.Response]) -> Counter[int]:
    return Counter(answer.status_code for answer in answers)


def counts(person: Person, pipeline_id: str) -> dict[str, int]:
    """The deals of each stage, as the head of the board counts them."""
    items = person.get(f"/crm/pipelines/{pipeline_id}/tally")["items"]
    return {item["stage_id"]: item["count"] for item in items}


def test_of_two_who_save_one_card_one_wins(seller: Person, owner: Person, subject: str) -> None:
    """Both saw the same version: the other is told to load it again, and nothing of his is half there."""
    company = seller.post("/crm/companies", {"name": subject})
    path = f"/crm/companies/{company['id']}"
    seen = {"If-Match": seller.http.get(path).headers["ETag"]}
    who = (seller, owner)
    answers = at_once(
        2, lambda n: who[n].http.patch(path, json={"name": f"{subject}-{n}"}, headers=seen)
    )
    assert statuses(answers) == {200: 1, 412: 1}
    winner = next(n for n, answer in enumerate(answers) if answer.status_code == 200)
    assert seller.get(path)["name"] == f"{subject}-{winner}"
    assert "Load it again" in answers[1 - winner].json()["detail"]


def test_of_two_who_convert_one_lead_one_wins(seller: Person, owner: Person, subject: str) -> None:
    """There is one contact and one deal; the other is told where the lead went."""
    lead = seller.post("/crm/leads", {"title": subject})["id"]
    who = (seller, owner)
    wish = {"contact": {"name": subject}, "deal": {"title": subject}}
    answers = at_once(2, lambda n: who[n].http.post(f"/crm/leads/{lead}/convert", json=wish))
    # Too late by a moment, the other is told that the lead changed; later, what it became.
    assert statuses(answers) in ({201: 1, 409: 1}, {201: 1, 412: 1})
    assert len([d for d in seller.everything("/crm/deals") if d["title"] == subject]) == 1


def test_of_twenty_who_move_one_deal_the_board_counts_the_last(owner: Person, subject: str) -> None:
    """Whoever comes too late is told so; the deal is counted once, where it stands."""
    deal = owner.post("/crm/deals", {"title": subject})
    pipeline = owner.get("/crm/pipelines")["items"]
    stages = [s["id"] for p in pipeline if p["id"] == deal["pipeline_id"] for s in p["stages"]][:3]
    eventually(lambda: settled(owner, deal["pipeline_id"]))
    before = counts(owner, deal["pipeline_id"])
    path = f"/crm/deals/{deal['id']}"
    answers = at_once(
        20, lambda n: owner.http.post(f"{path}/stage", json={"stage_id": stages[n % 3]})
    )
    assert statuses(answers).keys() <= {200, 201, 409, 412}
    last = owner.get(path)["stage_id"]
    wanted = Counter(before)
    wanted[deal["stage_id"]] -= 1
    wanted[last] += 1
    eventually(lambda: counts(owner, deal["pipeline_id"]) == dict(wanted))


def settled(owner: Person, pipeline_id: str) -> bool:
    """Whether the board counts all the deals that there are."""
    there = Counter(
        deal["stage_id"]
        for deal in owner.everything("/crm/deals")
        if deal["pipeline_id"] == pipeline_id
    )
    return {stage: n for stage, n in counts(owner, pipeline_id).items() if n} == dict(there)

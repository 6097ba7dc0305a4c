"""The lists of cards that seem to be one, over the API and in the table."""

from dataclasses import replace
from typing import Any

from tests.integration.crm.office import DEPARTMENT, Office, principal
from tests.support.contracts import examples

from portal.cards import CardKind, CardRef
from portal.events import Event
from portal.ids import new_id
from portal.principals import Role


def news(office: Office, *cards: tuple[str, str]) -> None:
    """Crm hears that the cards are new."""
    failed = office.consume(*(_news(kind, card_id) for kind, card_id in cards))
    assert failed == []


def _news(kind: str, card_id: str) -> Event:
    about = (CardRef(CardKind(kind), card_id),)
    example = examples("crm.card_changed.v1")[0]
    data = dict(example.data) | {"created": True, "changed": []}
    return replace(example, id=new_id(), about=about, data=data)


def groups(office: Office, kind: str, who: Any = None, query: str = "") -> list[set[str]]:
    """The groups of a page as the ids of their cards."""
    api = office.world.client("crm", who or office.seller)
    page = api.get(f"/crm/duplicates?kind={kind}{query}")
    assert page.status == 200, page.text
    return [{each["card"]["id"] for each in group["cards"]} for group in page.json["items"]]


def test_pairs_are_listed_counted_told_apart_and_gone_when_merged(office: Office) -> None:
    """In the list of its kind, with the reasons; "not a duplicate" is remembered, and can be taken back."""
    two, three = (office.add("companies", name=name) for name in ("Ромашка, ПАО", "РОМАШКА"))
    news(office, *(("company", each) for each in (office.firm, two, three)))
    assert groups(office, "company") == [{office.firm, two, three}]
    assert office.api.get("/crm/duplicates/counts").json == {"contact": 0, "company": 3, "lead": 0}
    told = {"other_id": three}
    for one in (office.firm, two):
        assert office.api.post(f"/crm/companies/{one}/apart", told).status == 204
    news(office, ("company", three))
    assert groups(office, "company") == [{office.firm, two}]
    back = office.api.post(f"/crm/companies/{two}/apart", told | {"apart": False})
    assert back.status == 204
    assert groups(office, "company") == [{office.firm, two, three}]
    merged = office.api.post(f"/crm/companies/{two}/merge", {"other_id": office.firm})
    assert merged.status == 200, merged.text
    assert groups(office, "company") == [{two, three}]
    news(office, ("company", office.firm))
    assert office.api.get("/crm/duplicates/counts").json["company"] == 1


def test_the_surest_come_first_a_page_at_a_time(office: Office) -> None:
    """A lead with a contact's address stands among the leads, before leads that are called alike."""
    lead = office.add("leads", title="Заявка", emails=["anna@romashka.example"])
    twins = [office.add("leads", title=f"С сайта {n}", name="Олег Ладогин") for n in range(2)]
    cards = [("lead", lead), *(("lead", each) for each in twins)]
    news(office, ("contact", office.contact), *cards)
    first = office.api.get("/crm/duplicates?kind=lead&limit=1").json
    assert [pair["by"][0]["trait"] for pair in first["items"][0]["pairs"]] == ["email"]
    assert first["items"][0]["strength"] == "sure"
    assert groups(office, "lead", query=f"&limit=1&cursor={first['next']}") == [set(twins)]
    told = {"other_id": office.contact, "other_kind": "contact"}
    assert office.api.post(f"/crm/leads/{lead}/apart", told).status == 204
    assert groups(office, "lead") == [set(twins)]


def test_nobody_is_told_of_a_card_that_he_may_not_see(office: Office) -> None:
    """Neither in the list nor in the counts: his own card alone is no pair."""
    other_department = new_id()
    head = principal("Глава", Role.HEAD, headed_ids=frozenset({DEPARTMENT}))
    rival = principal("Пётр", Role.EMPLOYEE, department_ids=frozenset({other_department}))
    theirs = office.world.client("crm", rival).post("/crm/companies", {"name": "Ромашка"}).json
    news(office, ("company", office.firm), ("company", theirs["id"]))
    for who in (office.seller, rival, head):
        assert groups(office, "company", who) == []
        counts = office.world.client("crm", who).get("/crm/duplicates/counts").json
        assert counts["company"] == 0
    assert groups(office, "company", office.boss) == [{office.firm, theirs["id"]}]


def test_a_cursor_of_another_list_is_refused(office: Office) -> None:
    """As is one that no list gave out."""
    for cursor in ("abc", "eyJvZiI6InR3aW5zOmxlYWQiLCJhZnRlciI6IjAifQ"):
        answer = office.api.get(f"/crm/duplicates?kind=company&cursor={cursor}")
        assert answer.status == 422, answer.text

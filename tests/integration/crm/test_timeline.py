"""What the API shows of a card's timeline, and to whom."""

from datetime import timedelta

import pytest
from tests.integration.crm.office import CLIENT_EMAIL, DEPARTMENT, Office, principal
from tests.unit.crm.linking_fakes import MORNING, received

from chalicelib.crm.store.timeline import partitions_of
from portal.cards import CardKind, CardRef
from portal.clock import to_wire
from portal.ids import new_id
from portal.principals import Role


def letter_at(minutes: int, subject: str = "Счёт") -> dict[str, str]:
    return {"at": to_wire(MORNING + timedelta(minutes=minutes)), "subject": subject}


def test_pages_follow_each_other_without_gap_or_repetition(office: Office) -> None:
    """The newest first by their own instants, whatever the order of arrival."""
    for minutes in (3, 1, 5, 2, 4):
        office.hear(received(CLIENT_EMAIL, communication=letter_at(minutes, f"№{minutes}")))
    path = f"/crm/deals/{office.deal}/timeline?kind=mail&limit=2"
    subjects, cursor = [], ""
    while cursor is not None:
        page = office.api.get(path + (f"&cursor={cursor}" if cursor else "")).json
        assert len(page["items"]) <= 2
        subjects += [entry["summary"] for entry in page["items"]]
        cursor = page["next"]
    assert subjects == ["№5", "№4", "№3", "№2", "№1"]


def test_a_kind_is_chosen_without_reading_the_others(office: Office) -> None:
    """Comments and letters have pages of their own, and all together one more."""
    office.hear(received(CLIENT_EMAIL))
    office.api.post(f"/crm/deals/{office.deal}/comments", {"text": "Позвонить завтра"})
    for kind in ("mail", "comment"):
        entries = office.timeline("deals", office.deal, f"?kind={kind}")
        assert [entry["kind"] for entry in entries] == [kind]
    assert {"mail", "comment"} <= {e["kind"] for e in office.timeline("deals", office.deal)}


@pytest.mark.parametrize(
    ("query", "pointer"),
    [("?kind=gossip", "?kind"), ("?limit=0", "?limit"), ("?cursor=abc", "?cursor"), ("?x=1", "?x")],
)
def test_a_wrong_query_says_where(office: Office, query: str, pointer: str) -> None:
    """Each is a problem answer that names the parameter."""
    reply = office.api.get(f"/crm/deals/{office.deal}/timeline{query}")
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, pointer)


def test_a_cursor_belongs_to_its_list(office: Office) -> None:
    """The cursor of one card's page opens no other's."""
    for minutes in range(2):
        office.hear(received(CLIENT_EMAIL, communication=letter_at(minutes)))
    page = office.api.get(f"/crm/deals/{office.deal}/timeline?kind=mail&limit=1").json
    other = f"/crm/contacts/{office.contact}/timeline?kind=mail&cursor={page['next']}"
    assert office.api.get(other).status == 422


@pytest.mark.parametrize(
    "card_id", ["none", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "%D0%96", "%00", "7" * 5000]
)
def test_an_unknown_card_has_no_timeline(office: Office, card_id: str) -> None:
    """Whatever stands in the address, the answer is 404."""
    assert office.api.get(f"/crm/deals/{card_id}/timeline").status == 404
    assert office.api.post(f"/crm/deals/{card_id}/comments", {"text": "а"}).status == 404


def test_outsiders_do_not_learn_that_a_card_exists(office: Office) -> None:
    """A colleague without the card and a client of another get what an unknown card gets."""
    strangers = (
        principal("Пётр", Role.EMPLOYEE, department_ids=frozenset({DEPARTMENT})),
        principal("Чужой", Role.CLIENT, contact_id=new_id()),
        principal("Партнёр", Role.PARTNER),
    )
    for stranger in strangers:
        api = office.world.client("crm", stranger)
        for folder, card_id in (("deals", office.deal), ("contacts", office.contact)):
            unknown = api.get(f"/crm/{folder}/{new_id()}/timeline")
            known = api.get(f"/crm/{folder}/{card_id}/timeline")
            assert (known.status, known.json["detail"]) == (404, unknown.json["detail"])


def test_a_head_reads_what_his_people_read(office: Office) -> None:
    """The head of the owner's department and the portal's owner see the whole timeline."""
    office.api.post(f"/crm/deals/{office.deal}/comments", {"text": "Скидка?"})
    head = principal("Глава", Role.HEAD, headed_ids=frozenset({DEPARTMENT}))
    for reader in (head, office.boss):
        assert office.timeline("deals", office.deal, who=reader) == office.timeline(
            "deals", office.deal
        )


def test_a_client_reads_his_letters_and_stages_and_nothing_else(office: Office) -> None:
    """No comment, no reason of a loss, no letter of another contact, by no page and no filter."""
    other = office.add("contacts", name="Борис", emails=["boris@romashka.example"])
    office.api.patch(f"/crm/deals/{office.deal}", {"contact_ids": [office.contact, other]})
    office.hear(
        own := received(CLIENT_EMAIL, communication=letter_at(0, "Моё")),
        received("boris@romashka.example", communication=letter_at(1, "Чужое")),
    )
    office.api.post(f"/crm/deals/{office.deal}/comments", {"text": "Клиент капризный"})
    lost = {"stage_id": office.pipeline["stages"][2]["id"], "reason": "Дорого"}
    office.api.post(f"/crm/deals/{office.deal}/stage", lost)
    seen = office.timeline("deals", office.deal, who=office.client)
    assert [entry["kind"] for entry in seen] == ["stage", "mail"]
    assert seen[1]["source"]["id"] == own.data["communication"]["id"]
    assert "Дорого" not in str(seen)
    assert office.timeline("deals", office.deal, "?kind=comment", office.client) == []
    assert "Дорого" in str(office.timeline("deals", office.deal))
    (letter,) = office.timeline("contacts", office.contact, who=office.client)
    assert letter["summary"] == "Моё"


def test_a_clients_pages_join_what_is_his_and_what_is_everybodys(office: Office) -> None:
    """Two at a time, letters and stages come in the order of time."""
    for minutes in range(3):
        office.hear(received(CLIENT_EMAIL, communication=letter_at(minutes)))
    stages = office.pipeline["stages"]
    for stage in (stages[1], stages[0]):
        office.api.post(f"/crm/deals/{office.deal}/stage", {"stage_id": stage["id"]})
    api, instants, cursor = office.world.client("crm", office.client), [], ""
    while cursor is not None:
        query = f"?limit=2&cursor={cursor}" if cursor else "?limit=2"
        page = api.get(f"/crm/deals/{office.deal}/timeline{query}").json
        instants += [entry["at"] for entry in page["items"]]
        cursor = page["next"]
    assert len(instants) == 5
    assert instants == sorted(instants, reverse=True)


def test_what_is_everybodys_stands_once_for_each_client(office: Office) -> None:
    """An entry for all clients is not doubled for the one who is party to it."""
    ref = CardRef(CardKind.DEAL, office.deal)
    places = list(partitions_of(ref, {office.contact}, for_all=True))
    assert places == [f"timeline#{ref}", f"timeline#{ref}#clients"]


def test_no_client_is_shown_a_company_or_a_lead(office: Office) -> None:
    """Those cards are the company's own."""
    lead = office.add("leads", title="Заявка с сайта")
    api = office.world.client("crm", office.client)
    for folder, card_id in (("companies", office.firm), ("leads", lead)):
        assert api.get(f"/crm/{folder}/{card_id}/timeline").status == 404

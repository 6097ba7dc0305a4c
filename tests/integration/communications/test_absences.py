"""A contact's absence, from his letter to the cards."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.integration.communications.company import Company, from_client
from tests.support.contracts import examples
from tests.support.triggers import messages
from tests.support.world import World

from chalicelib.crm.store import AbsenceStore, TraceStore
from portal.cards import CardKind, CardRef


@pytest.fixture
def company(world: World) -> Company:
    return Company(world)


def test_a_client_on_vacation_is_shown_until_he_writes_himself(company: Company) -> None:
    """On his own card and on his deal, with whom to turn to; an erasure forgets it."""
    day = datetime.now(UTC).date() + timedelta(days=20)
    told = f"Я в отпуске до {day:%d.%m.%Y}, меня замещает Иван Петров, ivan@romashka.example."
    company.letter("1", from_client(told, "Auto-Submitted: auto-replied\r\n"))
    seller = company.mail.as_(company.crm.seller)
    paths = [
        f"/crm/deals/{company.crm.deal}/absences",
        f"/crm/contacts/{company.crm.contact}/absences",
    ]
    for path in paths:
        (found,) = company.crm.api.get(path).json["items"]
        assert (found["kind"], found["since"], found["until"]) == ("vacation", None, str(day))
        assert found["substitute"]["address"] == "ivan@romashka.example"
        assert seller.get(f"/communications/{found['communication_id']}").status == 200
    company.letter("2", from_client("вернулся"))
    assert [company.crm.api.get(path).json["items"] for path in paths] == [[], []]
    TraceStore().forget_absence(CardRef(CardKind.CONTACT, company.crm.contact))
    assert AbsenceStore().absences([company.crm.contact]) == {}


def test_a_client_is_answered_for_a_seller_who_is_away(company: Company) -> None:
    """The answer leaves once, and stands on the deal as a machine's letter of ours that answers nothing."""
    seller, address = company.crm.seller, "ivan@demo.example"
    box = {"address": address, "name": "Иван", "kind": "personal", "person_id": seller.id}
    assert company.mail.as_(company.crm.boss).post("/communications/mailboxes", box).status == 201
    (told,) = examples("people.absence_changed.v1")
    today = datetime.now(UTC).date()
    days = {"since": str(today - timedelta(days=2)), "until": str(today + timedelta(days=2))}
    data = {"person_id": seller.id, "absence": told.data["absence"] | days}
    assert company.mail.hear(replace(told, data=data)) == []
    content = from_client("вопрос", recipient=address)
    company.letter("1", content.replace(b"To: sales@demo.example", f"To: {address}".encode()))
    (answer,) = company.mail.inbox(seller, "state=aside")
    for _ in range(2):
        company.world.app("communications").invoke(
            "depart", messages({"communication_id": answer["id"]})
        )
    assert len(company.mail.outbox()) == 1
    company.settle()
    entries = company.crm.timeline("deals", company.crm.deal, "?kind=mail")
    assert [(one["direction"], one["mark"]) for one in entries] == [
        ("outbound", "automatic"),
        ("inbound", None),
    ]
    (shown,) = company.crm.api.get(f"/crm/pulse?cards=deal:{company.crm.deal}").json["items"]
    assert shown["first_answer"] is None

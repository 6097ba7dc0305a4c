"""Leads that become deals, over HTTP, and the letters that follow them."""

import json
from typing import Any

import boto3
import pytest
from tests.integration.crm.office import CLIENT_EMAIL, Office
from tests.integration.crm.test_linking import chosen as chosen_deal
from tests.integration.crm.test_linking import letter_id
from tests.unit.crm.linking_fakes import chosen, received, sent

from chalicelib.crm.model.cards import Card
from chalicelib.crm.store import LinkStore
from portal.cards import CardKind
from portal.events import Event
from portal.ids import new_id

STRANGER = "boris@novikov.example"
WANTED = {
    "contact": {"name": "Борис Новиков", "emails": [STRANGER], "phones": ["8 912 345-67-89"]},
    "company": {"name": "Новиков и сыновья"},
    "deal": {"title": "Пресс", "amount": {"amount": "900000.00", "currency": "RUB"}},
}


@pytest.fixture
def lead(office: Office) -> str:
    return office.add("leads", title="Заявка с сайта", emails=[STRANGER])


def convert(office: Office, lead: str, body: Any = None, **headers: str) -> Any:
    return office.api.post(f"/crm/leads/{lead}/convert", body or WANTED, **headers)


def ended() -> list[Event]:
    """What the table announces of converted leads."""
    items = boto3.resource("dynamodb").Table("crm").scan()["Items"]
    events = [Event.from_dict(json.loads(str(item["event"]))) for item in items if "event" in item]
    return [event for event in events if event.type == "crm.lead_converted"]


def lead_card(lead: str) -> Card:
    return Card(CardKind.LEAD, lead, "", "", frozenset(), frozenset())


def test_everything_is_stored_and_read_back(office: Office, lead: str) -> None:
    """The answer holds the cards as their own routes show them, and says where the deal is."""
    reply = convert(office, lead)
    assert reply.status == 201
    assert reply.headers["Location"] == f"/api/crm/deals/{reply.json['deal']['id']}"
    for name, folder in (("lead", "leads"), ("contact", "contacts"), ("company", "companies")):
        assert office.api.get(f"/crm/{folder}/{reply.json[name]['id']}").json == reply.json[name]
    deal = office.api.get(f"/crm/deals/{reply.json['deal']['id']}").json
    assert deal == reply.json["deal"]
    assert (deal["amount"]["amount"], deal["contact_ids"]) == (
        "900000.00",
        [reply.json["contact"]["id"]],
    )
    assert reply.json["lead"]["converted_to"] == {
        "contact_id": reply.json["contact"]["id"],
        "company_id": reply.json["company"]["id"],
        "deal_id": deal["id"],
    }
    for folder, name in (("leads", "lead"), ("deals", "deal"), ("contacts", "contact")):
        (entry,) = office.timeline(folder, reply.json[name]["id"], "?kind=converted")
        assert entry["summary"] == ("Пресс" if name == "lead" else "Заявка с сайта")


def test_the_same_request_again(office: Office, lead: str) -> None:
    """With its key it gives the first answer; without it is told where the lead went."""
    first = convert(office, lead, Idempotency_Key="one")
    assert convert(office, lead, Idempotency_Key="one").json == first.json
    again = convert(office, lead, Idempotency_Key="two")
    assert (again.status, "Пресс" in again.json["detail"]) == (409, True)
    assert again.json["about"] == {"kind": "deal", "id": first.json["deal"]["id"]}
    assert len(ended()) == 1


def test_what_was_converted_stays_so(office: Office, lead: str) -> None:
    """Its other fields are still changed; another status is refused, and nothing of that request is done."""
    convert(office, lead)
    path = f"/crm/leads/{lead}"
    refused = office.api.patch(path, {"status": "new", "title": "Ещё раз"})
    assert (refused.status, office.api.get(path).json["title"]) == (409, "Заявка с сайта")
    done = office.api.patch(path, {"status": "qualified", "title": "Заявка, готово"})
    assert (done.status, done.json["status"]) == (200, "qualified")


def test_a_known_address_is_chosen_instead(office: Office, lead: str) -> None:
    """The refusal names the contact and stores nothing; with that contact the deal is made."""
    contact = {"name": "Анна", "emails": [CLIENT_EMAIL]}
    refused = convert(office, lead, {**WANTED, "contact": contact})
    assert refused.status == 409
    assert refused.json["about"] == {"kind": "contact", "id": office.contact}
    assert office.api.get(f"/crm/leads/{lead}").json["converted_to"] is None
    assert office.api.get("/crm/companies").json["items"][0]["id"] == office.firm
    body = {"contact": {"id": office.contact}, "company": {"id": office.firm}}
    done = convert(office, lead, {**body, "deal": {"title": "Трубы"}})
    assert done.status == 201
    assert done.json["deal"]["contact_ids"] == [office.contact]
    (entry,) = office.timeline("companies", office.firm, "?kind=converted")
    assert entry["summary"] == "Заявка с сайта"


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"deal": {"title": "Пресс"}}, "/contact"),
        ({"contact": {}}, "/contact"),
        ({"contact": {"id": new_id(), "name": "Борис"}}, "/contact"),
        ({"contact": {"id": new_id(), "phones": ["+79123456789"]}}, "/contact"),
        ({"contact": {"id": new_id()}}, "/contact/id"),
        ({"contact": {"id": None, "name": "  "}}, "/contact/name"),
        ({"contact": {"name": "Борис", "emails": ["нет"]}}, "/contact/emails/0"),
        ({"contact": {"name": "Борис"}, "company": {"id": new_id()}}, "/company/id"),
        ({"contact": {"name": "Борис"}, "deal": {"title": ""}}, "/deal/title"),
        (
            {"contact": {"name": "Борис"}, "deal": {"title": "П", "pipeline_id": new_id()}},
            "/deal/pipeline_id",
        ),
    ],
)
def test_what_will_not_do(office: Office, lead: str, body: Any, pointer: str) -> None:
    """Each wrong value is named where it stands, and the lead stays open."""
    reply = convert(office, lead, body)
    assert (reply.status, [e["pointer"] for e in reply.json["errors"]]) == (422, [pointer])
    assert office.api.get(f"/crm/leads/{lead}").json["open"]


def test_nulls_are_absences(office: Office, lead: str) -> None:
    """A client that sends every field makes what one makes that leaves the empty ones out."""
    body = {
        "contact": {"id": None, "name": "Борис"},
        "company": None,
        "deal": {"title": "Пресс", "amount": None, "pipeline_id": None},
    }
    assert convert(office, lead, body).json["deal"]["amount"] is None


def test_the_letters_follow(office: Office, lead: str) -> None:
    """What stood on the lead stands on the deal, the contact and the company, and on the lead still."""
    letters = [received(STRANGER) for _ in range(3)]
    office.hear(*letters, *(chosen(letter, lead_card(lead)) for letter in letters[:2]))
    done = convert(office, lead).json
    (event,) = ended()
    assert office.consume(event) == office.consume(event) == []
    followed = {letter_id(letter) for letter in letters[:2]}
    for folder, name in (("deals", "deal"), ("contacts", "contact"), ("companies", "company")):
        assert set(office.ids(folder, done[name]["id"])) == followed
    assert set(office.ids("leads", lead)) == followed
    for each in followed:
        link = LinkStore().link(each)
        assert link
        assert (str(link.main), link.revision) == (f"deal:{done['deal']['id']}", 3)


def test_a_letter_that_was_moved_away_stays_there(office: Office, lead: str) -> None:
    """Somebody chose another card for it before; the conversion takes only what is the lead's."""
    letter = received(STRANGER)
    office.hear(chosen(letter, lead_card(lead)))
    done = convert(office, lead).json
    office.hear(chosen_deal(letter, office.deal, minutes=2))
    office.consume(*ended())
    assert office.ids("deals", office.deal) == [letter_id(letter)]
    assert office.ids("deals", done["deal"]["id"]) == []


def test_later_letters_go_to_the_deal(office: Office, lead: str) -> None:
    """By the thread, by a reply address of the lead's, and by a person who still has the lead before him."""
    ours = sent(lead_card(lead), STRANGER)
    office.hear(ours)
    deal = convert(office, lead).json["deal"]["id"]
    token = {"kind": "lead", "id": lead}
    answer = received("other@novikov.example", parent_ids=[letter_id(ours)])
    signed = received("third@novikov.example", token_card=token)
    unknown = received("fourth@novikov.example")
    office.hear(answer, signed, unknown, chosen(unknown, lead_card(lead)))
    later = {letter_id(letter) for letter in (answer, signed, unknown)}
    assert set(office.ids("deals", deal)) == later
    assert office.ids("leads", lead) == [letter_id(ours)]


def test_many_letters_follow_page_by_page(office: Office, lead: str) -> None:
    """More than one page of them: none is left behind."""
    letters = [received(STRANGER) for _ in range(27)]
    office.hear(*(chosen(letter, lead_card(lead)) for letter in letters))
    deal = convert(office, lead).json["deal"]["id"]
    assert office.consume(*ended()) == []
    assert len(office.ids("deals", deal, "mail&limit=100")) == 27

"""Letters on their cards, from the stream's record to what the API shows."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import boto3
import pytest
from tests.integration.crm.office import CLIENT_EMAIL, Office
from tests.unit.crm.linking_fakes import MORNING, received
from tests.unit.crm.linking_fakes import chosen as chosen_card
from tests.unit.crm.linking_fakes import sent as sent_from

from chalicelib.crm.model.cards import Card
from chalicelib.crm.store.links import LinkStore
from portal.cards import CardKind
from portal.events import Event
from portal.ids import new_id


def letter_id(event: Event) -> str:
    communication: dict[str, Any] = event.data["communication"]
    letter: str = communication["id"]
    return letter


def deal_card(deal_id: str) -> Card:
    return Card(CardKind.DEAL, deal_id, "", "", frozenset(), frozenset())


def chosen(letter: Event, deal_id: str, minutes: int = 1) -> Event:
    return chosen_card(letter, deal_card(deal_id), minutes)


def announced() -> list[dict[str, Any]]:
    """What the items of the table carry."""
    items = boto3.resource("dynamodb").Table("crm").scan()["Items"]
    return [item for item in items if "event" in item]


def test_a_clients_letter_stands_on_deal_contact_and_company(office: Office) -> None:
    """One letter, seen from each of the three cards, in Cyrillic."""
    letter = received(CLIENT_EMAIL)
    office.hear(letter)
    cards = (("deals", office.deal), ("contacts", office.contact), ("companies", office.firm))
    for folder, card_id in cards:
        (entry,) = office.timeline(folder, card_id, "?kind=mail")
        assert (entry["summary"], entry["text"]) == (
            "Счёт на трубы",
            "Добрый день! Пришлите счёт.",
        )
        assert entry["source"] == {"feature": "communications", "id": letter_id(letter)}
        assert (entry["direction"], entry["actor"]["name"]) == ("inbound", "Анна Петрова")


def test_the_same_record_again_and_again(office: Office) -> None:
    """A batch that is delivered three times leaves one entry and one announcement of it."""
    letter = received(CLIENT_EMAIL)
    office.hear(letter, letter)
    office.hear(letter)
    assert office.ids("deals", office.deal) == [letter_id(letter)]
    link = LinkStore().link(letter_id(letter))
    assert link is not None
    assert link.revision == 1


def test_a_choice_moves_the_letter_and_is_remembered(office: Office) -> None:
    """It leaves one deal, stands on the other, and the next letter follows it."""
    other = office.add_deal("Ремонт котельной")
    first, second = received(CLIENT_EMAIL), received(CLIENT_EMAIL)
    office.hear(first)
    assert office.ids("deals", office.deal) == office.ids("deals", other) == []
    assert office.ids("contacts", office.contact) == [letter_id(first)]
    office.hear(chosen(first, office.deal))
    office.hear(chosen(first, other, minutes=2), second)
    assert office.ids("deals", office.deal) == []
    assert set(office.ids("deals", other)) == {letter_id(first), letter_id(second)}
    assert len(office.ids("contacts", office.contact)) == 2


def test_a_choice_that_comes_before_its_letter(office: Office) -> None:
    """Reordered, the letter stands once, where the person put it."""
    other = office.add_deal("Ремонт котельной")
    letter = received(CLIENT_EMAIL)
    office.hear(chosen(letter, other))
    office.hear(letter)
    assert office.ids("deals", other) == [letter_id(letter)]
    assert office.ids("deals", office.deal) == []


def test_an_answer_comes_back_to_the_thread(office: Office) -> None:
    """What is written from a card and what is answered to it stand together, the newest first."""
    office.add_deal("Ремонт котельной")
    letter = sent_from(deal_card(office.deal), CLIENT_EMAIL)
    later = {"at": "2026-03-02T12:00:00.000Z"}
    answer = received(CLIENT_EMAIL, parent_ids=[letter_id(letter)], communication=later)
    office.hear(letter, answer)
    entries = office.timeline("deals", office.deal, "?kind=mail")
    assert [e["direction"] for e in entries] == ["inbound", "outbound"]
    assert entries[1]["actor"]["kind"] == "employee"


def test_a_letter_read_again_moves_to_its_own_time(office: Office) -> None:
    """When its instant turns out to be another one, nothing stays behind at the former."""
    office.add_deal("Ремонт котельной")
    letter = received(CLIENT_EMAIL)
    office.hear(letter)
    data = {
        **letter.data,
        "communication": letter.data["communication"] | {"at": "2026-03-01T09:00:00.000Z"},
    }
    again = replace(letter, id=new_id(), occurred_at=MORNING + timedelta(hours=1), data=data)
    office.hear(again)
    (entry,) = office.timeline("contacts", office.contact, "?kind=mail")
    assert entry["at"] == "2026-03-01T09:00:00.000Z"


def test_one_write_announces_the_link_and_the_entry(office: Office) -> None:
    """The link's event rides on the link, the entry's on the deal's copy alone."""
    letter = received(CLIENT_EMAIL)
    office.hear(letter)
    types = ("crm.communication_linked", "crm.entry_added")
    about = [
        item["pk"]
        for item in announced()
        if letter_id(letter) in item["event"] and any(name in item["event"] for name in types)
    ]
    assert sorted(about) == sorted(
        [f"communication#{letter_id(letter)}", f"timeline#deal:{office.deal}"]
    )


def test_a_stranger_stands_nowhere(office: Office) -> None:
    """The unlinked letter is announced, and no timeline has it."""
    letter = received("stranger@elsewhere.example")
    office.hear(letter)
    assert office.ids("deals", office.deal) == office.ids("contacts", office.contact) == []
    (item,) = [i for i in announced() if i["pk"] == f"communication#{letter_id(letter)}"]
    assert '"reason":"unknown_sender"' in item["event"]


def test_a_closed_deal_is_no_open_deal(office: Office) -> None:
    """After the deal is won the client's letter goes to his own card."""
    won = office.pipeline["stages"][1]["id"]
    assert office.api.post(f"/crm/deals/{office.deal}/stage", {"stage_id": won}).status == 200
    office.hear(letter := received(CLIENT_EMAIL))
    assert office.ids("deals", office.deal) == []
    assert office.ids("contacts", office.contact) == [letter_id(letter)]


def test_what_can_never_be_handled_is_set_aside(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A choice of a card that does not exist goes to the dead letters whole; the next record is handled."""
    sqs = boto3.client("sqs")
    url = sqs.create_queue(QueueName="dead")["QueueUrl"]
    monkeypatch.setenv("DEAD_LETTER_URL", url)
    letter = received(CLIENT_EMAIL)
    office.hear(chosen(letter, new_id()), letter)
    assert office.ids("deals", office.deal) == [letter_id(letter)]
    (message,) = sqs.receive_message(QueueUrl=url)["Messages"]
    assert '"function": "link"' in message["Body"]


def test_the_largest_fan_out_fits_one_transaction(office: Office) -> None:
    """Ten contacts of ten companies, moved from one deal to another, stay within DynamoDB's hundred writes."""
    people = [
        (f"n{number}@firm{number}.example", office.add("companies", name=f"Фирма {number}"))
        for number in range(10)
    ]
    contacts = [
        office.add("contacts", name=email, emails=[email], company_id=company)
        for email, company in people
    ]
    deals = [office.add("deals", title=f"Сделка {n}", contact_ids=contacts) for n in "аб"]
    letter = received(*(email for email, _ in people))
    office.hear(letter, chosen(letter, deals[0]), chosen(letter, deals[1], minutes=2))
    assert office.ids("deals", deals[0]) == []
    assert office.ids("deals", deals[1]) == [letter_id(letter)]
    assert office.ids("companies", people[-1][1]) == [letter_id(letter)]

"""Letters and cards together: each feature hears the other's events, as the stream and the bus deliver them."""

import email

import pytest
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends
from tests.integration.communications.company import Company, events, from_client
from tests.integration.crm.office import CLIENT_EMAIL
from tests.support.world import World
from tests.unit.communications.letters import letter, stamps


@pytest.fixture
def company(world: World) -> Company:
    return Company(world)


def test_a_letter_of_a_known_client_stands_on_his_deal(company: Company) -> None:
    """And its seller reads it where he works."""
    company.letter("1", from_client("один"))
    (item,) = company.mail.inbox(company.crm.seller, "state=linked")
    kinds = [card["kind"] for card in item["cards"]]
    assert sorted(kinds) == ["company", "contact", "deal"]
    assert company.crm.ids("deals", company.crm.deal) == [item["id"]]
    shown = company.mail.as_(company.crm.client).get(f"/communications/{item['id']}")
    assert (shown.status, shown.json["text"]) == (200, "один")


def test_an_answer_comes_back_to_the_card_that_was_written_from(company: Company) -> None:
    """Though the client has two deals by then, nobody is asked."""
    card = {"kind": "deal", "id": company.crm.deal}
    body = {
        "card": card,
        "to": [CLIENT_EMAIL],
        "subject": "Цена",
        "text": "Сто рублей",
        "at_once": True,
    }
    sent = company.mail.as_(company.crm.seller).post("/communications/mail", body)
    assert sent.status == 201, sent.text
    company.crm.add_deal("Второй заказ")
    company.settle()
    (message,) = ses_backends[DEFAULT_ACCOUNT_ID]["us-east-1"].sent_messages
    reply_to = email.message_from_string(message.raw_data)["Reply-To"].strip()
    company.letter("1", from_client("беру", recipient=reply_to))
    assert len(company.crm.ids("deals", company.crm.deal)) == 2
    assert company.mail.inbox(company.crm.boss) == []


def test_a_client_and_his_manager_write_to_each_other(company: Company) -> None:
    """Both read the same conversation on the deal's timeline; nobody else's client does."""
    card = {"kind": "deal", "id": company.crm.deal}
    for who, text in ((company.crm.client, "Когда отгрузка?"), (company.crm.seller, "В четверг.")):
        body = {"card": card, "text": text}
        reply = company.mail.as_(who).post("/communications/messages", body)
        assert reply.status == 201, reply.text
        assert (reply.json["channel"], reply.json["text"]) == ("portal", text)
        company.settle()
    for who in (company.crm.seller, company.crm.client):
        entries = company.crm.timeline("deals", company.crm.deal, "?kind=message", who)
        assert [one["text"] for one in entries] == ["В четверг.", "Когда отгрузка?"]
        assert [one["actor"]["kind"] for one in entries] == ["employee", "client"]
    told = next(one for one in events("crm") if one.type == "crm.entry_added")
    assert f"contact:{company.crm.contact}" in told.audience


def test_a_stranger_waits_until_somebody_chooses(company: Company) -> None:
    """Then the letter stands on that card, and goes on to another when it was the wrong one."""
    company.letter("1", letter("здравствуйте"))
    (item,) = company.mail.inbox(company.crm.seller)
    assert item["reason"] == "unknown_sender"
    deals = [company.crm.deal, company.crm.add_deal("Второй заказ")]
    for deal in deals:
        path = f"/communications/{item['id']}/links"
        choice = {"card": {"kind": "deal", "id": deal}}
        assert company.mail.as_(company.crm.seller).post(path, choice).status == 201
        company.settle()
        company.settle()
    assert [company.crm.ids("deals", deal) for deal in deals] == [[], [item["id"]]]
    (after,) = company.mail.inbox(company.crm.seller, "state=linked")
    assert after["cards"][0] == {"kind": "deal", "id": deals[1]}


def test_a_letter_put_on_a_converted_lead_stands_on_what_it_became(company: Company) -> None:
    """Whoever names the lead that has ended means its deal, and the letter waits for nothing more."""
    lead = company.crm.add("leads", title="Заявка с сайта")
    company.letter("1", letter("здравствуйте"))
    (item,) = company.mail.inbox(company.crm.seller)
    body = {"contact": {"name": "Борис Новиков"}, "deal": {"title": "Пресс"}}
    deal = company.crm.api.post(f"/crm/leads/{lead}/convert", body).json["deal"]["id"]
    choice = {"card": {"kind": "lead", "id": lead}}
    path = f"/communications/{item['id']}/links"
    assert company.mail.as_(company.crm.seller).post(path, choice).status == 201
    company.settle()
    (after,) = company.mail.inbox(company.crm.seller, "state=linked")
    assert after["cards"][0] == {"kind": "deal", "id": deal}
    assert company.crm.ids("deals", deal) == [item["id"]]


def test_a_letter_taken_off_its_card_waits_again(company: Company) -> None:
    """It leaves the deal for the inbox, with its trace; choosing again undoes it; nobody is told twice."""
    company.letter("1", from_client("не туда"))
    (item,) = company.mail.inbox(company.crm.seller, "state=linked")
    path, deal = f"/communications/{item['id']}/links", company.crm.deal
    for _ in range(2):
        assert company.mail.as_(company.crm.seller).delete(path).status == 204
        company.settle()
    assert company.crm.ids("deals", deal) == []
    assert company.crm.ids("contacts", company.crm.contact) == [item["id"]]
    (waiting,) = company.mail.inbox(company.crm.seller)
    assert (waiting["reason"], waiting["suggestions"][0]["card"]["id"]) == ("taken_off", deal)
    company.letter("2", from_client("ещё", "In-Reply-To: <не туда@r>\r\n"))
    choice = {"card": {"kind": "deal", "id": deal}}
    assert company.mail.as_(company.crm.seller).post(path, choice).status == 201
    company.settle()
    shown = company.mail.as_(company.crm.seller).get(f"/communications/{item['id']}").json
    assert [one["card"] for one in shown["link_history"]] == [None, choice["card"]]
    assert item["id"] in company.crm.ids("deals", deal)
    told = [one for one in events("crm") if one.type == "crm.entry_added"]
    assert [one.data["entry"]["id"] for one in told].count(item["id"]) <= 1


def test_a_letter_and_its_answers_are_one_thread_on_the_card(company: Company) -> None:
    """His question, our answer and his thanks, by the same id in both features."""
    company.letter("1", from_client("вопрос"))
    (question,) = company.mail.inbox(company.crm.seller, "state=linked")
    card = {"kind": "deal", "id": company.crm.deal}
    body = {
        "card": card,
        "to": [CLIENT_EMAIL],
        "text": "Да",
        "reply_to_id": question["id"],
        "at_once": True,
    }
    sent = company.mail.as_(company.crm.seller).post("/communications/mail", body)
    assert (sent.status, sent.json["thread_id"]) == (201, question["id"])
    company.settle()
    (message,) = ses_backends[DEFAULT_ACCOUNT_ID]["us-east-1"].sent_messages
    reply_to = email.message_from_string(message.raw_data)["Reply-To"].strip()
    company.letter("2", from_client("спасибо", recipient=reply_to))
    letters = company.crm.timeline("deals", company.crm.deal, "?kind=mail")
    assert [entry["thread_id"] for entry in letters] == [question["id"]] * 3


def test_a_forged_client_is_linked_by_nothing(company: Company) -> None:
    """It waits for a person, who sees that nobody vouches for it."""
    top = stamps(spf="fail", dkim="fail", dmarc="fail", domain="romashka.example")
    company.letter("1", letter("деньги", top=top, sender=f"Anna <{CLIENT_EMAIL}>"))
    (item,) = company.mail.inbox(company.crm.boss)
    assert (item["reason"], item["authenticated"]) == ("not_authenticated", False)

"""A letter comes in and stands on the right card; the answer goes out, and its reply comes back."""

import time
from email.message import EmailMessage
from typing import Any

import pytest
from tests.system.person import Person
from tests.system.portal import SECONDS, Portal, eventually

CLIENT = "petr@ladoga.example"
Card = dict[str, str]

pytestmark = pytest.mark.system


def test_a_known_client_s_letter_stands_on_his_deal(
    portal: Portal, seller: Person, press: Card, subject: str
) -> None:
    """Within the five seconds that are promised, and his seller is told."""
    portal.write("nina@ladoga.example", f"Разогрев {subject}", "Первое письмо будит функции.")
    eventually(lambda: seller.letter(f"Разогрев {subject}", "linked"))
    begun = time.monotonic()
    portal.write(CLIENT, subject, "Добрый день! Когда привезёте машину?")
    entry = eventually(lambda: seller.entry(press, subject))
    assert time.monotonic() - begun < SECONDS
    assert entry["direction"] == "inbound"
    assert eventually(lambda: seller.told("letter", subject))


def test_a_stranger_s_letter_waits_and_is_linked_by_one_call(
    portal: Portal, seller: Person, press: Card, subject: str
) -> None:
    """The unlinked inbox says why it is there; the chosen card gets it."""
    portal.write("vasily@unknown.example", subject, "Здравствуйте, нужна дробилка.")
    waiting = eventually(lambda: undecided(seller, subject))
    assert waiting["reason"] == "unknown_sender"
    assert seller.entry(press, subject) is None
    seller.post(f"/communications/{waiting['id']}/links", {"card": press})
    assert eventually(lambda: seller.entry(press, subject))["source"]["id"] == waiting["id"]
    assert eventually(lambda: seller.letter(subject, "linked"))
    assert seller.letter(subject, "unlinked") is None


def test_a_reply_to_the_signed_address_comes_back_to_the_card(
    portal: Portal, seller: Person, press: Card, subject: str
) -> None:
    """Whoever replies, and whatever his mail program has lost of the thread."""
    sent = answered(portal, seller, press, subject)
    address = str(sent["Reply-To"])
    assert address.rpartition("@")[2].rstrip(">").endswith("demo.example")
    portal.write("assistant@elsewhere.example", f"Ответ: {subject}", "Принято.", to=address)
    assert eventually(lambda: seller.entry(press, f"Ответ: {subject}"))


def test_a_reply_that_names_the_letter_only_comes_back_to_the_card(
    portal: Portal, seller: Person, press: Card, subject: str
) -> None:
    """In-Reply-To holds the Message-ID that SES gave the letter, not the one that we wrote."""
    sent = answered(portal, seller, press, subject)
    assert "amazonses.com" in str(sent["Message-ID"])
    portal.write(
        "assistant@elsewhere.example",
        f"Re: {subject}",
        "Хорошо, ждём.",
        In_Reply_To=str(sent["Message-ID"]),
    )
    assert eventually(lambda: seller.entry(press, f"Re: {subject}"))


def test_a_forged_letter_is_linked_by_no_address(
    portal: Portal, seller: Person, press: Card, subject: str
) -> None:
    """Whoever fails DMARC may claim any address: a person decides."""
    portal.write(CLIENT, subject, "Смените, пожалуйста, реквизиты.", X_Demo_Verdict="FAIL")
    waiting = eventually(lambda: undecided(seller, subject))
    assert waiting["authenticated"] is False
    assert waiting["reason"] == "not_authenticated"
    assert seller.entry(press, subject) is None


def test_another_seller_sees_neither_card_nor_letter(
    portal: Portal, seller: Person, seller2: Person, press: Card, subject: str
) -> None:
    """Unknown and forbidden look the same, once the letter is the card's and no longer the mailbox's."""
    portal.write(CLIENT, subject, "Только для Анны.")
    letter = eventually(lambda: seller.letter(subject, "linked"))
    assert seller.entry(press, subject)["source"]["id"] == letter["id"]
    assert seller2.http.get(f"/crm/deals/{press['id']}").status_code == 404
    assert seller2.http.get(f"/communications/{letter['id']}").status_code == 404


def undecided(seller: Person, subject: str) -> Any:
    """A letter of the unlinked inbox once crm has said why it is there, or None."""
    letter = seller.letter(subject, "unlinked")
    return letter if letter and letter["reason"] else None


def answered(portal: Portal, seller: Person, card: Card, subject: str) -> EmailMessage:
    """The letter that leaves when a seller writes from a card."""
    letter = {"card": card, "to": [CLIENT], "subject": subject, "text": "Привезём 12 числа."}
    seller.post("/communications/mail", letter)
    sent = eventually(lambda: portal.sent(subject))
    entry = eventually(lambda: seller.entry(card, subject))
    assert entry["direction"] == "outbound"
    return sent

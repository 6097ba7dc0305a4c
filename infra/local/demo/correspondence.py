"""The company's mail: what its clients write, and what it answers."""

import smtplib
from email.message import EmailMessage
from email.utils import formataddr
from typing import Any

from infra.local.demo import company
from infra.local.demo.client import Client
from infra.local.demo.maker import Maker
from infra.local.demo.patience import eventually


class Correspondence:
    """Letters come in by SMTP as from anybody; the answers are written on the deals' cards."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker

    def come_in(self) -> None:
        """Everything that the clients have written."""
        with smtplib.SMTP(*self._maker.smtp_address, timeout=30) as server:
            for number, letter in enumerate(company.LETTERS):
                server.send_message(message(number, letter))

    def be_answered(self) -> None:
        """The answers, as soon as the portal knows where the letters belong or that a person must say so."""
        self._maker.each(self._answer, company.ANSWERS)

    def _answer(self, answer: company.Answer) -> None:
        seller, card = self._maker.people[answer.seller], self._maker.deal(answer.deal)
        letter = eventually(lambda: read(seller, answer.subject))
        if letter["state"] == "unlinked":
            seller.post(f"/communications/{letter['id']}/links", {"card": card})
        body = {
            "card": card,
            "to": [letter["from"]["address"]],
            "text": answer.text,
            "reply_to_id": letter["id"],
            "at_once": True,
        }
        seller.post("/communications/mail", body, f"demo-answer-{answer.subject}")


def read(seller: Client, subject: str) -> Any:  # noqa: ANN401  # as the API tells it
    """The letter of that subject once it is on a card or waits for one with a reason, or None."""
    for state in ("linked", "unlinked"):
        for letter in seller.get(f"/communications?state={state}&limit=100")["items"]:
            if letter["subject"] == subject and (state == "linked" or letter["reason"]):
                return letter
    return None


def message(number: int, letter: company.Letter) -> EmailMessage:
    """A letter as it arrives."""
    mail = EmailMessage()
    mail["From"] = formataddr((letter.name, letter.sender))
    mail["To"] = company.MAILBOX
    mail["Subject"] = letter.subject
    # The same letter twice is one letter to the portal, so that furnishing anew doubles nothing.
    mail["Message-ID"] = f"<demo-{number}@{letter.sender.partition('@')[2]}>"
    mail.set_content(letter.text)
    return mail

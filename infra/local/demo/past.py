"""What was written before the company had the portal: each seller brings in his correspondence himself.

His own letters come as copies, his clients' as he forwards them, to the address that the portal gives him for that.
"""

import smtplib
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime, formataddr

from infra.local.demo import company
from infra.local.demo.crowd import ALL_EMPLOYEES, Line, Talk, talks
from infra.local.demo.maker import Maker, address

_FORWARDED = """-------- Пересылаемое сообщение --------
От: {name} <{sender}>
Дата: {at:%d.%m.%Y, %H:%M}
Тема: {subject}
Кому: {seller}

{text}
"""


class Past:
    """Letters of the last weeks, with their dates and threads."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker

    def be_brought_in(self) -> None:
        """All of it, a seller at a time on his own connection."""
        told = list(talks(datetime.now(UTC)))
        self._maker.each(lambda seller: self._bring(seller, told), company.SELLERS)

    def _bring(self, seller: str, told: list[Talk]) -> None:
        drop = self._maker.people[seller].get("/communications/drop-address")["address"]
        with smtplib.SMTP(*self._maker.smtp_address, timeout=60) as server:
            for talk in (each for each in told if each.deal.seller == seller):
                for mail in letters(talk, address(seller)):
                    server.send_message(mail, to_addrs=[drop])


def letters(talk: Talk, seller: str) -> Iterator[EmailMessage]:
    """The letters of a talk as they leave the seller's mail program, each in answer to the one before."""
    name = next(each.name for each in ALL_EMPLOYEES if address(each.login) == seller)
    for number, line in enumerate(talk.lines):
        mail = _own(talk, line) if not line.of_client else _forwarded(talk, line, seller)
        mail["From"] = formataddr((name, seller))
        mail["Message-ID"] = _message_id(talk, number)
        if number:
            mail["In-Reply-To"] = _message_id(talk, number - 1)
            mail["References"] = " ".join(_message_id(talk, each) for each in range(number))
        yield mail


def _own(talk: Talk, line: Line) -> EmailMessage:
    mail = EmailMessage()
    mail["To"] = formataddr((talk.contact.name, talk.contact.emails[0]))
    mail["Date"] = format_datetime(line.at)
    mail["Subject"] = talk.subject
    mail.set_content(line.text)
    return mail


def _forwarded(talk: Talk, line: Line, seller: str) -> EmailMessage:
    mail = EmailMessage()
    mail["Date"] = format_datetime(datetime.now(UTC))
    mail["Subject"] = f"Fwd: {talk.subject}"
    sender = talk.contact
    mail.set_content(
        _FORWARDED.format(
            name=sender.name,
            sender=sender.emails[0],
            at=line.at,
            subject=talk.subject,
            seller=seller,
            text=line.text,
        )
    )
    return mail


def _message_id(talk: Talk, number: int) -> str:
    return f"<{talk.deal.key}.{number}@{company.DOMAIN}>"

"""Plays SES inbound: an SMTP port whose letters become objects in the mail bucket.

As with SES, one transaction is one object, however many recipients it has, and the envelope is not
in it; only the `for` clause of `Received` names the recipient, when there is one. The letter itself
is kept byte by byte, below the headers that SES puts on top; for whom it is, is told beside it.
"""

import asyncio
import secrets
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.message import Message
from email.parser import HeaderParser
from email.utils import format_datetime, parseaddr

from aiosmtpd.smtp import SMTP, Envelope, Session

from infra.local.settings import HOST, REGION

# https://docs.aws.amazon.com/ses/latest/dg/quotas.html#quotas-message
_MAX_BYTES = 40 * 1024 * 1024
_MAX_LINE = 1024 * 1024
_DEMO_HEADER = "X-Demo-Verdict"

Store = Callable[[str, bytes, list[str]], None]
"""Keeps a letter under its SES message id and tells for whom it is; raises when it could not."""


class Inbound:
    """Takes letters for the mail domain and its subdomains; everybody else is refused."""

    def __init__(self, domain: str, store: Store) -> None:
        self._domain = domain.casefold()
        self._store = store

    async def handle_RCPT(  # noqa: N802  # aiosmtpd's name for it
        self, _: SMTP, __: Session, envelope: Envelope, address: str, ___: list[str]
    ) -> str:
        """Accepts a recipient of ours."""
        host = address.rpartition("@")[2].casefold()
        if host != self._domain and not host.endswith(f".{self._domain}"):
            return "550 5.1.1 Mailbox does not exist"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  # as above
        """Stores the letter; the sender is told only when it is safe."""
        message_id = secrets.token_hex(20)
        letter = stamped(envelope, session, message_id)
        try:
            await asyncio.to_thread(self._store, message_id, letter, envelope.rcpt_tos)
        except Exception:  # noqa: BLE001  # whatever it was, the sender keeps the letter and tries again
            return "451 4.3.0 The letter could not be kept; try again later"
        return f"250 OK {message_id}"


@asynccontextmanager
async def receiving(handler: Inbound, sockets: list[socket.socket]) -> AsyncIterator[None]:
    """Listens while the block runs."""
    loop = asyncio.get_running_loop()
    servers = [await loop.create_server(lambda: _Server(handler), sock=s) for s in sockets]
    try:
        yield
    finally:
        for server in servers:
            server.close()


class _Server(SMTP):
    line_length_limit = _MAX_LINE

    def __init__(self, handler: Inbound) -> None:
        super().__init__(
            handler,
            hostname=f"inbound-smtp.{REGION}.amazonaws.com",
            data_size_limit=_MAX_BYTES,
            enable_SMTPUTF8=True,
            decode_data=False,
        )


def stamped(envelope: Envelope, session: Session, message_id: str) -> bytes:
    """The letter as SES stores it: its own findings on top."""
    content = envelope.original_content or b""
    headers = _headers(content)
    passed = headers.get(_DEMO_HEADER, "").strip().upper() != "FAIL"
    sender = (envelope.mail_from or "").strip("<>")
    author = _utf8(parseaddr(headers.get("From", ""))[1])
    lines = [
        f"Return-Path: <{sender}>",
        _received(envelope, session, message_id),
        *_verdicts(sender, author, session, passed=passed),
    ]
    return "\r\n".join(lines).encode("utf-8", "surrogateescape") + b"\r\n" + content


def _headers(content: bytes) -> Message:
    # Latin-1 takes any byte, so that a header in whatever charset can be looked at.
    return HeaderParser().parsestr(content.partition(b"\r\n\r\n")[0].decode("latin-1"))


def _utf8(text: str) -> str:
    return text.encode("latin-1").decode("utf-8", "replace")


def _received(envelope: Envelope, session: Session, message_id: str) -> str:
    only = f" for {envelope.rcpt_tos[0]}" if len(envelope.rcpt_tos) == 1 else ""
    helo, ip = session.host_name, _ip(session)
    date = format_datetime(datetime.now(UTC))
    return (
        f"Received: from {helo} ({helo} [{ip}])\r\n by inbound-smtp.{REGION}.amazonaws.com"
        f" with SMTP id {message_id}{only};\r\n {date}"
    )


def _ip(session: Session) -> str:
    return str(session.peer[0]) if session.peer else HOST


def _verdicts(sender: str, author: str, session: Session, *, passed: bool) -> list[str]:
    """The findings of SES.

    Source: https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html
    """
    verdict = "pass" if passed else "fail"
    envelope_from = sender or f"postmaster@{session.host_name}"
    domain, ip = author.rpartition("@")[2], _ip(session)
    details = f"client-ip={ip}; envelope-from={envelope_from}; helo={session.host_name};"
    spf = f"{verdict} (spfCheck: local demonstration) {details}"
    results = ["amazonses.com;", f"spf={spf}", f"dkim={verdict} header.i=@{domain};"]
    results.append(f"dmarc={verdict} header.from={domain};")
    return [
        "X-SES-Spam-Verdict: PASS",
        "X-SES-Virus-Verdict: PASS",
        f"Received-SPF: {spf}",
        "Authentication-Results: " + "\r\n ".join(results),
    ]

"""Stands before the emulator's SES and keeps what is sent as files that a person can open.

The emulator keeps no headers and no attachments of a raw letter, so the letter is taken from the
request, once the emulator has accepted it.
"""

import base64
import json
import re
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from infra.local.settings import REGION, Settings

_SEND = "/v2/email/outbound-emails"
_SECONDS = 30
_REPLACED = re.compile(
    rb"^(?:message-id|bcc):.*?\r?\n(?![ \t])", re.IGNORECASE | re.DOTALL | re.MULTILINE
)


class Relay:
    """Passes SES requests on and writes accepted letters into the outbox."""

    def __init__(self, settings: Settings) -> None:
        self._outbox = settings.outbox
        self._client = httpx.AsyncClient(base_url=settings.emulator_url, timeout=_SECONDS)
        self.app = Starlette(
            routes=[Route("/{path:path}", self._pass, methods=["GET", "POST", "PUT", "DELETE"])]
        )

    async def _pass(self, request: Request) -> Response:
        body = await request.body()
        # The host is under the signature: it stays as it came.
        answer = await self._client.request(
            request.method,
            str(request.url.path),
            params=request.query_params,
            headers=request.headers.raw,
            content=body,
        )
        if answer.is_success and request.url.path == _SEND:
            return self._sent(json.loads(body), answer.json()["MessageId"])
        return Response(
            answer.content, answer.status_code, media_type=answer.headers.get("content-type")
        )

    def _sent(self, sent: dict[str, Any], provider_id: str) -> Response:
        """SES answers with the bare id, and the letter bears it with the region's domain."""
        bare = provider_id.partition("@")[0]
        keep(self._outbox, bare, letter_of(sent))
        return Response(json.dumps({"MessageId": bare}), media_type="application/json")


def keep(outbox: Path, message_id: str, letter: bytes) -> None:
    """Writes a letter whole or not at all."""
    outbox.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%f")[:-3]
    path = outbox / f"{stamp}Z-{message_id}.eml"
    unfinished = path.with_suffix(".part")
    unfinished.write_bytes(as_delivered(letter, message_id))
    unfinished.rename(path)


def as_delivered(letter: bytes, message_id: str) -> bytes:
    """The letter as SES sends it on: with its own Message-ID, without Bcc.

    Source: https://docs.aws.amazon.com/ses/latest/dg/header-fields.html
    """
    head, blank, body = letter.partition(b"\r\n\r\n" if b"\r\n\r\n" in letter else b"\n\n")
    kept = _REPLACED.sub(b"", head + b"\r\n").rstrip(b"\r\n")
    host = "email" if REGION == "us-east-1" else REGION
    return f"Message-ID: <{message_id}@{host}.amazonses.com>\r\n".encode() + kept + blank + body


def letter_of(sent: dict[str, Any]) -> bytes:
    """The letter in a SendEmail request of SES v2, raw or simple."""
    content = sent["Content"]
    if "Raw" in content:
        return base64.b64decode(content["Raw"]["Data"])
    return bytes(_composed(sent, content["Simple"]))


def _composed(sent: dict[str, Any], simple: dict[str, Any]) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sent["FromEmailAddress"]
    message["To"] = ", ".join(sent["Destination"].get("ToAddresses", []))
    message["Subject"] = simple["Subject"]["Data"]
    if sent.get("ReplyToAddresses"):
        message["Reply-To"] = ", ".join(sent["ReplyToAddresses"])
    for header in simple.get("Headers", []):
        message[header["Name"]] = header["Value"]
    body = simple["Body"]
    message.set_content(body.get("Text", {}).get("Data", ""))
    if "Html" in body:
        message.add_alternative(body["Html"]["Data"], subtype="html")
    return message

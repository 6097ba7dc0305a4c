"""Letters as SES stores them, for tests to write in one line."""

import base64

CLIENT = "anna@zakaz.example"
SALES = "sales@demo.example"


def stamps(
    recipient: str = SALES,
    spf: str = "pass",
    dkim: str = "pass",
    dmarc: str = "pass",
    domain: str = "zakaz.example",
    virus: str = "PASS",
) -> str:
    """What SES puts on top."""
    return (
        f"Return-Path: <bounce@{domain}>\r\n"
        "Received: from mx.example (mx.example [192.0.2.1])\r\n"
        " by inbound-smtp.us-east-1.amazonaws.com with SMTP id abc123\r\n"
        f" for {recipient};\r\n Mon, 23 Nov 2026 10:00:00 +0000 (UTC)\r\n"
        f"X-SES-Spam-Verdict: PASS\r\nX-SES-Virus-Verdict: {virus}\r\n"
        f"Received-SPF: {spf} (spfCheck: x) client-ip=192.0.2.1;\r\n"
        f"Authentication-Results: amazonses.com;\r\n spf={spf} (spfCheck: x) client-ip=192.0.2.1;"
        f" envelope-from=bounce@{domain}; helo=mx.example;\r\n dkim={dkim} header.i=@{domain};\r\n"
        f" dmarc={dmarc} header.from={domain};\r\n"
    )


def letter(
    text: str | bytes = "Добрый день!",
    headers: str | bytes = "",
    *,
    top: str | None = None,
    sender: str = f"Anna <{CLIENT}>",
    message_id: str | None = "<one@zakaz.example>",
) -> bytes:
    """A letter of plain text; `headers` are added as they stand."""
    more = headers.encode() if isinstance(headers, str) else headers
    usual = f"From: {sender}\r\nTo: {SALES}\r\nSubject: Zakaz\r\n"
    named = f"Message-ID: {message_id}\r\n" if message_id else ""
    body = text.encode() if isinstance(text, str) else text
    return (
        (stamps() if top is None else top).encode()
        + (named + usual).encode()
        + more
        + b"\r\n"
        + body
    )


def multipart(*parts: str, kind: str = "mixed", headers: str = "", top: str | None = None) -> bytes:
    """A letter of several parts, each written with its own headers."""
    body = "".join(f"--edge\r\n{part}\r\n" for part in parts) + "--edge--\r\n"
    return letter(
        body,
        f'{headers}MIME-Version: 1.0\r\nContent-Type: multipart/{kind}; boundary="edge"\r\n',
        top=top,
    )


def attachment(name_parameter: str, content: bytes, kind: str = "application/pdf") -> str:
    """A part that is a file; the name as it stands in the header."""
    return (
        f"Content-Type: {kind}\r\nContent-Disposition: attachment; {name_parameter}\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n{base64.b64encode(content).decode()}"
    )

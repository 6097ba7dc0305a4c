"""What stands under letters: a person's own words, a mailbox's, or the company's with the writer's name put in."""

from html import escape

PLACEHOLDERS = ("me.name", "me.position", "me.phone", "me.email")
COMPANY = "company"
"""Whose the signature is that all have who wrote none of their own."""

_MAILBOX = "mailbox:"


def mailbox_owner(mailbox_id: str) -> str:
    """Whose the signature is that stands under what is written from a mailbox, whoever writes."""
    return f"{_MAILBOX}{mailbox_id}"


def markup_of(lines: str) -> str:
    """Plain lines as the markup of a signature."""
    return f"<p>{escape(lines).replace(chr(10), '<br>')}</p>"

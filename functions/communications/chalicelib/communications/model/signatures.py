"""What stands under a person's letters: his own words, or the company's with his name put in."""

import re

PLACEHOLDERS = ("me.name", "me.phone", "me.email")
COMPANY = "company"
"""Whose the signature is that all have who wrote none of their own."""

_PLACEHOLDER = re.compile(r"{{\s*([^{}]*?)\s*}}")


def unknown_placeholders(text: str) -> list[str]:
    """What stands in double braces and means nothing."""
    return [name for name in _PLACEHOLDER.findall(text) if name not in PLACEHOLDERS]

"""The letter that tells of many things at once."""

from collections.abc import Callable, Sequence
from html import escape

from chalicelib.notifications.model.inbox import Notification
from chalicelib.notifications.model.words import Words

Link = Callable[[Notification], str | None]


def grouped(told: Sequence[Notification]) -> list[list[Notification]]:
    """Those of one card together, the card that came first first; those without a card each stand alone at the end."""
    groups: dict[str, list[Notification]] = {}
    for one in told:
        groups.setdefault(str(one.about[0]) if one.about else "", []).append(one)
    loose = groups.pop("", [])
    return [*groups.values(), *([loose] if loose else [])]


def as_text(words: Words, told: Sequence[Notification], link: Link, settings: str) -> str:
    """The digest as plain text."""
    parts = [
        "\n".join([*(f"• {one.text}" for one in group), link(group[0]) or ""]).rstrip()
        for group in grouped(told)
    ]
    footer = words.digest_footer.format(link=settings)
    return "\n\n".join([words.digest_opening, *parts, footer]) + "\n"


def as_html(words: Words, told: Sequence[Notification], link: Link, settings: str) -> str:
    """The digest as a page; what people wrote is text in it and nothing else."""
    groups = "".join(_group(words, group, link(group[0])) for group in grouped(told))
    footer = escape(words.digest_footer.format(link=settings))
    return (
        '<div style="font:16px/1.5 sans-serif;color:#1a1a1a;max-width:640px">'
        f"<p>{escape(words.digest_opening)}</p>{groups}"
        f'<p style="color:#666;font-size:13px">{footer}</p></div>'
    )


def _group(words: Words, group: Sequence[Notification], link: str | None) -> str:
    lines = "".join(f"<li>{escape(one.text)}</li>" for one in group)
    opening = (
        f'<a href="{escape(link)}" style="color:#1c5fd4">{escape(words.digest_open)}</a>'
        if link
        else ""
    )
    return f'<ul style="padding-left:20px;margin:0 0 4px">{lines}</ul><p style="margin:0 0 16px">{opening}</p>'

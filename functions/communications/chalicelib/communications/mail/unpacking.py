"""What the files of a letter hold: the letter within a letter of Outlook, invitations, business cards."""

from dataclasses import replace
from datetime import tzinfo

from chalicelib.communications.mail import markup
from chalicelib.communications.mail.attachments import detected, safe_name
from chalicelib.communications.mail.business_cards import business_cards_in
from chalicelib.communications.mail.cleaning import clean
from chalicelib.communications.mail.history import fold
from chalicelib.communications.mail.invitations import invitations_in
from chalicelib.communications.mail.plain_text import to_plain
from chalicelib.communications.mail.winmail import Packed, Unpacked, is_winmail, unpacked
from chalicelib.communications.model import File, Letter

_MOST_UNPACKED = 2
_MAX_FILES = 2000
_MAX_TEXT = 500_000
_UNKNOWN = "application/octet-stream"


def opened(letter: Letter, zone: tzinfo) -> Letter:
    """The letter with all that its files hold; `zone` is the sender's."""
    whole = _with_packed(letter)
    forwarded = whole.forwarded.files if whole.forwarded else ()
    files = (*whole.files, *forwarded)
    return replace(
        whole,
        invitations=invitations_in(files, zone),
        business_cards=business_cards_in(files),
    )


def _with_packed(letter: Letter) -> Letter:
    """With the files of a ``winmail.dat`` in its place; one that cannot be unpacked stays, and the raw letter has both."""
    for file in [one for one in letter.files if is_winmail(one.name, one.content_type)][
        :_MOST_UNPACKED
    ]:
        found = unpacked(file.content)
        if found and (found.files or found.text or found.html):
            letter = _in_place(letter, file, found)
    return letter


def _in_place(letter: Letter, packed: File, found: Unpacked) -> Letter:
    others = [one for one in letter.files if one is not packed]
    files = (*others, *(_file(one, i) for i, one in enumerate(found.files, len(others))))
    changed = replace(letter, files=files[:_MAX_FILES])
    if letter.text.strip() or letter.html:
        return changed
    safe = markup.sanitised(clean(found.html))
    html = safe if len(safe) <= markup.MAX_OUTPUT else ""
    text, history = fold((clean(found.text).strip() or to_plain(html))[:_MAX_TEXT])
    return replace(changed, text=text, history=history, html=html)


def _file(one: Packed, index: int) -> File:
    kind = detected(one.content)
    return File(safe_name(one.name, index, kind or _UNKNOWN), kind or _UNKNOWN, kind, one.content)

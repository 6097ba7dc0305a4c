"""What of a letter is kept in its record, and what beside it because of its size."""

from dataclasses import replace

from chalicelib.communications.model import (
    Absence,
    Address,
    Attachment,
    Body,
    Communication,
    Letter,
    Ours,
    absence_in,
    shortened,
    snippet,
)
from chalicelib.communications.service.tracing import Origin

_MAX_ADDRESSES = 50
_MAX_NAME = 100
_MAX_COUNTERPARTS = 20


def filled(
    record: Communication, letter: Letter, origin: Origin, mail_domain: str
) -> Communication:
    """The record with all that the letter tells; what people did with the record stays."""
    ours = ours_of(origin, mail_domain)
    people = (letter.sender.address, *(a.address for a in (*letter.to, *letter.cc)))
    return replace(
        record,
        sender=_shortened((letter.sender,))[0],
        to=_shortened(letter.to),
        cc=_shortened(letter.cc),
        subject=letter.subject,
        snippet=snippet(letter.text),
        mailboxes=tuple(
            dict.fromkeys((*record.mailboxes, *(box.address for box in origin.mailboxes)))
        ),
        counterparts=ours.counterparts(people, _MAX_COUNTERPARTS),
        parent_ids=origin.parent_ids,
        first_id=origin.first_id,
        token_card=origin.token_card,
        token_problem=origin.token_problem,
        message_id=letter.message_id,
        attachment_count=len(letter.files),
        automatic=letter.automatic,
        bounce=letter.bounce,
        newsletter=letter.newsletter,
        authenticated=letter.authenticated,
        verdicts=letter.verdicts,
        problem=letter.problem,
        sent_at=letter.sent_at,
        absence=_absence(record, letter),
    )


def _absence(record: Communication, letter: Letter) -> Absence | None:
    """What an automatic answer says of its sender's absence, by his own clock unless that is ahead of ours."""
    if not letter.automatic or letter.bounce or letter.newsletter:
        return None
    written_on = min(letter.sent_at or record.at, record.at).date()
    return absence_in(letter.subject, letter.text, written_on, letter.sender.address)


def ours_of(origin: Origin, mail_domain: str) -> Ours:
    """The company's own side of a letter."""
    return Ours(mail_domain, origin.our_addresses, frozenset(origin.colleagues))


def body_of(letter: Letter) -> Body:
    """The large part of the letter."""
    return Body(
        to=letter.to,
        cc=letter.cc,
        references=letter.references,
        text=letter.text,
        history=letter.history,
        html=letter.html,
        attachments=tuple(
            Attachment(
                index=index,
                name=file.name,
                content_type=file.content_type,
                detected_type=file.detected_type,
                size=len(file.content),
                sha256=file.sha256,
                content_id=file.content_id,
                inline=file.inline,
            )
            for index, file in enumerate(letter.files)
        ),
        truncated=letter.truncated,
        note=letter.forwarded.note if letter.forwarded else "",
        invitations=letter.invitations,
        business_cards=letter.business_cards,
    )


def _shortened(addresses: tuple[Address, ...]) -> tuple[Address, ...]:
    return shortened(addresses, _MAX_ADDRESSES, _MAX_NAME)

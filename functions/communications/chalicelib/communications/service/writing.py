"""Making a letter out of what a person wrote on a card."""

from dataclasses import dataclass, replace

from chalicelib.communications.model import (
    MAX_TOTAL_BYTES,
    Address,
    Body,
    Communication,
    Direction,
    Draft,
    File,
    Mailbox,
    Ours,
    Outgoing,
    Privacy,
    State,
    Status,
    Upload,
    addressed,
    reply_address,
    snippet,
    writable,
)
from chalicelib.communications.model.outgoing import answer_references, answer_subject
from chalicelib.communications.service.ports import CardAccess, Cards, Objects, ReplyKey, Store
from chalicelib.communications.service.reading import Reading
from portal.clock import Clock
from portal.errors import ConflictError, InvalidError, NotFoundError
from portal.ids import Ids
from portal.principals import Actor, Principal, employee_grant

MAX_RECIPIENTS = 50


@dataclass(frozen=True)
class Answered:
    """The letter that is answered."""

    record: Communication
    body: Body


@dataclass(frozen=True)
class Written:
    """A letter ready to be recorded and sent."""

    record: Communication
    outgoing: Outgoing


@dataclass(frozen=True)
class Writing:
    """Making letters. Nothing is stored and nothing is sent here."""

    store: Store
    objects: Objects
    cards: Cards
    reading: Reading
    reply_key: ReplyKey
    mail_domain: str
    clock: Clock
    ids: Ids

    def write(self, author: Principal, authorization: str | None, draft: Draft) -> Written:
        """The letter with its record.

        Raises:
            NotFoundError: there is no such card, or it is not for the author.
            InvalidError: recipients, subject, files or the letter answered will not do.
            ConflictError: the company has no mailbox to write from.
        """
        access = self.cards.visible(authorization, [draft.card]).get(draft.card)
        if access is None:
            raise NotFoundError("There is no such card.")
        _require_recipients(draft)
        answered = self._answered(author, authorization, draft.reply_to_id)
        mailboxes = self.store.mailboxes()
        mailbox = _mailbox(mailboxes, author, answered, draft.mailbox_id)
        outgoing = self._outgoing(author, draft, mailbox, answered)
        ours = Ours(self.mail_domain, frozenset(box.address for box in mailboxes))
        record = self._record(author, draft, mailbox, outgoing, access, ours)
        first_id = answered.record.thread_id if answered else None
        return Written(replace(record, first_id=first_id), outgoing)

    def _answered(
        self, author: Principal, authorization: str | None, communication_id: str | None
    ) -> Answered | None:
        if communication_id is None:
            return None
        try:
            record, body = self.reading.full(author, authorization, communication_id)
        except NotFoundError as error:
            raise InvalidError.at("/reply_to_id", "There is no such letter to answer.") from error
        if record.privacy is not Privacy.FULL:
            raise InvalidError.at(
                "/reply_to_id", "Only the people of its mailbox answer this letter."
            )
        return Answered(record, body)

    def _outgoing(
        self, author: Principal, draft: Draft, mailbox: Mailbox, answered: Answered | None
    ) -> Outgoing:
        communication_id = self.ids()
        original = answered.record.message_id if answered else None
        return Outgoing(
            id=communication_id,
            at=self.clock(),
            sender=Address(f"{author.name} · {mailbox.name}", mailbox.address),
            reply_to=reply_address(self.reply_key(), communication_id, self.mail_domain),
            to=draft.to,
            cc=draft.cc,
            subject=_subject(draft, answered),
            text=draft.text,
            html=draft.html,
            message_id=f"{communication_id.lower()}@{self.mail_domain}",
            in_reply_to=original,
            references=answer_references(answered.body.references, original) if answered else (),
            files=self._files(author, draft.upload_ids),
        )

    def _files(self, author: Principal, upload_ids: tuple[str, ...]) -> tuple[File, ...]:
        uploads = self.store.uploads(upload_ids)
        own = {key: found for key, found in uploads.items() if found.owner_id == author.id}
        if sum(upload.size for upload in own.values()) > MAX_TOTAL_BYTES:
            raise InvalidError.at("/attachments", "All files together may have 25 MB at most.")
        return tuple(
            self._file(own.get(key), f"/attachments/{at}") for at, key in enumerate(upload_ids)
        )

    def _file(self, upload: Upload | None, pointer: str) -> File:
        content = self.objects.uploaded(upload) if upload else None
        if upload is None or content is None:
            raise InvalidError.at(
                pointer, "Upload the file first, and name the id that you were given for it."
            )
        return File(upload.file_name, upload.content_type, None, content)

    def _record(
        self,
        author: Principal,
        draft: Draft,
        mailbox: Mailbox,
        outgoing: Outgoing,
        access: CardAccess,
        ours: Ours,
    ) -> Communication:
        return Communication(
            id=outgoing.id,
            direction=Direction.OUTBOUND,
            at=outgoing.at,
            sender=outgoing.sender,
            to=tuple(Address("", address) for address in draft.to),
            cc=tuple(Address("", address) for address in draft.cc),
            bcc=tuple(Address("", address) for address in draft.bcc),
            subject=outgoing.subject,
            snippet=snippet(draft.text),
            state=State.LINKED,
            audience=access.audience | {employee_grant(author.id)},
            mailboxes=(mailbox.address,),
            cards=(draft.card,),
            card=draft.card,
            counterparts=ours.counterparts((*draft.to, *draft.cc), MAX_RECIPIENTS),
            parent_ids=(draft.reply_to_id,) if draft.reply_to_id else (),
            message_id=outgoing.message_id,
            attachment_count=len(outgoing.files),
            authenticated=True,
            raw_key=f"outbound/{outgoing.id}",
            status=Status.SENDING,
            attempted_at=outgoing.at,
            author=Actor.of(author),
        )


def _require_recipients(draft: Draft) -> None:
    if len((*draft.to, *draft.cc, *draft.bcc)) > MAX_RECIPIENTS:
        raise InvalidError.at("/to", f"One letter goes to {MAX_RECIPIENTS} people at most.")


def _subject(draft: Draft, answered: Answered | None) -> str:
    if draft.subject:
        return draft.subject
    if answered is None:
        raise InvalidError.at("/subject", "Write a subject.")
    return answer_subject(answered.record.subject)


def _mailbox(
    mailboxes: list[Mailbox], author: Principal, answered: Answered | None, wanted: str | None
) -> Mailbox:
    same = addressed(mailboxes, answered.record.mailboxes) if answered else []
    if not mailboxes:
        raise ConflictError("The company has no mailbox yet. Ask an owner to add one.")
    choice = [*same, *writable(mailboxes, author)]
    found = [box for box in choice if wanted in {None, box.id}]
    if not found:
        raise InvalidError.at("/mailbox_id", "Choose one of the mailboxes that you write from.")
    return found[0]

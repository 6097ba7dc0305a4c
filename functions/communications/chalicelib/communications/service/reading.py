"""Seeing communications: one rule for the list, the record, its files and its source."""

from collections.abc import Iterable
from dataclasses import replace

from chalicelib.communications.model import (
    Attachment,
    Body,
    Communication,
    Mailbox,
    Privacy,
    State,
    Status,
    addressed,
    privacy_for,
)
from chalicelib.communications.service.ports import Cards, Objects, Store
from portal.cards import CardKind, CardRef
from portal.errors import ConflictError, NotFoundError
from portal.paging import Page, PageRequest
from portal.principals import Principal
from portal.values import dataclass

_UNKNOWN = "There is no such communication."
# A browser shows these without running anything in them; all else is only ever saved.
_HARMLESS_TYPES = frozenset(
    {"image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf"}
)
_BYTES = "application/octet-stream"


@dataclass(frozen=True)
class Reading:
    """Reading communications as a certain person, whose own token asks about the cards."""

    store: Store
    objects: Objects
    cards: Cards

    def page(
        self, caller: Principal, authorization: str | None, state: State, request: PageRequest
    ) -> Page[Communication]:
        """The communications in a state that an employee may see, newest first.

        A linked one is shown by its cards as they are now, so a page may hold fewer than asked for.
        """
        page = self.store.communications(state, caller.grants, request)
        boxes = self._boxes(page.items)
        if state is not State.LINKED:
            return page.map(lambda record: _left(caller, record, boxes))
        refs = {ref for record in page.items for ref in record.cards}
        visible = self.cards.visible(authorization, sorted(refs)) if refs else {}
        shown = [record for record in page.items if any(ref in visible for ref in record.cards)]
        return Page([_left(caller, record, boxes) for record in shown], page.next)

    def record(
        self, caller: Principal, authorization: str | None, communication_id: str
    ) -> Communication:
        """One communication as it is stored, reduced for a client to what concerns him.

        It is for deciding about: whoever is answered gets it by `view`.

        Raises:
            NotFoundError: it does not exist, or is not for the caller.
        """
        record = self.store.communication(communication_id)
        if record is None or record.status is Status.CANCELLED:
            raise NotFoundError(_UNKNOWN)
        if not caller.is_staff:
            return _as_party(caller, record)
        if not self._may_see(caller, authorization, record):
            raise NotFoundError(_UNKNOWN)
        return record

    def full(
        self, caller: Principal, authorization: str | None, communication_id: str
    ) -> tuple[Communication, Body]:
        """One communication with its texts and files.

        Raises:
            NotFoundError: it does not exist, or is not for the caller.
        """
        return self.view(caller, self.record(caller, authorization, communication_id))

    def view(self, caller: Principal, record: Communication) -> tuple[Communication, Body]:
        """What the caller may see of a record that he may know of, with its texts and files."""
        left = _left(caller, record, self._boxes([record])) if caller.is_staff else record
        body = self._body(left)
        # What a colleague wrote above a letter that he forwarded is between the company's own people.
        return left, body if caller.is_staff else replace(body, note="")

    def many(self, caller: Principal, page: Page[Communication]) -> Page[Communication]:
        """What an employee may see of records that he may know of."""
        boxes = self._boxes(page.items)
        return page.map(lambda record: _left(caller, record, boxes))

    def _boxes(self, records: Iterable[Communication]) -> list[Mailbox]:
        """All mailboxes, when any of the records came to one."""
        return self.store.mailboxes() if any(record.mailboxes for record in records) else []

    def _body(self, record: Communication) -> Body:
        """The texts and files; a message has its text with it."""
        if record.privacy is not Privacy.FULL:
            return Body()
        return self.objects.body(record.id) if record.text is None else Body(text=record.text)

    def attachment_link(
        self, caller: Principal, authorization: str | None, communication_id: str, index: str
    ) -> str:
        """An address that gives one file as a download for some minutes.

        Raises:
            NotFoundError: there is no such communication or file, or it is not for the caller.
            ConflictError: a virus was found in the letter.
        """
        record, body = self.full(caller, authorization, communication_id)
        attachment = _attachment(body, index)
        if record.infected:
            raise ConflictError("A virus was found in this letter, so its files are withheld.")
        kind = attachment.detected_type
        shown = kind if kind in _HARMLESS_TYPES else _BYTES
        return self.objects.attachment_link(record.id, attachment.index, attachment.name, shown)

    def raw_link(self, caller: Principal, authorization: str | None, communication_id: str) -> str:
        """An address that gives the whole letter as it came for some minutes.

        Raises:
            NotFoundError: it does not exist, is no letter, or is not for the caller.
            ConflictError: a virus was found in the letter.
        """
        record = self.record(caller, authorization, communication_id)
        if not record.raw_key:
            raise NotFoundError("This is a message, and there is no letter behind it.")
        if _left(caller, record, self._boxes([record])).privacy is not Privacy.FULL:
            raise NotFoundError("Only the people of its mailbox read this letter.")
        if record.infected:
            raise ConflictError("A virus was found in this letter, so it is withheld.")
        return self.objects.raw_link(record.raw_key, f"{record.id}.eml")

    def _may_see(self, caller: Principal, authorization: str | None, record: Communication) -> bool:
        if record.state is not State.LINKED and caller.may_see(record.audience):
            return True
        return bool(record.cards) and bool(self.cards.visible(authorization, record.cards))


def _left(caller: Principal, record: Communication, boxes: list[Mailbox]) -> Communication:
    """What the mailboxes leave of a record for an employee; its author has written it himself."""
    mine = record.for_staff(caller)
    if record.author and record.author.id == caller.id:
        return mine
    return mine.shown(privacy_for(caller, addressed(boxes, record.mailboxes)))


def _as_party(caller: Principal, record: Communication) -> Communication:
    """A client sees what his own contact wrote or was sent; standing on his card does not make him a party."""
    if caller.contact_id is None or caller.contact_id not in record.contact_ids:
        raise NotFoundError(_UNKNOWN)
    return record.for_client(CardRef(CardKind.CONTACT, caller.contact_id))


def _attachment(body: Body, index: str) -> Attachment:
    """The file whose number stands in the address."""
    if not index.isascii() or not index.isdigit() or int(index[:9]) >= len(body.attachments):
        raise NotFoundError("This letter has no such file.")
    return body.attachments[int(index)]

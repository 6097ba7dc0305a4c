"""Letters that the rules left out, shown to owners and recorded after all when one of them wants it."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from chalicelib.communications.model import (
    NO_MAILBOX,
    NOBODY,
    Address,
    Mailbox,
    Privacy,
    addressed,
    privacy_of,
)
from chalicelib.communications.model.skipped import Skipped
from chalicelib.communications.service.ports import Mime
from chalicelib.communications.service.receiving import Receiving
from portal.errors import NotFoundError
from portal.paging import Page, PageRequest
from portal.values import dataclass

MOST_SHOWN = 20
_GONE = "This letter is no longer kept."


class SkippedStore(Protocol):
    """What was not recorded, in the table."""

    def skipped(self, request: PageRequest) -> Page[Skipped]:
        """What was left out and is still kept, the newest first."""
        ...

    def one_skipped(self, skipped_id: str) -> Skipped | None:
        """One of them."""
        ...

    def forget_seen(self, key: str) -> None:
        """Lets an object that was left out be taken in; of one that was taken in nothing changes."""

    def forget_skipped(self, skipped: Skipped, places: Sequence[str]) -> None:
        """Counts it as left out no more; at these mailboxes it does not count by itself at all."""


class Boxes(Protocol):
    """The mailboxes and the letters in the table."""

    def mailboxes(self) -> list[Mailbox]:
        """All of them."""
        ...

    def received_as(self, object_key: str) -> str | None:
        """The communication that the object has become."""
        ...


class RawLetters(Protocol):
    """The raw letters."""

    def beginning(self, key: str) -> bytes:
        """The first lines of a letter; raises `NotFoundError`."""
        ...

    def hold(self, key: str) -> None:
        """Keeps a raw letter for as long as all others; raises `NotFoundError`."""


@dataclass(frozen=True)
class ShownSkipped:
    """A letter that was left out; of one in a mailbox that keeps to itself nobody is told whose it is."""

    skipped: Skipped
    sender: Address
    subject: str


@dataclass(frozen=True)
class Restoring:
    """Owners' second look at what the rules left out."""

    store: SkippedStore
    boxes: Boxes
    objects: RawLetters
    mime: Mime
    receiving: Receiving

    def page(self, request: PageRequest) -> Page[ShownSkipped]:
        """What was left out and can still be had, the newest first: at most `MOST_SHOWN` at a time."""
        page = self.store.skipped(PageRequest(min(request.limit, MOST_SHOWN), request.cursor))
        boxes = self.boxes.mailboxes() if page.items else []
        return Page([one for each in page.items for one in self._shown(each, boxes)], page.next)

    def restore(self, skipped_id: str) -> None:
        """Records a letter that was left out; once it is recorded, the same again finds nothing.

        Raises:
            NotFoundError: there is no such letter, or it is no longer kept.
            ConflictError: somebody does the same at this moment.
        """
        skipped = self.store.one_skipped(skipped_id)
        if skipped is None:
            raise NotFoundError(_GONE)
        self._hold(skipped.raw_key)
        self.store.forget_seen(skipped.raw_key)
        self.receiving.restore(skipped.raw_key, skipped.at, skipped.mailboxes)
        # As a copy of a letter that is here already it is counted there.
        counted = self.boxes.received_as(skipped.raw_key) == skipped.id
        places = skipped.mailboxes or (NO_MAILBOX,)
        self.store.forget_skipped(skipped, () if counted else places)

    def _hold(self, key: str) -> None:
        try:
            self.objects.hold(key)
        except NotFoundError as error:
            raise NotFoundError(_GONE) from error

    def _shown(self, skipped: Skipped, boxes: Iterable[Mailbox]) -> list[ShownSkipped]:
        try:
            beginning = self.objects.beginning(skipped.raw_key)
        except NotFoundError:
            return []
        if privacy_of(addressed(boxes, skipped.mailboxes)) is not Privacy.FULL:
            return [ShownSkipped(skipped, NOBODY, "")]
        letter = self.mime.unreadable(beginning, "")
        # Who is never recorded is known from the list; what he writes of is not shown either.
        return [ShownSkipped(skipped, letter.sender, letter.subject if skipped.rule else "")]

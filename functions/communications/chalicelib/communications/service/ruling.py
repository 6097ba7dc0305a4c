"""The company's rules: applied to what comes, changed by owners, and tried out before they are."""

from dataclasses import replace
from datetime import datetime
from typing import Protocol

from chalicelib.communications.model import Arrival, Communication, Mailbox, RuleMark
from chalicelib.communications.model.rules import NEVER, Decision, Rule, RuleBook
from chalicelib.communications.model.skipped import Skipped
from chalicelib.communications.service.folders import FolderStore
from chalicelib.communications.service.reading import Reading
from portal.errors import InvalidError
from portal.ids import Ids
from portal.paging import Page, PageRequest
from portal.principals import Principal
from portal.values import dataclass

TRIED = 50


class RuleStore(Protocol):
    """The rules in the table, and what was not recorded by them."""

    def book(self) -> RuleBook:
        """All of them."""
        ...

    def keep(self, book: RuleBook) -> RuleBook:
        """The rules as stored; raises `StaleVersionError` after somebody else's save."""
        ...

    def skip(self, skipped: Skipped) -> None:
        """Notes that a stored letter was looked at and is not recorded."""


class RawKeeping(Protocol):
    """The raw letters."""

    def let_go(self, key: str) -> None:
        """Keeps a raw letter for a month only."""


@dataclass(frozen=True)
class Ruling:
    """Applying the rules."""

    store: RuleStore
    objects: RawKeeping

    def decide(self, record: Communication, mailboxes: list[Mailbox]) -> Decision:
        """What is done with a letter that has just come."""
        return self.store.book().decide(record, frozenset(box.id for box in mailboxes))

    def skip(self, record: Communication, mailboxes: list[Mailbox], by: RuleMark) -> None:
        """Does not record it: the raw letter is kept for a month, and it is counted, without its words."""
        self.objects.let_go(record.raw_key)
        addresses = tuple(box.address for box in mailboxes)
        rule = None if by == NEVER else by.name
        self.store.skip(Skipped(record.id, record.at, record.raw_key, addresses, rule))


@dataclass(frozen=True)
class Recording(Ruling):
    """The rules for a letter that a person wants recorded, whatever they say of that."""

    def decide(self, record: Communication, mailboxes: list[Mailbox]) -> Decision:
        """What else is done with it."""
        return replace(super().decide(record, mailboxes), skipped_by=None)


class Records(Protocol):
    """What the table tells of letters that came."""

    def mailboxes(self) -> list[Mailbox]:
        """All of them."""
        ...

    def arrivals(
        self, address: str, request: PageRequest, since: str | None = None
    ) -> Page[Arrival]:
        """What came to a mailbox, the newest first."""
        ...

    def records(self, page: Page[str]) -> Page[Communication]:
        """Those records, in their order."""
        ...


@dataclass(frozen=True)
class Touched:
    """Of so many letters these are meant by a rule."""

    looked_at: int
    since: datetime | None
    letters: list[Communication]


@dataclass(frozen=True)
class RuleEditing:
    """Owners' work on the rules."""

    store: RuleStore
    folders: FolderStore
    records: Records
    reading: Reading
    ids: Ids

    def book(self) -> RuleBook:
        """The rules as they stand."""
        return self.store.book()

    def change(self, book: RuleBook) -> RuleBook:
        """All rules at once, in their order; new ones get an id.

        Raises:
            InvalidError: a rule looks at nothing, does nothing, or names what is not there.
            StaleVersionError: somebody else changed them meanwhile.
        """
        boxes = {box.id for box in self.records.mailboxes()}
        folders = {folder.id: folder.mailbox_id for folder in self.folders.folders()}
        for index, rule in enumerate(book.rules):
            self._check(rule, f"/rules/{index}", boxes, folders)
        rules = tuple(replace(rule, id=rule.id or self.ids()) for rule in book.rules)
        return self.store.keep(replace(book, rules=rules))

    def tried(self, caller: Principal, rule: Rule) -> Touched:
        """Which of the latest letters the rule would touch; it does nothing."""
        boxes = self.records.mailboxes()
        meant = [box for box in boxes if rule.mailbox_id in {None, box.id}]
        found: set[str] = set()
        for box in meant:
            page = self.records.arrivals(box.address, PageRequest(TRIED))
            found |= {one.communication_id for one in page.items}
        newest = self.records.records(Page(sorted(found, reverse=True)[:TRIED])).items
        ids = {box.address: box.id for box in boxes}
        touched = [one for one in newest if rule.fits(one, _ids_of(one, ids))]
        shown = self.reading.many(caller, Page(touched)).items
        return Touched(len(newest), newest[-1].at if newest else None, list(shown))

    def _check(self, rule: Rule, at: str, boxes: set[str], folders: dict[str, str]) -> None:
        if not rule.conditions.any_given:
            raise InvalidError.at(at, "Say which letters the rule is for.")
        if not rule.acts:
            raise InvalidError.at(at, "Say what the rule does with them.")
        if rule.mailbox_id and rule.mailbox_id not in boxes:
            raise InvalidError.at(at, "There is no such mailbox.")
        if rule.folder_id and folders.get(rule.folder_id) is None:
            raise InvalidError.at(at, "There is no such folder.")
        if rule.folder_id and rule.mailbox_id != folders[rule.folder_id]:
            raise InvalidError.at(at, "Choose the mailbox to which the folder belongs.")


def _ids_of(record: Communication, ids: dict[str, str]) -> frozenset[str]:
    return frozenset(ids[one] for one in record.mailboxes if one in ids)

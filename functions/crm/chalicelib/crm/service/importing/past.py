"""What has become of imported cards since the import."""

from collections.abc import Iterator
from dataclasses import field, replace
from enum import Enum
from typing import Any

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.importing.jobs import Import
from chalicelib.crm.model.journal import CauseKind, Recorded
from chalicelib.crm.model.timeline import EntryKind
from chalicelib.crm.service.history import JournalBook
from chalicelib.crm.service.timeline.ports import Entries
from portal.cards import CardRef
from portal.paging import PageRequest
from portal.values import dataclass

_PAGE, _AS_MADE = 30, 1
"""The first version is the card as it was made: its journal has nothing else to tell."""

_OURS = frozenset({EntryKind.CREATED, EntryKind.STAGE})


class _By(Enum):
    IMPORT = 1
    UNDOING = 2
    OTHERS = 3


_BY = {CauseKind.IMPORT: _By.IMPORT, CauseKind.IMPORT_UNDO: _By.UNDOING}


@dataclass
class Way:
    """The values to which fields go back, and the fields that others have changed since."""

    back: dict[str, Any] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Past:
    """Reads the journals and the timelines of the cards of one import."""

    job: Import
    journal: JournalBook
    entries: Entries

    def worked_on(self, record: Record) -> bool:
        """Whether anything has happened to a card that the import made, but by the import itself."""
        ref = record.ref
        if record.version != _AS_MADE and any(
            self._by(each) is not _By.IMPORT for each in self._changes(ref)
        ):
            return True
        page = self.entries.page(ref, None, None, PageRequest(_PAGE))
        return page.next is not None or any(e.kind not in _OURS for e in page.items)

    def way(self, ref: CardRef) -> Way:
        """How the fields that the import set come back to what they were.

        Of each field the latest change counts: one by others stays, and one that went back already is done.
        """
        way, latest = Way(), dict[str, _By]()
        for recorded in self._changes(ref):
            by = self._by(recorded)
            for name, turn in recorded.turns.items():
                last = latest.setdefault(name, by)
                if last is not by:
                    # Behind a change by others, the import set what is no more to be brought back to.
                    latest[name] = _By.OTHERS if _By.OTHERS in (last, by) else last
                    if by is _By.IMPORT and last is _By.OTHERS and name not in way.back:
                        way.left.append(name)
                elif by is _By.IMPORT:
                    way.back[name] = turn.before
        return replace(way, left=list(dict.fromkeys(way.left)))

    def _changes(self, ref: CardRef) -> Iterator[Recorded]:
        """The changes since the import began, the latest first."""
        cursor, more = None, True
        while more:
            page = self.journal.changes(ref, PageRequest(_PAGE, cursor))
            for each in page.items:
                if each.at < self.job.created_at:
                    return
                yield each
            cursor, more = page.next, page.next is not None

    def _by(self, recorded: Recorded) -> "_By":
        cause = recorded.cause
        ours = cause.kind if cause and cause.id == self.job.id else None
        return _BY.get(ours, _By.OTHERS) if ours else _By.OTHERS

"""What imports need from outside; the table, the bucket and people provide it, tests have it in memory."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from chalicelib.crm.model.importing.jobs import Colleague, Import
from chalicelib.crm.model.importing.mappings import NamedMapping
from chalicelib.crm.model.importing.results import Outcome, RowResult
from portal.cards import CardKind
from portal.paging import Page, PageRequest
from portal.values import dataclass


@dataclass(frozen=True)
class Form:
    """Where and with which fields a browser posts a file, as ``multipart/form-data`` with the file last."""

    url: str
    fields: dict[str, str]


@dataclass(frozen=True)
class Table:
    """A table: each row has as many cells as the heading."""

    headers: list[str]
    rows: list[list[str]]


class Tables(Protocol):
    """The files of tables."""

    def form(self, key: str, content_type: str, size: int) -> Form:
        """A form that takes exactly this key and media type, and one byte up to the size."""
        ...

    def read(self, key: str, most: int | None = None) -> Table:
        """The table in a file, or the first of its rows; raises `FaultError` where there is none."""
        ...

    def write(
        self, key: str, content_type: str, headers: Sequence[str], rows: Iterable[Sequence[str]]
    ) -> None:
        """Stores a table."""
        ...

    def link(self, key: str, file_name: str) -> str | None:
        """An address that gives a file for a minute, or None where there is none."""
        ...


class Imports(Protocol):
    """The imports, their rows, and the mappings that were kept."""

    def add(self, job: Import) -> Import:
        """A new import as stored."""
        ...

    def find(self, import_id: str) -> Import | None:
        """One import, read consistently."""
        ...

    def save(self, job: Import, *, calls: bool = False) -> Import:
        """An import as stored, with the event that calls its next piece of work where it `calls`.

        Raises `StaleVersionError` when somebody else saved it.
        """
        ...

    def page(self, person_id: str | None, request: PageRequest) -> Page[Import]:
        """The imports of one person or of all, the newest first."""
        ...

    def put_colleagues(self, import_id: str, colleagues: Iterable[Colleague]) -> None:
        """Keeps who could be named in the file."""
        ...

    def colleagues(self, import_id: str) -> list[Colleague]:
        """Who could be named in the file."""
        ...

    def put_results(self, job: Import, results: Iterable[RowResult]) -> None:
        """Keeps what became of rows in this round; a repetition replaces them."""
        ...

    def results(
        self, job: Import, outcome: Outcome | None, request: PageRequest
    ) -> Page[RowResult]:
        """What became of the rows in this round, in their order."""
        ...

    def all_results(
        self, job: Import, round_: int, *, last_first: bool = False
    ) -> Iterator[RowResult]:
        """What became of the rows in a round, in their order or backwards, read as they are asked for."""
        ...

    def mappings(self, kind: CardKind) -> list[NamedMapping]:
        """The mappings that were kept for a kind, by name."""
        ...

    def keep_mapping(self, mapping: NamedMapping) -> None:
        """Keeps a mapping in the place of one of the same id."""
        ...


class Staff(Protocol):
    """The company's people, asked on behalf of the caller."""

    def everybody(self, authorization: str) -> list[Colleague]:
        """All employees who can sign in."""
        ...

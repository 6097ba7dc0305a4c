"""What exports need from outside."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from chalicelib.crm.model.exporting.cells import Cell, Row
from chalicelib.crm.model.exporting.policy import Policy
from chalicelib.crm.service.exporting.jobs import Export
from portal.paging import Page, PageRequest


class Exports(Protocol):
    """The exports, and who may make them."""

    def add(self, export: Export, people: Mapping[str, str]) -> Export:
        """A new one as stored, with the names of people that its cells may tell, and the call to its work, if there is any."""
        ...

    def find(self, export_id: str) -> Export | None:
        """One, read consistently."""
        ...

    def people(self, export_id: str) -> dict[str, str]:
        """The names of people that were kept for it."""
        ...

    def save(self, export: Export, *, calls: bool = False) -> Export:
        """One as stored, with the event that calls its next piece of work where it `calls`.

        Raises `StaleVersionError` when somebody else saved it.
        """
        ...

    def page(self, grants: Iterable[str], request: PageRequest) -> Page[Export]:
        """Those of which the holders of any of the grants learn, the newest first."""
        ...

    def policy(self) -> Policy:
        """Who may export."""
        ...

    def save_policy(self, policy: Policy) -> None:
        """Lets others export from now on."""
        ...


class Files(Protocol):
    """The files of tables."""

    def put_rows(self, key: str, rows: Iterable[Row]) -> None:
        """Stores rows as they come, a row at a time."""
        ...

    def rows(self, key: str) -> Iterator[Row]:
        """The rows that were stored, read as they are asked for."""
        ...

    def write_cells(
        self, key: str, export: Export, headers: Sequence[str], rows: Iterable[Sequence[Cell]]
    ) -> None:
        """Stores the table in the form that the export asks for."""
        ...

    def link(self, key: str, file_name: str) -> str | None:
        """An address that gives a file for a minute, or None where there is none."""
        ...


class Directory(Protocol):
    """The company's people, asked on behalf of the caller."""

    def names(self, authorization: str) -> dict[str, str]:
        """The names of all employees by their ids, of those who left too."""
        ...


Rights = Callable[[str], datetime | None]
"""When somebody's rights changed last, if that was lately."""

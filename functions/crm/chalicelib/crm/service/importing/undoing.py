"""Taking an import back: what it made goes, unless somebody has worked on it; what it changed becomes what it was."""

from collections.abc import Iterator
from dataclasses import dataclass

from chalicelib.crm.model.importing.jobs import Import, RowResult
from chalicelib.crm.service.importing.ports import Imports


@dataclass(frozen=True)
class Undoing:
    """Goes through the rows of an import, the last first."""

    job: Import
    store: Imports

    def pieces(self) -> tuple[int, Iterator[tuple[int, list[RowResult]]]]:
        """How many rows there are to take back, and the results of some at a time."""
        raise NotImplementedError

"""The ids of what an import makes: the same for the same row, however often the row is taken up."""

from dataclasses import dataclass
from datetime import timedelta

from chalicelib.crm.model.importing.jobs import Import
from portal.ids import derived_id


@dataclass
class RowIds:
    """Gives one id after the other; the first is the card's. Earlier rows come later, so that they lead lists."""

    job: Import
    seed: str
    row: int = 0
    given: int = 0

    def __call__(self) -> str:
        """The next id."""
        self.given += 1
        return self._of(self.given)

    @property
    def first(self) -> str:
        """The id that is, or was, given first."""
        return self._of(1)

    def _of(self, number: int) -> str:
        at = self.job.created_at - timedelta(milliseconds=self.row)
        return derived_id(at, f"{self.job.id}/{self.seed}/{number}")


def ids_of_row(job: Import, row: int) -> RowIds:
    """The ids of what a row makes."""
    return RowIds(job, f"row/{row}", row)


def ids_beside(job: Import, kind: str, key: str) -> RowIds:
    """The ids of a card that rows name: one, whichever of them makes it."""
    return RowIds(job, f"{kind}/{key}")

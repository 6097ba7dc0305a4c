"""A row of a table, read by the mapping into values and what is wrong with them."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from chalicelib.crm.model.importing.faults import Fault, FaultError
from chalicelib.crm.model.importing.fields import Field
from chalicelib.crm.model.importing.mappings import Columns
from chalicelib.crm.service.importing.finding import folded
from portal.values import dataclass


@dataclass(frozen=True)
class Draft:
    """What the cells of one row say; `empty` are the mapped fields without a text."""

    values: Mapping[str, Any]
    empty: frozenset[str]
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class RowReader:
    """Reads the rows of one file."""

    fields: Mapping[str, Field]
    columns: Columns
    headers: Sequence[str]

    def read(self, cells: Sequence[str]) -> Draft:
        """The row's values."""
        values: dict[str, Any] = {}
        faults, empty = [], set()
        for field, header, cell in self._mapped(cells):
            if not cell:
                empty.add(field.name)
                continue
            try:
                values[field.name] = field.read(cell)
            except FaultError as error:
                faults.append(Fault(error.fault.code, error.fault.values, header))
        return Draft(values, frozenset(empty), tuple(faults))

    def marks(self, cells: Sequence[str], names: Iterable[str | None]) -> set[Hashable]:
        """The values of some fields, each by the words by which two of them are the same."""
        values = self.read(cells).values
        found = {name: values[name] for name in names if name and name in values}
        return {
            (name, word)
            for name, value in found.items()
            for word in (value if isinstance(value, tuple) else (folded(str(value)),))
        }

    def header_of(self, name: str) -> str | None:
        """The heading over the column of a field."""
        pairs = zip(self.columns.columns, self.headers, strict=False)
        return next((header for field, header in pairs if field == name), None)

    def _mapped(self, cells: Sequence[str]) -> Iterator[tuple[Field, str, str]]:
        for name, header, cell in zip(self.columns.columns, self.headers, cells, strict=False):
            if name and name in self.fields:
                yield self.fields[name], header, cell

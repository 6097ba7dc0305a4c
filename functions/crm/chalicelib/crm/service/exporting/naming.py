"""The columns of exported tables, and what their cells name beside the cards."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.exporting.columns import (
    CARDS,
    COLUMNS,
    PEOPLE,
    PIPELINES,
    STEPS,
    Column,
    referred,
)
from chalicelib.crm.model.exporting.names import Names
from chalicelib.crm.model.exporting.own import own_column
from chalicelib.crm.model.fields import FieldType
from chalicelib.crm.model.pulse import Step
from chalicelib.crm.service.access import Access
from chalicelib.crm.service.exporting.jobs import Export
from chalicelib.crm.service.fields import Fields
from chalicelib.crm.service.pipelines import Pipelines
from chalicelib.crm.service.pulse import Pulses
from portal.cards import CardKind, CardRef
from portal.values import dataclass

_AT_ONCE = 100


@dataclass(frozen=True)
class Naming:
    """Knows them; what the reader of a list would not be told, its table does not tell either."""

    access: Access
    fields: Fields
    pipelines: Pipelines
    pulses: Pulses

    def columns(self, kind: CardKind) -> list[Column]:
        """All columns of a kind: hidden fields have none, and a file cannot stand in a cell."""
        shown = (f for f in self.fields.of(kind).shown if f.type is not FieldType.FILE)
        return [*COLUMNS[kind], *map(own_column, shown)]

    def chosen(self, export: Export) -> list[Column]:
        """The columns of an export, as far as there still are such fields."""
        known = {column.name: column for column in self.columns(export.kind)}
        return [known[name] for name in export.shape.columns if name in known]

    def names(
        self, export: Export, columns: Sequence[Column], people: Mapping[str, str]
    ) -> "PageNames":
        """What names the cells of an export, a page of cards at a time."""
        needs = frozenset(column.needs for column in columns)
        lines = {p.id: p for p in self.pipelines.all()} if PIPELINES in needs else {}
        shape = export.shape
        usual = Names(shape.language, shape.zone, people=people, pipelines=lines)
        return PageNames(self, export, needs, usual)


@dataclass(frozen=True)
class PageNames:
    """Names for the cells of one export."""

    naming: Naming
    export: Export
    needs: frozenset[str]
    usual: Names

    def of(self, records: Sequence[Record]) -> Names:
        """For the cells of some cards."""
        cards = dict(self._cards(records)) if CARDS in self.needs else {}
        steps = dict(self._steps(records)) if STEPS in self.needs else {}
        usual = self.usual
        return Names(usual.language, usual.zone, cards, usual.people, usual.pipelines, steps)

    def _cards(self, records: Iterable[Record]) -> Iterator[tuple[CardRef, str]]:
        refs = iter(dict.fromkeys(CardRef(*each) for r in records for each in referred(r)))
        while some := list(islice(refs, _AT_ONCE)):
            seen = self.naming.access.visible(self.export.by, some)
            yield from ((card.ref, card.title) for card in seen)

    def _steps(self, records: Iterable[Record]) -> Iterator[tuple[CardRef, Step]]:
        # On what has ended, no list shows a next step.
        refs = [record.ref for record in records if record.open]
        for pulse in self.naming.pulses.of(self.export.by, refs):
            if pulse.step:
                yield pulse.ref, pulse.step


def needs_people(columns: Iterable[Column]) -> bool:
    """Whether the names of employees are wanted."""
    return any(column.needs == PEOPLE for column in columns)

"""What is known throughout a piece of work: people, whom nobody can ask for while the sender is away, and fields."""

from collections.abc import Iterable, Mapping
from dataclasses import field

from chalicelib.crm.model.fields import FieldBook
from chalicelib.crm.model.importing.jobs import Colleague
from chalicelib.crm.model.pipelines import Pipeline
from chalicelib.crm.model.rearranging import Rearrangement
from chalicelib.crm.service.fields.ports import FieldBooks
from chalicelib.crm.service.ports import PipelineBook
from portal.cards import CardKind
from portal.events import Event
from portal.principals import Principal
from portal.values import dataclass


@dataclass(frozen=True)
class Known:
    """Employees by their ids."""

    people: Mapping[str, Principal]

    @classmethod
    def of(cls, colleagues: Iterable[Colleague]) -> "Known":
        """Those who could sign in."""
        return cls({each.principal.id: each.principal for each in colleagues})

    def principal(self, authorization: str, employee_id: str) -> Principal | None:
        """An employee, or None."""
        del authorization
        return self.people.get(employee_id)


@dataclass
class KnownFields:
    """The own fields as a piece of work finds them: read once, and not for each of its rows."""

    real: FieldBooks
    books: dict[CardKind, FieldBook] = field(default_factory=dict)

    def field_book(self, kind: CardKind) -> FieldBook:
        """The fields of one kind."""
        if kind not in self.books:
            self.books[kind] = self.real.field_book(kind)
        return self.books[kind]

    def field_books(self) -> dict[CardKind, FieldBook]:
        """The fields of every kind."""
        return self.real.field_books()

    def save_fields(self, book: FieldBook) -> FieldBook:
        """The fields of a kind as stored."""
        return self.real.save_fields(book)


@dataclass
class KnownLines:
    """The pipelines likewise; no deal comes into a stage that was removed meanwhile, whoever believes in it."""

    real: PipelineBook
    lines: list[Pipeline] = field(default_factory=list)

    def pipelines(self) -> list[Pipeline]:
        """All of them."""
        self.lines = self.lines or self.real.pipelines()
        return self.lines

    def save_pipeline(
        self,
        pipeline: Pipeline,
        closed: Iterable[str] = (),
        begun: Iterable[tuple[Rearrangement, Event]] = (),
    ) -> Pipeline:
        """A pipeline as stored."""
        return self.real.save_pipeline(pipeline, closed, begun)

    def remove_pipeline(
        self, pipeline: Pipeline, begun: Iterable[tuple[Rearrangement, Event]]
    ) -> None:
        """Removes one."""
        self.real.remove_pipeline(pipeline, begun)

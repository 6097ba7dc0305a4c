"""What a row names beside its own card: a company, a contact, an owner, a stage."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.importing.faults import FaultError
from chalicelib.crm.model.importing.jobs import Colleague
from chalicelib.crm.model.pipelines import Pipeline, Stage
from chalicelib.crm.service.importing.finding import Finder, folded
from portal.cards import CardRef

Make = Callable[[type[Any], str, dict[str, Any]], str]
"""Makes a card of a kind, once for a key whoever asks again, and gives its id."""


@dataclass
class Relations:
    """Finds them, and lets a missing company or contact be made; `make` is None where none may be."""

    finder: Finder
    colleagues: Iterable[Colleague]
    pipelines: list[Pipeline]
    made: list[CardRef] = field(default_factory=list)

    def company(self, values: Mapping[str, Any], make: Make | None) -> str | None:
        """The id of the company that the row names, or None where it names none.

        Raises:
            FaultError: there is none, or there are several.
        """
        name, tax_id = values.get("company"), values.get("company_tax_id")
        if not (name or tax_id):
            return None
        if found := self.finder.company(name, tax_id):
            return found.id
        if make is None or not name:
            raise FaultError("no_company", text=str(name or tax_id))
        return make(Company, tax_id or folded(name), {"name": name, "tax_id": tax_id})

    def contact(self, values: Mapping[str, Any], make: Make | None) -> str | None:
        """The id of the contact that the row names, or None where it names none.

        Raises:
            FaultError: there is none, or there are several.
        """
        name = values.get("contact")
        given = {
            "emails": values.get("contact_email", ()),
            "phones": values.get("contact_phone", ()),
        }
        identities = list(_identities(given))
        if not (name or identities):
            return None
        if found := self.finder.contact(name, identities):
            return found.id
        called = name or identities[0][1]
        if make is None:
            raise FaultError("no_contact", text=called)
        key = identities[0][1] if identities else folded(called)
        return make(Contact, key, {"name": called, **given})

    def owner(self, text: str) -> str:
        """The id of the employee with that address or name.

        Raises:
            FaultError: there is none, or there are several.
        """
        fitting = [c.principal.id for c in self.colleagues if _is_called(c, text)]
        if len(fitting) > 1:
            raise FaultError("several", text=text)
        if not fitting:
            raise FaultError("no_owner", text=text)
        return fitting[0]

    def pipeline(self, text: str) -> Pipeline:
        """The pipeline of that name.

        Raises:
            FaultError: there is none.
        """
        for pipeline in self.pipelines:
            if text == pipeline.id or folded(text) == folded(pipeline.name):
                return pipeline
        raise FaultError("no_pipeline", text=text)

    def stage(self, text: str, within: Pipeline | None) -> tuple[Pipeline, Stage]:
        """The stage of that name in a pipeline, or in the first that has one.

        Raises:
            FaultError: there is none.
        """
        for pipeline in [within] if within else self.pipelines:
            for stage in pipeline.stages:
                if text == stage.id or folded(text) == folded(stage.name):
                    return pipeline, stage
        raise FaultError("no_stage", text=text)


def _identities(given: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for key, values in given.items():
        yield from ((key, value) for value in values)


def _is_called(colleague: Colleague, text: str) -> bool:
    return text.casefold() == colleague.email.casefold() or folded(text) == folded(
        colleague.principal.name
    )

"""What a row names beside its own card: a company, a contact, an owner, a stage."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.importing.faults import FaultError
from chalicelib.crm.model.importing.jobs import Colleague
from chalicelib.crm.model.pipelines import Pipeline, Stage
from chalicelib.crm.service.importing.finding import Finder, folded

Make = Callable[[type[Any], str, dict[str, Any]], str]
"""Makes a card of a kind, once for a key whoever asks again, and gives its id."""


@dataclass
class Relations:
    """Finds them, and lets a missing company or contact be made; `make` is None where none may be.

    What was found once is not looked for again in the same piece of work, nor what there was not.
    """

    finder: Finder
    colleagues: Iterable[Colleague]
    pipelines: list[Pipeline]
    found: dict[Hashable, str] = field(default_factory=dict)
    missing: set[Hashable] = field(default_factory=set)

    def company(self, values: Mapping[str, Any], make: Make | None) -> str | None:
        """The id of the company that the row names, or None where it names none.

        Raises:
            FaultError: there is none, or there are several.
        """
        name, tax_id = values.get("company"), values.get("company_tax_id")
        if not (name or tax_id):
            return None
        looked = (Company, name, tax_id)
        if found_id := self._once(looked, lambda: self.finder.company(name, tax_id)):
            return found_id
        if make is None or not name:
            raise FaultError("no_company", text=str(name or tax_id))
        return make(Company, company_key(values), {"name": name, "tax_id": tax_id})

    def contact(self, values: Mapping[str, Any], make: Make | None) -> str | None:
        """The id of the contact that the row names, or None where it names none.

        Raises:
            FaultError: there is none, or there are several.
        """
        name = values.get("contact")
        given = _given(values)
        identities = list(_identities(given))
        if not (name or identities):
            return None
        looked = (Contact, name, *identities)
        if found_id := self._once(looked, lambda: self.finder.contact(name, identities)):
            return found_id
        called = name or identities[0][1]
        if make is None:
            raise FaultError("no_contact", text=called)
        return make(Contact, contact_key(values), {"name": called, **given})

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

    def _once(self, looked: Hashable, find: Callable[[], Record | None]) -> str | None:
        if looked not in self.found and looked not in self.missing:
            if found := find():
                self.found[looked] = found.id
            else:
                self.missing.add(looked)
        return self.found.get(looked)


def company_key(values: Mapping[str, Any]) -> str:
    """By what a company is known that rows name and an import makes; empty where the row names none."""
    return values.get("company_tax_id") or folded(values.get("company") or "")


def contact_key(values: Mapping[str, Any]) -> str:
    """The same of a contact."""
    (identity, *_) = [*(value for _, value in _identities(_given(values))), None]
    return identity or folded(values.get("contact") or "")


def _given(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "emails": values.get("contact_email", ()),
        "phones": values.get("contact_phone", ()),
    }


def _identities(given: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for key, values in given.items():
        yield from ((key, value) for value in values)


def _is_called(colleague: Colleague, text: str) -> bool:
    return text.casefold() == colleague.email.casefold() or folded(text) == folded(
        colleague.principal.name
    )

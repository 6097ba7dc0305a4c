"""What a row says, as the values that the use cases of cards take."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.importing.fields import OWN, Named
from chalicelib.crm.service.importing.relations import Make, Relations
from chalicelib.crm.service.importing.rows import Draft
from portal.money import Money

_PLAIN = frozenset({"name", "title", "tax_id", "job_title", "description", "source", "status"})
_LISTS = frozenset({"emails", "phones", "domains"})
_EMPTIED: dict[str, tuple[str, Any]] = {
    **{name: (name, None) for name in ("tax_id", "job_title", "description", "source", "amount")},
    **{name: (name, ()) for name in _LISTS},
    "company": ("company_id", None),
}


@dataclass
class Values:
    """Fields of a card, and the names of what they refer to."""

    fields: dict[str, Any] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def name_of(self, _: str, referred_id: str) -> str | None:
        """The name of what has the id, as far as the row told."""
        return self.names.get(referred_id)


def card_values(
    draft: Draft, before: Record | None, relations: Relations, make: Make | None, *, erases: bool
) -> Values:
    """The fields that a row sets on its card, a new one or the one before.

    Lists grow: an address that stands on the card and not in the row stays.

    Raises:
        FaultError: something that the row names cannot be found.
    """
    values, given = Values(), draft.values
    values.fields |= {name: value for name, value in given.items() if name in _PLAIN}
    for name in _LISTS & given.keys():
        former = getattr(before, name) if before else ()
        values.fields[name] = tuple(dict.fromkeys((*former, *given[name])))
    if owner := given.get("owner"):
        values.fields["owner_id"] = relations.owner(owner)
    if own := _own(draft, before, relations, erases=erases):
        values.fields["own"] = own
    _add_amount(values, draft)
    _add_place(values, draft, before, relations)
    _add_clients(values, draft, before, relations, make)
    if erases and before:
        gone = [_EMPTIED[name] for name in draft.empty & _EMPTIED.keys()]
        values.fields = {
            name: value for name, value in gone if hasattr(before, name)
        } | values.fields
    return values


def _own(
    draft: Draft, before: Record | None, relations: Relations, *, erases: bool
) -> dict[str, Any]:
    """The own fields; a person is named as an owner is."""
    found = {
        name.removeprefix(OWN): relations.owner(value) if isinstance(value, Named) else value
        for name, value in draft.values.items()
        if name.startswith(OWN)
    }
    if erases and before:
        gone = (name.removeprefix(OWN) for name in draft.empty if name.startswith(OWN))
        found |= {field_id: None for field_id in gone if field_id in before.own}
    return found


def _add_amount(values: Values, draft: Draft) -> None:
    amount: Money | None = draft.values.get("amount")
    if amount:
        code = draft.values.get("currency", amount.currency)
        values.fields["amount"] = replace(amount, currency=code)


def _add_place(values: Values, draft: Draft, before: Record | None, relations: Relations) -> None:
    wanted_pipeline, wanted_stage = draft.values.get("pipeline"), draft.values.get("stage")
    pipeline = relations.pipeline(wanted_pipeline) if wanted_pipeline else None
    if isinstance(before, Deal) and pipeline is None:
        own = (p for p in relations.pipelines if p.id == before.pipeline_id)
        pipeline = next(own, None)
    if wanted_stage:
        pipeline, stage = relations.stage(wanted_stage, pipeline)
        values.fields["stage_id"] = stage.id
    if pipeline:
        values.fields["pipeline_id"] = pipeline.id
        values.names |= {stage.id: stage.name for stage in pipeline.stages}


def _add_clients(
    values: Values, draft: Draft, before: Record | None, relations: Relations, make: Make | None
) -> None:
    company_id = relations.company(draft.values, make)
    if company_id:
        values.fields["company_id"] = company_id
        values.names[company_id] = str(
            draft.values.get("company") or draft.values["company_tax_id"]
        )
    with_company = _making_with(make, company_id)
    if contact_id := relations.contact(draft.values, with_company):
        former = before.contact_ids if isinstance(before, Deal) else ()
        values.fields["contact_ids"] = tuple(dict.fromkeys((*former, contact_id)))
        values.names[contact_id] = str(draft.values.get("contact") or "")


def _making_with(make: Make | None, company_id: str | None) -> Make | None:
    """A contact who is made for a deal works for the company of the deal."""
    if make is None or company_id is None:
        return make
    maker: Callable[[type[Any], str, dict[str, Any]], str] = make

    def made(kind: type[Any], key: str, values: dict[str, Any]) -> str:
        return maker(kind, key, {**values, "company_id": company_id})

    return made

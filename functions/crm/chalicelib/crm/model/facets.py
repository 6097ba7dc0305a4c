"""The facets of a card: what filters ask of it, short enough to stand on each of its faceted shelves.

Who looks through such a shelf tells by the facets alone whether a card answers, so that no card is read in vain. All
facets of a card are one value: a change of any is written on each shelf, and their number is bounded, see
`faceted_places`. What changes too often for that is in `passing`.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from chalicelib.crm.model.cards import OWN, Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.model.words import plain_words
from portal.cards import CardKind
from portal.clock import to_wire
from portal.ids import is_id
from portal.money import Money

Facets = Mapping[str, Any]

LONGEST_TEXT = 200
"""A filter looks for words in so many first letters of an own field."""

MOST_OWN_SHELVES, MOST_CONTACT_SHELVES = 12, 5
"""For so many values of own fields, and contacts, a card stands on shelves of their own."""

# Longer names that begin alike stand in the order of their making.
_MOST_LETTERS = 60


def facets_of(record: Record) -> dict[str, Any]:
    """What is absent is left out."""
    found = {
        "owner": record.owner.id,
        "departments": sorted(record.owner.department_ids),
        "created": to_wire(record.created_at),
        "name": name_key(record.label),
        "company": record.card_company_id,
        "contacts": list(record.card_contact_ids),
        **{f"{OWN}{key}": _told(value) for key, value in record.own.items()},
        **_of_kind(record),
    }
    return {name: value for name, value in found.items() if value not in (None, [])}


def faceted_places(record: Record) -> Iterator[tuple[str, str]]:
    """The faceted shelves on which a card stands, each with its key: of all cards, and of those that share a value."""
    facets = facets_of(record)
    yield faceted_shelf(record.kind, "created"), ""
    yield faceted_shelf(record.kind, "name"), facets["name"]
    for name, value in _shelved(facets):
        yield faceted_shelf(record.kind, "created", name, value), ""


def faceted_shelf(kind: CardKind, field: str, name: str = "", value: str = "") -> str:
    """The shelf, in the order of a field, of the cards of which a facet has this value."""
    return f"{FACETED}{kind}#{field}#{name}#{value}"


FACETED = "faceted#"
"""What the names of faceted shelves begin with."""


def name_key(label: str) -> str:
    """Where a card stands among others by its name."""
    # The hyphen sorts behind what parts a key from the id, so that a name comes before those it begins.
    return "-".join(plain_words(label))[:_MOST_LETTERS]


def shelved(name: str) -> bool:
    """Whether cards stand on a shelf for each value of this facet, if it is one that can be named."""
    return name in _SHELVED or name.startswith(OWN)


_SHELVED = ("owner", "pipeline", "stage", "status", "company")


def _shelved(facets: Facets) -> Iterator[tuple[str, str]]:
    yield from ((name, facets[name]) for name in _SHELVED if name in facets)
    contacts = facets.get("contacts", ())[:MOST_CONTACT_SHELVES]
    yield from (("contacts", contact_id) for contact_id in contacts)
    yield from islice(_own_values(facets), MOST_OWN_SHELVES)


def _own_values(facets: Facets) -> Iterator[tuple[str, str]]:
    """Persons, options and yes or no; other values are nearly as many as the cards."""
    for name, value in sorted(facets.items()):
        if name.startswith(OWN):
            values = value if isinstance(value, list) else [value]
            yield from ((name, each) for each in values if names_a_shelf(each))


def names_a_shelf(value: object) -> bool:
    """Whether cards with this value of an own field stand on a shelf of their own."""
    return isinstance(value, str) and (value in {"yes", "no"} or is_id(value))


def _told(value: Any) -> Any:  # noqa: ANN401  # each type has its own
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return value["amount"]
    return value[:LONGEST_TEXT] if isinstance(value, str) else value


def _of_kind(record: Record) -> dict[str, Any]:
    if isinstance(record, Deal):
        return _of_deal(record)
    if isinstance(record, Lead):
        return {"status": str(record.status), "source": record.source}
    if isinstance(record, Contact):
        return {"company": record.company_id}
    assert isinstance(record, Company)  # noqa: S101  # there is no fifth kind
    return {}


def _of_deal(deal: Deal) -> dict[str, Any]:
    money: Money | None = deal.amount
    return {
        "pipeline": deal.pipeline_id,
        "stage": deal.stage_id,
        "kind": str(deal.stage_kind),
        "since": to_wire(deal.stage_since),
        "closed": to_wire(deal.closed_at) if deal.closed_at else None,
        "amount": str(money.amount) if money else None,
        "currency": money.currency if money else None,
        "reason": deal.lost_reason,
    }

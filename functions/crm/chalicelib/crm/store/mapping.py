"""Cards as items, and back."""

from chalicelib.crm.model.cards import Card, Merged, Owner, Record
from chalicelib.crm.store.items import CARD, CardItem
from chalicelib.crm.store.kinds import MAPPINGS, Values
from portal.cards import CardKind, CardRef
from portal.clock import from_wire, to_wire


def card_key(ref: CardRef) -> tuple[str, str]:
    """Where a card stands in the table."""
    return f"{ref.kind}#{ref.id}", CARD


def to_item(record: Record) -> CardItem:
    """A card of any kind as its item; what is absent or empty is left out."""
    mapping = MAPPINGS[record.kind]
    values = _common_values(record) | mapping.values(record)
    item = mapping.item(
        *card_key(record.ref),
        **{name: value for name, value in values.items() if value not in (None, set(), [])},
    )
    if record.version is not None:
        item.version = record.version
    return item


def to_record(item: CardItem) -> Record:
    """The inverse of `to_item`, for an item read as its own kind."""
    return MAPPINGS[CardKind(item.kind)].record(item, _common_fields(item))


def item_class(kind: CardKind) -> type[CardItem]:
    """The class as which cards of a kind are read whole."""
    return MAPPINGS[kind].item


def to_card(item: CardItem) -> Card:
    """The part of a card that does not depend on its kind."""
    return Card(
        kind=CardKind(item.kind),
        id=item.id,
        title=item.title,
        owner_id=item.owner_id,
        participant_ids=frozenset(item.participant_ids or ()),
        audience=frozenset(item.audience),
        contact_ids=tuple(item.contact_ids or ()),
        company_id=item.company_id,
        open=item.open,
        successor=CardRef.parse(item.successor) if item.successor else None,
        merged_into=CardRef(CardKind(item.kind), item.merged_into) if item.merged_into else None,
        former_ids=tuple(item.former_ids or ()),
    )


def _common_values(record: Record) -> Values:
    return {
        "kind": str(record.kind),
        "id": record.id,
        "title": record.label,
        "owner_id": record.owner.id,
        "owner_name": record.owner.name,
        "owner_department_ids": set(record.owner.department_ids),
        "participant_ids": set(record.participant_ids),
        "audience": set(record.audience),
        "contact_ids": list(record.card_contact_ids),
        "company_id": record.card_company_id,
        "open": record.open,
        "successor": record.successor and str(record.successor),
        "merged_into": record.merged and record.merged.into,
        "merge_id": record.merged and record.merged.change_id,
        "former_ids": list(record.former_ids),
        "created_at": to_wire(record.created_at),
        "updated_at": to_wire(record.updated_at),
        "erased_at": record.erased_at and to_wire(record.erased_at),
        "own": dict(record.own) or None,
    }


def _common_fields(item: CardItem) -> Values:
    departments = frozenset(item.owner_department_ids or ())
    return {
        "id": item.id,
        "owner": Owner(item.owner_id, item.owner_name, departments),
        "participant_ids": frozenset(item.participant_ids or ()),
        "created_at": from_wire(item.created_at),
        "updated_at": from_wire(item.updated_at),
        "erased_at": from_wire(item.erased_at) if item.erased_at else None,
        "own": item.own or {},
        "merged": Merged(item.merged_into, item.merge_id) if item.merged_into else None,
        "former_ids": tuple(item.former_ids or ()),
        "version": item.version,
    }

"""Where communications stand: ``communication#<id>`` / ``link``, and what was chosen for a contact last."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from pynamodb.attributes import (
    JSONAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
    VersionAttribute,
)

from chalicelib.crm.model.linking import Link, LinkedBy, Move, Reason
from chalicelib.crm.service.linking.ports import Choice, Relinking
from chalicelib.crm.store.entries import EntryItem, position_of
from chalicelib.crm.store.table import TABLE
from chalicelib.crm.store.talks import turning
from chalicelib.crm.store.timeline import add_entry, partitions_of
from portal.cards import CardRef
from portal.clock import from_wire, to_wire
from portal.dynamo import Writes, read, read_many
from portal.errors import ConflictError
from portal.principals import Actor

_LINK = "link"
_CHOICE = "choice"


class LinkItem(TABLE):
    """The link of one communication; its revision is the item's version."""

    cards = JSONAttribute()
    contact_ids: UnicodeSetAttribute = UnicodeSetAttribute(null=True)
    by = UnicodeAttribute(null=True)
    reason = UnicodeAttribute(null=True)
    left = UnicodeAttribute(null=True)
    at = UnicodeAttribute()
    actor = JSONAttribute()
    decided_at = UnicodeAttribute()
    history = JSONAttribute()
    revision = VersionAttribute()


class ChoiceItem(TABLE):
    """``choice#contact:<id>``: the deal that a person chose for the contact's last doubtful letter."""

    deal_id = UnicodeAttribute()
    at = UnicodeAttribute()


class LinkStore:
    """Links, with the entries that stand because of them."""

    def link(self, communication_id: str) -> Link | None:
        """Where one communication stands."""
        item = read(LinkItem, _pk(communication_id), _LINK, consistent=True)
        return _to_link(item) if item else None

    def links(self, communication_ids: Iterable[str]) -> dict[str, Link]:
        """Where those stand that have been decided upon."""
        keys = {(_pk(each), _LINK): each for each in communication_ids}
        found = read_many(LinkItem, keys, consistent=True)
        return {keys[key]: _to_link(item) for key, item in found.items()}

    def chosen_deal(self, contact_id: str) -> str | None:
        """The deal last chosen for a contact."""
        item = read(ChoiceItem, _choice_pk(contact_id), _CHOICE)
        return item.deal_id if item else None

    def save(self, step: Relinking) -> None:
        """Moves the entries with the link, in one transaction."""
        busy = ConflictError("This communication is being linked right now. Try again.")
        writes = Writes().put(_to_item(step).announce(step.linked), otherwise=busy)
        if step.choice:
            writes.put(_to_choice(step.choice))
        if step.forgotten:
            writes.delete(ChoiceItem(_choice_pk(step.forgotten), _CHOICE))
        for ref in step.after.cards:
            rides = step.added if ref == step.after.main else None
            add_entry(writes, ref, step.entry, rides)
        for pk, sk in sorted(places_of(step.before) - places_of(step.after)):
            writes.delete(EntryItem(pk, sk))
        writes.extend(turning(step)).commit()


def places_of(link: Link | None) -> set[tuple[str, str]]:
    """The keys of the entries that stand because of a link."""
    if link is None:
        return set()
    position = position_of(to_wire(link.at), link.communication_id)
    return {
        (partition, position)
        for ref in link.cards
        for partition in partitions_of(ref, link.contact_ids, for_all=False)
    }


def link_key(communication_id: str) -> tuple[str, str]:
    """Where the link of a communication stands in the table."""
    return _pk(communication_id), _LINK


def _to_item(step: Relinking) -> LinkItem:
    link = step.after
    values = {
        "cards": [str(ref) for ref in link.cards],
        "contact_ids": set(link.contact_ids) or None,
        "by": link.by and str(link.by),
        "reason": link.reason and str(link.reason),
        "left": link.left and str(link.left),
        "at": to_wire(link.at),
        "actor": asdict(link.actor),
        "decided_at": to_wire(link.decided_at),
        "history": [_from_move(move) for move in link.history],
        "revision": step.before.revision if step.before else None,
    }
    present: dict[str, Any] = {name: value for name, value in values.items() if value is not None}
    return LinkItem(_pk(link.communication_id), _LINK, **present)


def _to_link(item: LinkItem) -> Link:
    return Link(
        communication_id=item.pk.partition("#")[2],
        cards=tuple(CardRef.parse(text) for text in item.cards),
        contact_ids=frozenset(item.contact_ids or ()),
        by=LinkedBy(item.by) if item.by else None,
        reason=Reason(item.reason) if item.reason else None,
        at=from_wire(item.at),
        actor=Actor(**item.actor),
        decided_at=from_wire(item.decided_at),
        revision=int(item.revision),
        history=tuple(_to_move(values) for values in item.history),
        left=CardRef.parse(item.left) if item.left else None,
    )


def _from_move(move: Move) -> dict[str, Any]:
    return {
        "event_id": move.event_id,
        "at": to_wire(move.at),
        "by": move.by and str(move.by),
        "actor": asdict(move.actor),
        "before": [str(ref) for ref in move.before],
        "after": [str(ref) for ref in move.after],
    }


def _to_move(values: dict[str, Any]) -> Move:
    return Move(
        event_id=values["event_id"],
        at=from_wire(values["at"]),
        by=LinkedBy(values["by"]) if values["by"] else None,
        actor=Actor(**values["actor"]),
        before=tuple(map(CardRef.parse, values["before"])),
        after=tuple(map(CardRef.parse, values["after"])),
    )


def _to_choice(choice: Choice) -> ChoiceItem:
    return ChoiceItem(
        _choice_pk(choice.contact_id), _CHOICE, deal_id=choice.deal_id, at=to_wire(choice.at)
    )


def _pk(communication_id: str) -> str:
    return f"communication#{communication_id}"


def _choice_pk(contact_id: str) -> str:
    return f"choice#contact:{contact_id}"

"""Whose each identity is: ``identity#<kind>#<value>`` / ``identity``."""

from collections.abc import Iterator, Sequence
from typing import Any

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.contacts import Contact, Identity
from chalicelib.crm.service.changes import Change, IdentityTakenError
from chalicelib.crm.store.items import IdentityItem
from portal.dynamo import Writes


def passed(changes: Sequence[Change[Any]]) -> Writes:
    """The writes that give each identity to who has it after the changes.

    One that a change gives up and another takes goes from hand to hand: nobody can take it in between.
    """
    given = dict(_given_up(changes))
    writes = Writes()
    for identity, contact_id in _taken(changes):
        giver = given.pop(identity, None)
        free = IdentityItem.contact_id == giver if giver else IdentityItem.pk.does_not_exist()
        item = IdentityItem(*key_of(identity), contact_id=contact_id)
        writes.put(item, free, IdentityTakenError(identity))
    for identity in sorted(given):
        writes.delete(IdentityItem(*key_of(identity)))
    return writes


def freed(record: Record) -> Writes:
    """The writes that leave the identities of a card to whoever takes them next."""
    writes = Writes()
    for identity in sorted(_of(record)):
        writes.delete(IdentityItem(*key_of(identity)))
    return writes


def key_of(identity: Identity) -> tuple[str, str]:
    """Where an identity stands in the table."""
    return f"identity#{identity.kind}#{identity.value}", "identity"


def _given_up(changes: Sequence[Change[Any]]) -> Iterator[tuple[Identity, str]]:
    for change in changes:
        for identity in _of(change.before) - _of(change.after):
            yield identity, change.after.id


def _taken(changes: Sequence[Change[Any]]) -> Iterator[tuple[Identity, str]]:
    for change in changes:
        for identity in sorted(_of(change.after) - _of(change.before)):
            yield identity, change.after.id


def _of(record: Record | None) -> frozenset[Identity]:
    return record.identities if isinstance(record, Contact) else frozenset()

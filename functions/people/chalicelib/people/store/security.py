"""What is asked of people when they sign in, and what happened to their ways in."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

from chalicelib.people.model import SecurityKind, SecurityNote, SecurityPolicy
from chalicelib.people.model.security import KEPT
from chalicelib.people.store.table import FactorItem, PolicyItem, SecurityItem
from portal.clock import from_wire, to_wire
from portal.dynamo import Writes, read, read_page
from portal.errors import ConflictError, StaleVersionError
from portal.events import Event
from portal.paging import Page, PageRequest
from portal.principals import Actor, Role


class SecurityTable:
    """Maps the policy, the notes and the recovery codes to items and back."""

    def policy(self) -> SecurityPolicy:
        """What the company asks."""
        item = read(PolicyItem, "settings", "security", consistent=True)
        if item is None:
            return SecurityPolicy()
        return SecurityPolicy(frozenset(map(Role, item.required_roles or ())), item.version)

    def save_policy(self, policy: SecurityPolicy) -> SecurityPolicy:
        """As stored."""
        # DynamoDB has no empty set.
        roles = {str(role) for role in policy.required_roles} or None
        item = PolicyItem("settings", "security", required_roles=roles)
        if policy.version is not None:
            item.version = policy.version
        Writes().put(item, otherwise=StaleVersionError()).commit()
        return SecurityPolicy(policy.required_roles, item.version)

    def note(self, note: SecurityNote, event: Event) -> None:
        """Keeps one note."""
        item = SecurityItem(
            f"person#{note.person_id}",
            f"security#{note.id}",
            kind=str(note.kind),
            at=to_wire(note.at),
            actor=json.dumps(asdict(note.actor), ensure_ascii=False),
            detail=note.detail or None,
            expires_at=int((note.at + KEPT).timestamp()),
        )
        Writes().put(item.announce(event)).commit()

    def untold(self, person_id: str, note_id: str) -> SecurityNote | None:
        """The note, unless the person was told already."""
        item = read(SecurityItem, f"person#{person_id}", f"security#{note_id}", consistent=True)
        return None if item is None or item.told_at else _to_note(item)

    def told(self, note: SecurityNote, at: datetime) -> None:
        """Remembers that he was."""
        item = SecurityItem(f"person#{note.person_id}", f"security#{note.id}")
        item.update([SecurityItem.told_at.set(to_wire(at))])

    def notes(self, person_id: str, request: PageRequest) -> Page[SecurityNote]:
        """The notes on a person, the latest first."""
        mine = SecurityItem.sk.startswith("security#")
        return read_page(SecurityItem, f"person#{person_id}", request, mine).map(_to_note)

    def codes_left(self, person_id: str) -> int:
        """How many recovery codes are good."""
        item = read(FactorItem, f"person#{person_id}", "factor", consistent=True)
        return len(item.digests or ()) if item else 0

    def save_codes(self, person_id: str, digests: Iterable[str]) -> None:
        """From now on these are good, and no others."""
        item = FactorItem(f"person#{person_id}", "factor", digests=set(digests) or None)
        Writes().put(item).commit()

    def spend_code(self, person_id: str, digest: str) -> bool:
        """Whether it was good; it is no more."""
        good = FactorItem.digests.contains(digest)
        gone = FactorItem.digests.delete({digest})
        item = FactorItem(f"person#{person_id}", "factor")
        try:
            Writes().update(item, [gone], good, ConflictError("spent")).commit()
        except ConflictError:
            return False
        return True


def _to_note(item: SecurityItem) -> SecurityNote:
    return SecurityNote(
        id=item.sk.partition("#")[2],
        person_id=item.pk.partition("#")[2],
        kind=SecurityKind(item.kind),
        at=from_wire(item.at),
        actor=Actor(**json.loads(item.actor)),
        detail=item.detail or "",
    )

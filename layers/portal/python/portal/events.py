"""Domain events: what one feature announces and others may react to.

The contract and an example of each stand in ``events/<feature>/<event>.v<n>.json``.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, field
from datetime import datetime
from typing import Any

from portal.cards import CardKind, CardRef
from portal.clock import from_wire, to_wire
from portal.principals import SYSTEM, Actor
from portal.values import dataclass


@dataclass(frozen=True)
class Event:
    """Something that happened.

    `type` is ``<feature>.<noun>_<past participle>``; `about` names the cards it concerns; `audience` the grants
    that may see it; `data` holds only JSON values.
    """

    id: str
    type: str
    version: int
    occurred_at: datetime
    data: Mapping[str, Any]
    actor: Actor = SYSTEM
    about: tuple[CardRef, ...] = ()
    audience: frozenset[str] = field(default_factory=frozenset)

    @property
    def detail_type(self) -> str:
        """The name by which rules select it, its type and version: ``<feature>.<event>.v1``."""
        return f"{self.type}.v{self.version}"

    @property
    def source(self) -> str:
        """The announcing feature as EventBridge's source."""
        return f"portal.{self.type.partition('.')[0]}"

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "id": self.id,
            "type": self.type,
            "version": self.version,
            "occurred_at": to_wire(self.occurred_at),
            "actor": asdict(self.actor),
            "about": [{"kind": str(card.kind), "id": card.id} for card in self.about],
            "audience": sorted(self.audience),
            "data": dict(self.data),
        }

    def to_json(self) -> str:
        """The JSON form as text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "Event":
        """The inverse of `to_dict`; fields it does not know are left alone.

        Raises:
            KeyError, ValueError: a field of the envelope is missing or wrong.
        """
        return cls(
            id=values["id"],
            type=values["type"],
            version=values["version"],
            occurred_at=from_wire(values["occurred_at"]),
            actor=Actor(**{name: values["actor"][name] for name in ("kind", "id", "name")}),
            about=tuple(CardRef(CardKind(card["kind"]), card["id"]) for card in values["about"]),
            audience=frozenset(values["audience"]),
            data=values["data"],
        )

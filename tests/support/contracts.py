"""The published contracts of events: their schemas and examples in ``events/``."""

import json
from copy import deepcopy
from functools import cache
from typing import Any

from portal.events import Event
from tests.support.source import ROOT

EVENTS = ROOT / "events"


@cache
def contracts() -> dict[str, dict[str, Any]]:
    """Every contract by its detail type, such as ``people.person_changed.v1``."""
    paths = sorted(EVENTS.glob("*/*.v*.json"))
    return {
        f"{path.parent.name}.{path.name.removesuffix('.json')}": json.loads(
            path.read_text(encoding="utf-8")
        )
        for path in paths
        if path.parent.name != "samples"
    }


def examples(detail_type: str) -> list[Event]:
    """The published examples of an event, fresh ones: a test may change what it was given."""
    return [Event.from_dict(each) for each in deepcopy(contracts()[detail_type]["examples"])]


def closed(schema: Any) -> Any:
    """The same schema that takes nothing it does not describe: what we send must be written down."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    strict = {name: part if name == "examples" else closed(part) for name, part in schema.items()}
    if isinstance(strict.get("properties"), dict) and "additionalProperties" not in strict:
        strict["additionalProperties"] = False
    return strict

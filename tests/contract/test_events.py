"""Events and their published contracts, in both directions."""

import inspect
import json
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from tests.support.access import routes, rows
from tests.support.apps import FEATURES
from tests.support.budgets import of_triggers
from tests.support.contracts import closed, contracts
from tests.support.outbox import texts
from tests.support.personas import Persona
from tests.support.scene import Scene
from tests.support.world import World

from portal.events import Event


def classes(feature: str) -> dict[str, type]:
    """The feature's event classes by their detail types."""
    package = import_module(f"chalicelib.{feature}.events")
    paths = getattr(package, "__path__", ())
    names = [info.name for info in pkgutil.iter_modules(paths, f"{package.__name__}.")]
    members: list[Any] = [
        kind
        for module in (package, *map(import_module, names))
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if kind.__module__ == module.__name__ and isinstance(getattr(kind, "type", None), str)
    ]
    return {f"{kind.type}.v{kind.version}": kind for kind in members}


def published(feature: str) -> set[str]:
    return {name for name in contracts() if name.startswith(f"{feature}.")}


def findings(schema: Any, document: Any) -> list[str]:
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


@pytest.mark.parametrize("feature", FEATURES)
def test_every_class_has_its_contract(feature: str) -> None:
    """A class without a file is named here, and so is a file without a class."""
    assert set(classes(feature)) == published(feature)


@pytest.mark.parametrize("name", contracts())
def test_a_contract_is_a_schema_with_examples(name: str) -> None:
    """It says which event it describes, and its examples are what it describes, down to each field."""
    contract = contracts()[name]
    Draft202012Validator.check_schema(contract)
    assert contract["title"] == name
    assert contract["description"]
    assert contract["examples"]
    assert [findings(closed(contract), example) for example in contract["examples"]] == [
        [] for _ in contract["examples"]
    ]


@pytest.mark.parametrize("name", contracts())
def test_an_example_is_an_event(name: str) -> None:
    """It parses into the envelope and comes back as it was; at least one speaks Russian."""
    documents = contracts()[name]["examples"]
    events = [Event.from_dict(document) for document in documents]
    assert [event.to_dict() for event in events] == documents
    assert {event.detail_type for event in events} == {name}
    assert re.search("[а-яё]", str(documents), re.IGNORECASE)


@pytest.mark.parametrize("name", contracts())
def test_a_reader_tolerates_what_it_does_not_know(name: str) -> None:
    """A field that is added later breaks neither the schema nor the envelope."""
    contract = contracts()[name]
    newer = contract["examples"][0] | {"added_later": 1}
    newer["data"] = newer["data"] | {"added_later": "поле"}
    assert findings(contract, newer) == []
    assert Event.from_dict(newer).detail_type == name


@pytest.mark.parametrize("feature", FEATURES)
def test_what_is_announced_is_what_is_published(world: World, feature: str) -> None:
    """Everything the feature does is done once; each event on its table is as its contract says."""
    announced: dict[str, dict[str, Any]] = {}
    for _ in everything_done(world, feature):
        announced |= {event["id"]: event for event in events_on(feature)}
    wrong = {
        f"{event['type']}.v{event['version']}": found
        for event in announced.values()
        if (found := findings(closed(contract_of(event)), event))
    }
    assert wrong == {}
    assert {Event.from_dict(event).detail_type for event in announced.values()} == published(
        feature
    )


def everything_done(world: World, feature: str) -> Iterator[None]:
    """Each of the feature's requests and triggers in turn."""
    scene = Scene(world)
    for trigger in of_triggers(feature).values():
        world.app(feature).invoke(trigger.function, trigger.event(scene))
        yield
    for name, row in rows(feature).items():
        call, method = row.request(scene), routes(feature)[name.partition(" ")[0]].method
        by = next(persona for persona in Persona if persona in set(row.allowed))
        scene.call(by, method, call.path, call.body, call.headers)
        yield


def events_on(feature: str) -> Iterator[dict[str, Any]]:
    """The events that the feature's items carry now."""
    yield from map(json.loads, texts(feature))


def contract_of(event: dict[str, Any]) -> dict[str, Any]:
    return contracts()[f"{event['type']}.v{event['version']}"]

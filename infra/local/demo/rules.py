"""How the demo company works, as its owner sets it up before anybody else begins: `rules.toml` says what there is."""

import tomllib
from itertools import count
from pathlib import Path
from typing import Any
from zlib import crc32

from infra.local.demo.maker import Maker
from infra.local.demo.pipelines import PIPELINES

_TOLD: dict[str, Any] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)
_OF_THE_FIELD = ("kind", "type", "name", "group")


class Rules:
    """Sets them; knows afterwards what stands in the own fields of a card."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker
        self._made: list[tuple[dict[str, Any], dict[str, Any]]] = []

    def be_set(self) -> None:
        """All of them, one after the other: pipelines and fields stand in the order in which they were made."""
        for position, name in zip(count(), PIPELINES, strict=False):
            self._pipeline(name, position)
        self._made = [(field, self._field(field)) for field in _TOLD["fields"]]
        for view in _TOLD["views"]:
            body, key = {**view, "everybody": True}, f"view-{view['name']}"
            self._maker.make(key, self._maker.owner, "/crm/views", body)
        for template in _TOLD["templates"]:
            body, key = {**template, "personal": False}, f"template-{template['name']}"
            self._maker.make(key, self._maker.owner, "/communications/templates", body)

    def values(self, kind: str, key: str) -> dict[str, object]:
        """What stands in the own fields of a card, always the same for the same card."""
        own = [(field, made) for field, made in self._made if field["kind"] == kind]
        told = {made["id"]: _told(field, made, key) for field, made in own}
        return {field_id: value for field_id, value in told.items() if value != ""}

    def _pipeline(self, name: str, position: int) -> None:
        body = {"name": name, "position": position, **PIPELINES[name].body()}
        made = self._maker.make(name, self._maker.owner, "/crm/pipelines", body)
        for number, stage in enumerate(made["stages"]):
            self._maker.ids[f"{name}/{number}"] = stage["id"]

    def _field(self, field: dict[str, Any]) -> dict[str, Any]:
        body: dict[str, object] = {name: field[name] for name in _OF_THE_FIELD}
        if "options" in field:
            body["options"] = [{"name": name} for name in field["options"]]
        key = f"field-{field['kind']}-{field['name']}"
        return self._maker.make(key, self._maker.owner, "/crm/fields", body)


def _told(field: dict[str, Any], made: dict[str, Any], key: str) -> object:
    """The card's value; that of a list by the option's id."""
    values = field["values"]
    value = values[crc32(f"{field['name']}{key}".encode()) % len(values)]
    options = {option["name"]: option["id"] for option in made["options"]}
    return options.get(value, value)

"""The description of all the features' APIs, made from their own routes."""

import importlib
import json
from collections.abc import Iterable
from typing import Any

from infra.constructs.isolation import AT_IMPORT, isolated
from infra.paths import FUNCTIONS, OPENAPI


def write(features: Iterable[str]) -> None:
    """Writes the OpenAPI document of the features to `OPENAPI`, unless it says the same already."""
    described = [_routes(feature) for feature in features]
    with isolated(FUNCTIONS, AT_IMPORT):
        document = importlib.import_module("portal.openapi").describe(described)
    text = json.dumps(document, ensure_ascii=False, indent=1)
    if not OPENAPI.exists() or OPENAPI.read_text(encoding="utf-8") != text:
        OPENAPI.write_text(text, encoding="utf-8")


def _routes(feature: str) -> Any:  # noqa: ANN401  # the type belongs to the layer
    with isolated(FUNCTIONS / feature, AT_IMPORT):
        found = importlib.import_module(f"chalicelib.{feature}.routes").routes
        # Its parts are imported when they are asked for, and found only here.
        assert found.routes  # noqa: S101  # a feature without any has no API
        return found


if __name__ == "__main__":
    OPENAPI.parent.mkdir(parents=True, exist_ok=True)
    write(path.parent.name for path in sorted(FUNCTIONS.glob("*/app.py")))

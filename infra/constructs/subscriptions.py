"""Which events a feature hears, read from its own consumers."""

import importlib

from infra.constructs.isolation import AT_IMPORT, isolated
from infra.paths import FUNCTIONS


def subscriptions(feature: str) -> list[str]:
    """The detail types that the feature's `consume` handles; none without a consumers module."""
    if not (FUNCTIONS / feature / "chalicelib" / feature / "consumers.py").exists():
        return []
    with isolated(FUNCTIONS / feature, AT_IMPORT):
        return sorted(importlib.import_module(f"chalicelib.{feature}.consumers").SUBSCRIPTIONS)

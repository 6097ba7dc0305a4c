"""The same file names mean the same thing in every feature."""

import json

import pytest
from tests.support.source import FUNCTIONS, features, parts

ROLES = frozenset({"model", "events", "service", "store", "schemas", "routes", "consumers"})
NAMES_OF_NOTHING = frozenset({"utils", "util", "helpers", "common", "misc", "shared", "base"})


@pytest.mark.parametrize("feature", features())
def test_a_feature_has_every_role(feature: str) -> None:
    """Whoever knows one feature finds his way in all."""
    assert parts(feature).keys() >= ROLES


@pytest.mark.parametrize("feature", features())
def test_a_feature_can_be_packaged(feature: str) -> None:
    """Composition root, requirements and the functions' settings stand where the packager looks."""
    folder = FUNCTIONS / feature
    assert (folder / "requirements.txt").is_file()
    settings = json.loads((folder / ".chalice" / "config.json").read_text(encoding="utf-8"))
    assert settings["app_name"] == feature
    assert settings["lambda_functions"].keys() >= {"api_handler", "publish", "consume"}


@pytest.mark.parametrize("feature", features())
def test_features_share_the_namespace(feature: str) -> None:
    """A `chalicelib` with an `__init__` would hide the other features' from one process."""
    assert not (FUNCTIONS / feature / "chalicelib" / "__init__.py").exists()


@pytest.mark.parametrize("feature", features())
def test_modules_are_named_by_what_they_hold(feature: str) -> None:
    """A module whose name says nothing collects what belongs elsewhere."""
    modules = [module for found in parts(feature).values() for module in found]
    nameless = {str(m) for m in modules if NAMES_OF_NOTHING & set(m.name.split("."))}
    assert not nameless

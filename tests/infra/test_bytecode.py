"""What is deployed starts without being compiled."""

import zipfile

import pytest
from infra.constructs.bytecode import bytecode
from tests.infra.cloud import Cloud
from tests.support.apps import FEATURES


def test_it_is_the_same_wherever_it_is_made() -> None:
    """No time and no folder of the machine is in it, so that the zip's hash changes with its contents alone."""
    first, second = (bytecode("a/b.py", b"x = 1\n", "/var/task") for _ in range(2))
    assert first == second
    assert first[0].startswith("a/__pycache__/b.")
    assert b"/var/task/a/b.py" in first[1]


@pytest.mark.parametrize("feature", FEATURES)
def test_every_module_of_a_zip_has_its_own(local: Cloud, feature: str) -> None:
    """Lambda's folders cannot be written: whatever has none is compiled at each cold start."""
    key = local.function(feature, "api_handler").properties["CodeUri"]["Key"]
    names = zipfile.ZipFile(local.folder / f"asset.{key}").namelist()
    modules = {name for name in names if name.endswith(".py")}
    assert "app.py" in modules
    assert len([name for name in names if name.endswith(".pyc")]) == len(modules)

"""Each feature's `app.py` loaded under a name of its own, so that all of them live in one process."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

FUNCTIONS = Path(__file__).parents[2] / "functions"
FEATURES = tuple(sorted(path.parent.name for path in FUNCTIONS.glob("*/app.py")))


def load_app(feature: str) -> ModuleType:
    """The module of a feature's composition root, fresh: it remembers nothing of another test's tables."""
    name = f"portal_app_{feature}"
    spec = importlib.util.spec_from_file_location(name, FUNCTIONS / feature / "app.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def functions_of(feature: str) -> list[str]:
    """The names of a feature's Lambda functions."""
    settings = FUNCTIONS / feature / ".chalice" / "config.json"
    return list(json.loads(settings.read_text(encoding="utf-8"))["lambda_functions"])

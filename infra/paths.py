"""Where things stand in the tree. Everything that is made goes under `.local`."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FUNCTIONS = ROOT / "functions"
LAYERS = ROOT / "layers"
LOCAL = ROOT / ".local"
BUILD = LOCAL / "build"
OPENAPI = BUILD / "openapi.json"

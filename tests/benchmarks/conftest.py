"""The portal and the browser of the journeys, for those who measure."""

from tests.infra.conftest import assemblies, local
from tests.system.browser.conftest import browser, enter, scene, sessions
from tests.system.conftest import owner, portal, seller

__all__ = [
    "assemblies",
    "browser",
    "enter",
    "local",
    "owner",
    "portal",
    "scene",
    "seller",
    "sessions",
]

"""The portal and the browser of the journeys, for those who measure."""

from tests.system.browser.conftest import browser, enter, scene, sessions
from tests.system.conftest import owner, portal, seller

__all__ = ["browser", "enter", "owner", "portal", "scene", "seller", "sessions"]

"""The public API of communications."""

from portal.routes import Routes

_PARTS = (
    "bad_addresses",
    "communications",
    "folders",
    "health",
    "mailboxes",
    "planning",
    "replays",
    "rules",
    "signatures",
    "skipped",
    "templates",
)

routes = Routes("communications", (f"{__name__}.{part}" for part in _PARTS))

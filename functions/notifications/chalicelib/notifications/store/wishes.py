"""How a person wants to be told, as text and back."""

import json
from datetime import time

from chalicelib.notifications.model import Digest, DigestMode, Kind, Preferences, Quiet


def to_text(wishes: Preferences) -> str:
    """The text that is stored."""
    quiet = wishes.quiet
    return json.dumps(
        {
            "silent": sorted(wishes.silent),
            "mailed": sorted(wishes.mailed),
            "quiet": quiet
            and {
                "start": quiet.start.isoformat("minutes"),
                "end": quiet.end.isoformat("minutes"),
                "working_days": sorted(quiet.working_days),
            },
            "digest": {"mode": wishes.digest.mode, "at": wishes.digest.at.isoformat("minutes")},
            "urgent_mail": wishes.urgent_mail,
        }
    )


def from_text(text: str) -> Preferences:
    """The inverse of `to_text`."""
    data = json.loads(text)
    quiet, digest = data["quiet"], data["digest"]
    return Preferences(
        silent=frozenset(map(Kind, data["silent"])),
        mailed=frozenset(map(Kind, data["mailed"])),
        quiet=quiet
        and Quiet(
            time.fromisoformat(quiet["start"]),
            time.fromisoformat(quiet["end"]),
            frozenset(quiet["working_days"]),
        ),
        digest=Digest(DigestMode(digest["mode"]), time.fromisoformat(digest["at"])),
        urgent_mail=data["urgent_mail"],
    )

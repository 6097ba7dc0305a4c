"""How somebody looks at the portal: on what device, in which language, and as whom."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import StorageState

WIDE = (1440, 900)
PHONE = (390, 844)
LOCALES = {"ru": "ru-RU", "en": "en-GB"}


@dataclass(frozen=True)
class Session:
    """What a browser keeps of somebody who has signed in; of nobody it is empty."""

    cookies: tuple[Any, ...] = ()
    marks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Device:
    """How somebody looks at the portal."""

    language: str = "ru"
    size: tuple[int, int] = WIDE

    @property
    def is_phone(self) -> bool:
        """Whether it is held in a hand and touched."""
        return self.size[0] < 500

    def options(self) -> dict[str, Any]:
        """What a browser's context is told."""
        return {
            "locale": LOCALES[self.language],
            "timezone_id": "Europe/Moscow",
            "viewport": {"width": self.size[0], "height": self.size[1]},
            "is_mobile": self.is_phone,
            "has_touch": self.is_phone,
            "color_scheme": "light",
            "reduced_motion": "reduce",
        }


def kept(url: str, device: Device, session: Session) -> StorageState:
    """What a browser is given that somebody has used before."""
    # A language that was chosen on the device outranks that of the account.
    chosen = dict(session.marks) | {"portal.language": device.language}
    marks: list[Any] = [{"name": name, "value": value} for name, value in chosen.items()]
    return {
        "cookies": list(session.cookies),
        "origins": [{"origin": url, "localStorage": marks}],
    }

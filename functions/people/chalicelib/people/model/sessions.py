"""Sessions as their people see them: on which device, from where, since when."""

import ipaddress
from dataclasses import replace
from datetime import datetime, timedelta

from portal.values import dataclass

LIFETIME = timedelta(days=30)
"""As long as the user pool's refresh token lives."""

# The first that fits: an Edge names Chrome and Safari too, a Chrome names Safari.
_BROWSERS = {
    "YaBrowser/": "Yandex Browser",
    "Edg": "Edge",
    "OPR/": "Opera",
    "Firefox/": "Firefox",
    "FxiOS/": "Firefox",
    "CriOS/": "Chrome",
    "Chrome/": "Chrome",
    "Safari/": "Safari",
}
_SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Macintosh": "macOS",
    "CrOS": "ChromeOS",
    "Linux": "Linux",
}


@dataclass(frozen=True)
class Origin:
    """From where somebody signs in."""

    device: str
    address: str

    @classmethod
    def of(cls, user_agent: str, address: str) -> "Origin":
        """What a browser says of itself, in two words; anything else has no name."""
        names = (_first(user_agent, _BROWSERS), _first(user_agent, _SYSTEMS))
        return cls(", ".join(name for name in names if name), address)

    @property
    def nearby(self) -> bool:
        """Whether the address is of the company's own network, or of this very machine."""
        try:
            return ipaddress.ip_address(self.address).is_private
        except ValueError:
            return False


@dataclass(frozen=True)
class OpenSession:
    """One signing in, by the id that all its tokens carry; `by_provider` on the word of the company's own."""

    id: str
    person_id: str
    origin: Origin
    begun_at: datetime
    used_at: datetime
    ended_at: datetime | None = None
    by_provider: bool = False

    @property
    def kept_until(self) -> datetime:
        """When it may be forgotten: nothing can come of it any more."""
        return self.begun_at + LIFETIME + timedelta(days=1)

    def used(self, origin: Origin, now: datetime) -> "OpenSession":
        """The same session, seen again."""
        return replace(self, origin=origin, used_at=now)

    def ended(self, now: datetime) -> "OpenSession":
        """The same session, over."""
        return replace(self, ended_at=now)

    def goes_on(self, since: datetime | None, now: datetime) -> bool:
        """Whether it can still be used; `since` is when all the sessions of before were ended."""
        begun = self.begun_at > since if since else True
        return self.ended_at is None and begun and now < self.begun_at + LIFETIME


def _first(user_agent: str, names: dict[str, str]) -> str | None:
    return next((name for part, name in names.items() if part in user_agent), None)

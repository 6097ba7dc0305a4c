"""How a person wants to be told: one rule decides for each kind and channel."""

from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from chalicelib.notifications.model.inbox import Kind
from chalicelib.notifications.model.quiet import Quiet
from portal.values import dataclass

DEFAULT_ZONE = "Europe/Moscow"

ALWAYS_IN_PORTAL = frozenset({Kind.REMINDER, Kind.ANSWER_OVERDUE, Kind.UNDELIVERED})
"""What the portal tells whatever a person wishes: he asked for it himself, or a client waits for him."""

MAILED_BY_DEFAULT = frozenset({Kind.REMINDER})


class DigestMode(StrEnum):
    """Whether mails go one by one, or together."""

    OFF = "off"
    HOURLY = "hourly"
    DAILY = "daily"


@dataclass(frozen=True)
class Digest:
    """How often the mails that can wait go as one letter; `at` is the hour of a daily one."""

    mode: DigestMode = DigestMode.OFF
    at: time = time(9)

    def next(self, now: datetime, zone: ZoneInfo) -> datetime | None:
        """When the next one is due, if mails go together at all."""
        local = now.astimezone(zone)
        if self.mode is DigestMode.HOURLY:
            due = local.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        elif self.mode is DigestMode.DAILY:
            due = local.replace(hour=self.at.hour, minute=self.at.minute, second=0, microsecond=0)
            due = due if due > local else due + timedelta(days=1)
        else:
            return None
        return due.astimezone(now.tzinfo)


@dataclass(frozen=True)
class Preferences:
    """A person's wishes: what stays silent in the portal, what also goes by mail, and when.

    With `urgent_mail`, the letter about an answer that is overdue goes at once, in quiet hours too.
    """

    silent: frozenset[Kind] = frozenset()
    mailed: frozenset[Kind] = MAILED_BY_DEFAULT
    quiet: Quiet | None = None
    digest: Digest = Digest()
    urgent_mail: bool = False

    def in_portal(self, kind: Kind) -> bool:
        """Whether it is counted as unread, and not only kept."""
        return kind in ALWAYS_IN_PORTAL or kind not in self.silent

    def by_mail(self, kind: Kind) -> bool:
        """Whether it goes by mail as well."""
        return kind in self.mailed

    def held_until(self, kind: Kind, now: datetime, zone_name: str) -> datetime | None:
        """Until when its letter waits for a digest; nothing, if it goes at once.

        A reminder comes at the minute its owner chose. Quiet hours put a digest off to their end.
        """
        if kind is Kind.REMINDER or (self.urgent_mail and kind is Kind.ANSWER_OVERDUE):
            return None
        zone = ZoneInfo(zone_name)
        due = self.digest.next(now, zone)
        quiet_end = self.quiet.until(due or now, zone) if self.quiet else None
        return quiet_end or due


NO_WISHES = Preferences()

"""The state of the mailboxes on the wire."""

from typing import Self

from chalicelib.communications.model import Tally, Traffic
from chalicelib.communications.service import MailboxHealth
from portal.wire import Instant, Response


class TallyView(Response):
    """What became of the letters: objects stored, letters counted, and where these are."""

    stored: int
    counted: int
    linked: int
    unlinked: int
    aside: int
    failed: int
    skipped: int

    @classmethod
    def of(cls, tally: Tally) -> Self:
        """The domain's form as it is sent."""
        return cls(**{name: getattr(tally, name) for name in cls.model_fields})


class TrafficView(Response):
    """In working hours: how often letters come, when silence alarms, and how long it lasts."""

    usual_hours: float | None
    alarm_after_hours: float | None
    silent_hours: float | None
    silent: bool

    @classmethod
    def of(cls, traffic: Traffic) -> Self:
        """The domain's form as it is sent."""
        return cls(
            usual_hours=traffic.usual_hours,
            alarm_after_hours=traffic.alarm_after_hours,
            silent_hours=traffic.silent_hours,
            silent=traffic.is_silent,
        )


class HealthView(Response):
    """How a mailbox fares, counted over its latest letters, `since` the oldest of them; null for no mailbox."""

    mailbox_id: str | None
    address: str | None
    name: str | None
    last_at: Instant | None
    since: Instant | None
    tally: TallyView
    traffic: TrafficView

    @classmethod
    def of(cls, health: MailboxHealth) -> Self:
        """The domain's form as it is sent."""
        box = health.mailbox
        return cls(
            mailbox_id=box.id if box else None,
            address=box.address if box else None,
            name=box.name if box else None,
            last_at=health.last_at,
            since=health.since,
            tally=TallyView.of(health.tally),
            traffic=TrafficView.of(health.traffic),
        )


class HealthList(Response):
    """All mailboxes; there is never a second page."""

    items: list[HealthView]
    next: None = None

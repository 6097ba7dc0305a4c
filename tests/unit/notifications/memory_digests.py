"""The log of deliveries and what is held for digests, in memory."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from chalicelib.notifications.model import Delivery, DeliveryState, DueDigest, Notification
from portal.errors import ConflictError


class MemoryDigests:
    """A part of a table of notifications."""

    def __init__(self) -> None:
        self.deliveries: dict[tuple[str, str], Delivery] = {}
        self.held_: dict[str, dict[str, tuple[Notification, datetime]]] = {}
        self.digests: dict[str, DueDigest] = {}

    def claim(self, delivery: Delivery, abandoned_before: datetime) -> bool:
        key = (delivery.notification_id, delivery.channel)
        there = self.deliveries.get(key)
        if there and (there.state is not DeliveryState.SENDING or there.at >= abandoned_before):
            return False
        self.deliveries[key] = delivery
        return True

    def delivery(self, notification_id: str, channel: str) -> Delivery | None:
        return self.deliveries.get((notification_id, channel))

    def finish(self, delivery: Delivery) -> None:
        self.deliveries[delivery.notification_id, delivery.channel] = delivery

    def log_of(self, notification_id: str) -> list[Delivery]:
        return [one for (told, _), one in self.deliveries.items() if told == notification_id]

    def hold(
        self, delivery: Delivery, notification: Notification, abandoned_before: datetime
    ) -> bool:
        if not self.claim(delivery, abandoned_before):
            return False
        person_id, until = notification.person_id, delivery.until or delivery.at
        self.held_.setdefault(person_id, {})[notification.id] = (notification, until)
        due = self.digests.get(person_id, DueDigest(person_id, until, 0))
        self.digests[person_id] = replace(due, count=due.count + 1)
        return True

    def due_digests(self, until: datetime, limit: int) -> list[DueDigest]:
        return [one for one in self.digests.values() if one.at <= until][:limit]

    def held(self, due: DueDigest, limit: int) -> list[Notification]:
        held = self.held_.get(due.person_id, {})
        ids = sorted(set(due.ids) & set(held) if due.ids else held)[:limit]
        return [held[one][0] for one in ids]

    def begin(self, due: DueDigest, abandoned_before: datetime) -> DueDigest:
        there = self.digests.get(due.person_id)
        if (
            there is None
            or there.outcome
            or (there.begun_at and there.begun_at >= abandoned_before)
        ):
            raise ConflictError
        self.digests[due.person_id] = replace(there, ids=due.ids, begun_at=due.begun_at)
        return due

    def end(self, due: DueDigest) -> None:
        self.digests[due.person_id] = replace(due, count=self.digests[due.person_id].count)

    def clear(self, person_id: str, told: Sequence[Notification], outcome: Delivery) -> None:
        for one in told:
            self.held_[person_id].pop(one.id, None)
            self.finish(replace(outcome, notification_id=one.id))

    def close(self, due: DueDigest) -> None:
        there = self.digests[due.person_id]
        if there.count != due.count:
            return
        if left := self.held_.get(due.person_id):
            first = left[min(left)][1]
            self.digests[due.person_id] = DueDigest(due.person_id, first, due.count)
        else:
            del self.digests[due.person_id]

"""Holding a notification for its person's digest."""

from pynamodb.expressions.update import Action

from chalicelib.notifications.model import Delivery, Notification
from chalicelib.notifications.store.items import DigestItem, HeldItem
from portal.clock import to_wire
from portal.dynamo import Writes

DUE = "digests"
"""The part of the index of what is due that digests have for themselves."""


def holding(delivery: Delivery, notification: Notification) -> Writes:
    """The writes that hold a notification, for the transaction that logs it."""
    person_id = notification.person_id
    until = to_wire(delivery.until or delivery.at)
    held = HeldItem(
        f"held#{person_id}",
        notification.id,
        person_id=person_id,
        kind=str(notification.kind),
        text=notification.text,
        about=[str(card) for card in notification.about],
        at=to_wire(notification.at),
        event_id=notification.event_id,
        until=until,
    )
    actions: list[Action] = [
        DigestItem.due_shard.set(DigestItem.due_shard | DUE),
        DigestItem.due_at.set(DigestItem.due_at | f"{until}#{person_id}"),
        DigestItem.held_count.add(1),
    ]
    return Writes().put(held).update(DigestItem(f"digest#{person_id}", "record"), actions)

"""The log of deliveries."""

from datetime import datetime

from chalicelib.notifications.model import Delivery, DeliveryState, Notification
from chalicelib.notifications.store.holding import holding
from chalicelib.notifications.store.items import DeliveryItem
from portal.clock import from_wire, to_wire
from portal.dynamo import Writes, read
from portal.errors import ConflictError

# As many channels as there will ever be.
_CHANNELS = 10


class _TakenError(ConflictError):
    """Somebody has this delivery."""


class DeliveryLog:
    """Maps deliveries to items and back."""

    def claim(self, delivery: Delivery, abandoned_before: datetime) -> bool:
        """Notes that a delivery begins, if there was none or an abandoned one."""
        return _done(_beginning(delivery, abandoned_before))

    def hold(
        self, delivery: Delivery, notification: Notification, abandoned_before: datetime
    ) -> bool:
        """Notes that it is held, and keeps it for the digest, in one transaction."""
        writes = _beginning(delivery, abandoned_before)
        return _done(writes.extend(holding(delivery, notification)))

    def log_of(self, notification_id: str) -> list[Delivery]:
        """All the entries of a notification."""
        found = DeliveryItem.query(f"delivery#{notification_id}", limit=_CHANNELS)
        return [_to_delivery(item) for item in found]

    def delivery(self, notification_id: str, channel: str) -> Delivery | None:
        """The entry of a notification on a channel."""
        item = read(DeliveryItem, f"delivery#{notification_id}", channel, consistent=True)
        return _to_delivery(item) if item else None

    def finish(self, delivery: Delivery) -> None:
        """Notes what became of it."""
        Writes().put(to_item(delivery)).commit()


def _beginning(delivery: Delivery, abandoned_before: datetime) -> Writes:
    abandoned = (DeliveryItem.state == DeliveryState.SENDING.value) & (
        DeliveryItem.at < to_wire(abandoned_before)
    )
    free = DeliveryItem.pk.does_not_exist() | abandoned
    return Writes().put(to_item(delivery), must=free, otherwise=_TakenError("It is taken."))


def _done(writes: Writes) -> bool:
    try:
        writes.commit()
    except _TakenError:
        return False
    return True


def to_item(delivery: Delivery) -> DeliveryItem:
    """The entry as it is stored."""
    item = DeliveryItem(
        f"delivery#{delivery.notification_id}",
        delivery.channel,
        state=str(delivery.state),
        at=to_wire(delivery.at),
    )
    for name in ("provider_id", "reason"):
        if value := getattr(delivery, name):
            setattr(item, name, value)
    if delivery.until:
        item.until = to_wire(delivery.until)
    if delivery.digest:
        item.digest = True
    return item


def _to_delivery(item: DeliveryItem) -> Delivery:
    return Delivery(
        item.pk.partition("#")[2],
        item.sk,
        DeliveryState(item.state),
        from_wire(item.at),
        item.provider_id,
        item.reason,
        from_wire(item.until) if item.until else None,
        bool(item.digest),
    )

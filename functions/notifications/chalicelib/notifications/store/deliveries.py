"""The log of deliveries."""

from datetime import datetime

from chalicelib.notifications.model import Delivery, DeliveryState
from chalicelib.notifications.store.items import DeliveryItem
from portal.clock import from_wire, to_wire
from portal.dynamo import Writes, read
from portal.errors import ConflictError


class DeliveryLog:
    """Maps deliveries to items and back."""

    def claim(self, delivery: Delivery, abandoned_before: datetime) -> bool:
        """Notes that a delivery begins, if there was none or an abandoned one."""
        abandoned = (DeliveryItem.state == DeliveryState.SENDING.value) & (
            DeliveryItem.at < to_wire(abandoned_before)
        )
        taken = ConflictError("Somebody has this delivery.")
        writes = Writes().put(
            _to_item(delivery), must=DeliveryItem.pk.does_not_exist() | abandoned, otherwise=taken
        )
        try:
            writes.commit()
        except ConflictError:
            return False
        return True

    def delivery(self, notification_id: str, channel: str) -> Delivery | None:
        """The entry of a notification on a channel."""
        item = read(DeliveryItem, f"delivery#{notification_id}", channel, consistent=True)
        return _to_delivery(item) if item else None

    def finish(self, delivery: Delivery) -> None:
        """Notes what became of it."""
        Writes().put(_to_item(delivery)).commit()


def _to_item(delivery: Delivery) -> DeliveryItem:
    item = DeliveryItem(
        f"delivery#{delivery.notification_id}",
        delivery.channel,
        state=str(delivery.state),
        at=to_wire(delivery.at),
    )
    for name in ("provider_id", "reason"):
        if value := getattr(delivery, name):
            setattr(item, name, value)
    return item


def _to_delivery(item: DeliveryItem) -> Delivery:
    return Delivery(
        item.pk.partition("#")[2],
        item.sk,
        DeliveryState(item.state),
        from_wire(item.at),
        item.provider_id,
        item.reason,
    )

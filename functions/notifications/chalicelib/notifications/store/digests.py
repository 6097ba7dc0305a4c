"""What is held for digests, and the digests that are due."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from pynamodb.expressions.update import Action

from chalicelib.notifications.model import Delivery, DeliveryState, DueDigest, Kind, Notification
from chalicelib.notifications.store.deliveries import to_item as to_delivery_item
from chalicelib.notifications.store.holding import DUE
from chalicelib.notifications.store.items import DigestItem, HeldItem, to_cards
from portal.clock import from_wire, to_wire
from portal.dynamo import Writes, read_due, read_many
from portal.errors import ConflictError
from portal.paging import PageRequest

# A transaction has a hundred places; each notification takes two of them.
_TOGETHER = 45
_OF_ONE_LETTER = (
    DigestItem.ids,
    DigestItem.begun_at,
    DigestItem.outcome,
    DigestItem.provider_id,
    DigestItem.reason,
)


class DigestsTable:
    """Maps held notifications and due digests to items and back.

    A digest stands in the index of what is due from the write that holds the first notification until the one that
    finds nothing held: no scan is needed to find it, and none is forgotten.
    """

    def due_digests(self, until: datetime, limit: int) -> Sequence[DueDigest]:
        """Those that are for then or earlier."""
        page = read_due(DigestItem.due, DUE, PageRequest(limit), DigestItem.due_at, until)
        return [_to_due(item) for item in page.items]

    def held(self, due: DueDigest, limit: int) -> Sequence[Notification]:
        """What is in the digest, or is to be, in the order in which it was held."""
        if not due.ids:
            # What was sent a moment ago must not be read once more.
            items = HeldItem.query(_held(due), consistent_read=True, limit=limit)
            return [_to_notification(item) for item in items]
        found = read_many(HeldItem, [(_held(due), one) for one in due.ids], consistent=True)
        return [_to_notification(found[key]) for key in sorted(found)]

    def begin(self, due: DueDigest, abandoned_before: datetime) -> DueDigest:
        """Notes which letters go; those that somebody noted before and did not end go as he noted them."""
        abandoned = DigestItem.begun_at < to_wire(abandoned_before)
        must = DigestItem.due_at.exists() & DigestItem.outcome.does_not_exist()
        free = must & (DigestItem.begun_at.does_not_exist() | abandoned)
        actions: list[Action] = [
            DigestItem.ids.set(list(due.ids)),
            DigestItem.begun_at.set(to_wire(due.begun_at or due.at)),
        ]
        Writes().update(_key(due), actions, must=free, otherwise=_taken()).commit()
        return due

    def end(self, due: DueDigest) -> None:
        """Notes what became of the letter."""
        actions: list[Action] = [
            DigestItem.outcome.set(str(due.outcome)),
            DigestItem.provider_id.set(due.provider_id or ""),
            DigestItem.reason.set(due.reason or ""),
        ]
        Writes().update(_key(due), actions).commit()

    def clear(self, person_id: str, told: Sequence[Notification], outcome: Delivery) -> None:
        """Notes the outcome of each, and takes it off what is held."""
        for start in range(0, len(told), _TOGETHER):
            writes = Writes()
            for one in told[start : start + _TOGETHER]:
                writes.delete(HeldItem(f"held#{person_id}", one.id))
                writes.put(to_delivery_item(replace(outcome, notification_id=one.id)))
            writes.commit()

    def close(self, due: DueDigest) -> None:
        """Takes the digest out of what is due, or makes it the next one of what was held meanwhile."""
        following = self._first_held(due)
        same = DigestItem.held_count == due.count
        writes = Writes()
        if following is None:
            writes.delete(_key(due), must=same, otherwise=_taken())
        else:
            due_at = f"{following.until}#{due.person_id}"
            actions: list[Action] = [
                DigestItem.due_at.set(due_at),
                *(one.remove() for one in _OF_ONE_LETTER),
            ]
            writes.update(_key(due), actions, must=same, otherwise=_taken())
        # Where more is held at this moment, the next tick closes it.
        with suppress(ConflictError):
            writes.commit()

    def _first_held(self, due: DueDigest) -> HeldItem | None:
        return next(iter(HeldItem.query(_held(due), consistent_read=True, limit=1)), None)


def _taken() -> ConflictError:
    return ConflictError("Somebody has this digest.")


def _held(due: DueDigest) -> str:
    return f"held#{due.person_id}"


def _key(due: DueDigest) -> DigestItem:
    return DigestItem(f"digest#{due.person_id}", "record")


def _to_due(item: DigestItem) -> DueDigest:
    instant, _, person_id = item.due_at.partition("#")
    return DueDigest(
        person_id=person_id,
        at=from_wire(instant),
        count=int(item.held_count),
        ids=tuple(item.ids or ()),
        begun_at=from_wire(item.begun_at) if item.begun_at else None,
        outcome=DeliveryState(item.outcome) if item.outcome else None,
        provider_id=item.provider_id or None,
        reason=item.reason or None,
    )


def _to_notification(item: HeldItem) -> Notification:
    return Notification(
        id=item.sk,
        person_id=item.person_id,
        kind=Kind(item.kind),
        text=item.text,
        about=to_cards(item.about),
        at=from_wire(item.at),
        event_id=item.event_id,
        mail=True,
    )

"""Erasures: ``erasures`` / id, and under ``erasure#<id>`` the steps that were told and what was answered.

Nothing here says anything of the person: cards and communications are ids.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute, VersionAttribute

from chalicelib.crm.model.erasing import Asked, Erasure, Ground, Keeping, Share
from chalicelib.crm.store.table import TABLE
from portal.cards import CardRef
from portal.clock import from_wire, to_wire
from portal.dynamo import Writes, read, read_page
from portal.errors import ConflictError, StaleVersionError
from portal.events import Event
from portal.paging import Page, PageRequest
from portal.principals import Actor

_ALL = "erasures"
_STEP, _ANSWER = "step#", "answer#"


class ErasureItem(TABLE):
    """How far an erasure has come."""

    values = JSONAttribute()
    version = VersionAttribute()


class ErasedCardItem(TABLE):
    """``erasure-of#<card>`` / ``erasure``: a card is erased once."""

    erasure_id = UnicodeAttribute()


class StepItem(TABLE):
    """``erasure#<id>`` / ``step#<n>``: what was told."""

    told = UnicodeAttribute()


class AnswerItem(TABLE):
    """``erasure#<id>`` / ``answer#<feature>#<n>``: who has done it."""

    erased = NumberAttribute()


class ErasureStore:
    """The erasures in the table."""

    def begin(self, erasure: Erasure, event: Event) -> None:
        """Stores a new one, with its first step."""
        busy = ConflictError("The data of this card are being erased already.")
        once = ErasedCardItem(f"erasure-of#{erasure.card}", "erasure", erasure_id=erasure.id)
        writes = Writes().put(_to_item(erasure)).put(_step(erasure, event))
        writes.put(once, ErasedCardItem.pk.does_not_exist(), busy).commit()

    def move(self, erasure: Erasure, event: Event) -> None:
        """Stores the next step."""
        writes = Writes().put(_to_item(erasure), otherwise=StaleVersionError())
        writes.put(_step(erasure, event)).commit()

    def finish(self, erasure: Erasure) -> None:
        """Stores that it is done."""
        Writes().put(_to_item(erasure), otherwise=StaleVersionError()).commit()

    def erasure(self, erasure_id: str) -> Erasure | None:
        """One, with all answers."""
        item = read(ErasureItem, _ALL, erasure_id, consistent=True)
        return replace(_to_erasure(item), shares=_shares(erasure_id)) if item else None

    def erasures(self, request: PageRequest) -> Page[Erasure]:
        """All, the latest first."""
        return read_page(ErasureItem, _ALL, request).map(_to_erasure)

    def note(self, erasure_id: str, feature: str, step: int, erased: int) -> None:
        """Stores an answer. A step done twice has found nothing the second time, so the first answer stands."""
        item = AnswerItem(_pk(erasure_id), f"{_ANSWER}{feature}#{step:06}", erased=erased)
        known = _AnsweredError("This step was answered.")
        try:
            Writes().put(item, AnswerItem.pk.does_not_exist(), known).commit()
        except _AnsweredError:
            return

    def tell_again(self, erasure_id: str, step: int, event_id: str) -> None:
        """Announces a step once more."""
        item = read(StepItem, _pk(erasure_id), f"{_STEP}{step:06}", consistent=True)
        if item:
            event = Event.from_dict(json.loads(item.told))
            Writes().put(item.announce(replace(event, id=event_id))).commit()


class _AnsweredError(ConflictError):
    """The answer is there."""


def _step(erasure: Erasure, event: Event) -> StepItem:
    item = StepItem(_pk(erasure.id), f"{_STEP}{erasure.step:06}", told=event.to_json())
    item.announce(event)
    return item


def _shares(erasure_id: str) -> dict[str, Share]:
    shares: dict[str, Share] = {}
    for item in AnswerItem.query(
        _pk(erasure_id), AnswerItem.sk.startswith(_ANSWER), consistent_read=True
    ):
        _, feature, step = item.sk.split("#")
        share = shares.get(feature, Share())
        shares[feature] = Share(share.steps | {int(step)}, share.erased + int(item.erased))
    return shares


def _to_item(erasure: Erasure) -> ErasureItem:
    asked = erasure.asked
    values: dict[str, Any] = {
        "at": to_wire(erasure.at),
        "actor": asdict(erasure.actor),
        "ground": str(asked.ground),
        "requested_on": asked.requested_on and asked.requested_on.isoformat(),
        "keep": sorted(asked.keep),
        "cards": _texts(erasure.cards),
        "reader_ids": list(erasure.reader_ids),
        "step": erasure.step,
        "place": erasure.place,
        "cursor": erasure.cursor,
        "walked": erasure.walked,
        "erased": erasure.erased,
        "kept": dict(erasure.kept),
        "moved_at": erasure.moved_at and to_wire(erasure.moved_at),
        "done_at": erasure.done_at and to_wire(erasure.done_at),
    }
    item = ErasureItem(_ALL, erasure.id, values=values)
    if erasure.version is not None:
        item.version = erasure.version
    return item


def _to_erasure(item: ErasureItem) -> Erasure:
    values = item.values
    day = values["requested_on"]
    return Erasure(
        id=item.sk,
        at=from_wire(values["at"]),
        actor=Actor(**values["actor"]),
        asked=Asked(
            Ground(values["ground"]),
            date.fromisoformat(day) if day else None,
            frozenset(map(Keeping, values["keep"])),
        ),
        cards=tuple(CardRef.parse(text) for text in values["cards"]),
        reader_ids=tuple(values["reader_ids"]),
        step=values["step"],
        place=values["place"],
        cursor=values["cursor"],
        walked=values["walked"],
        erased=values["erased"],
        kept=values["kept"],
        moved_at=from_wire(values["moved_at"]) if values["moved_at"] else None,
        done_at=from_wire(values["done_at"]) if values["done_at"] else None,
        version=item.version,
    )


def _texts(refs: Iterable[CardRef]) -> list[str]:
    return [str(ref) for ref in refs]


def _pk(erasure_id: str) -> str:
    return f"erasure#{erasure_id}"

"""Erasures over HTTP."""

from datetime import date, datetime
from enum import StrEnum
from typing import Self

from chalicelib.crm.model.erasing import NEIGHBOURS, Asked, Erasure, Ground, Keeping
from chalicelib.crm.schemas.timeline import ActorView
from portal.wire import CardView, Instant, Line, Request, Response

_OWN = "crm"


class NewErasure(Request):
    """What to erase a person's data for. `name` is typed as it stands on the card; `keep` is what the law keeps."""

    name: Line
    ground: Ground
    requested_on: date | None = None
    keep: frozenset[Keeping] = frozenset()

    def to_asked(self) -> Asked:
        """The domain's form."""
        return Asked(self.ground, self.requested_on, self.keep)


class ShareState(StrEnum):
    """How far a feature has come; one that is late has not answered for a quarter of an hour."""

    DONE = "done"
    WAITING = "waiting"
    LATE = "late"


class ShareView(Response):
    """One feature's part of an erasure."""

    feature: str
    state: ShareState
    erased: int


class KeptView(Response):
    """How much is kept, and for which reason; ``files`` are those of a dispute."""

    reason: str
    count: int


class ErasureView(Response):
    """An erasure, without anything of the person."""

    id: str
    card: CardView
    at: Instant
    actor: ActorView
    ground: Ground
    requested_on: date | None
    keep: list[Keeping]
    kept: list[KeptView]
    done_at: Instant | None

    @classmethod
    def of(cls, erasure: Erasure) -> Self:
        """The domain's form as it is sent."""
        return cls(**_common(erasure))


class FullErasureView(ErasureView):
    """An erasure with what each feature has done of it."""

    shares: list[ShareView]

    @classmethod
    def whole(cls, erasure: Erasure, now: datetime) -> Self:
        """The domain's form as it is sent."""
        late = erasure.is_late(now)
        own = ShareView(
            feature=_OWN, state=_state(done=erasure.walked, late=late), erased=erasure.erased
        )
        others = [
            ShareView(
                feature=feature,
                state=_state(done=erasure.has_done(feature), late=late),
                erased=erasure.share(feature).erased,
            )
            for feature in NEIGHBOURS
        ]
        return cls(**_common(erasure), shares=[own, *others])


def _common(erasure: Erasure) -> dict[str, object]:
    asked = erasure.asked
    return {
        "id": erasure.id,
        "card": CardView.model_validate(erasure.card),
        "at": erasure.at,
        "actor": ActorView.model_validate(erasure.actor),
        "ground": asked.ground,
        "requested_on": asked.requested_on,
        "keep": sorted(asked.keep),
        "kept": [KeptView(reason=k, count=n) for k, n in sorted(erasure.kept.items()) if n],
        "done_at": erasure.done_at,
    }


def _state(*, done: bool, late: bool) -> ShareState:
    if done:
        return ShareState.DONE
    return ShareState.LATE if late else ShareState.WAITING

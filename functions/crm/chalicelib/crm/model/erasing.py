"""The erasure of what is kept of a person: on what ground, what the law keeps of it, and how far it has come."""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from chalicelib.crm.model.cards import OWN, Record
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.model.pipelines import StageKind
from portal.cards import CardKind, CardRef
from portal.principals import Actor
from portal.values import dataclass

R = TypeVar("R", bound=Record)

ERASED_NAME = "Данные стёрты"
"""What an erased card is called, wherever a name has to stand."""

NEIGHBOURS = ("communications", "documents", "notifications", "people")
"""The other features that keep something of people, each of which answers every step."""

_PATIENCE = timedelta(minutes=15)


class Ground(StrEnum):
    """Why somebody's data are erased."""

    REQUEST = "request"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    PURPOSE_ACHIEVED = "purpose_achieved"
    AUTHORITY = "authority"


class Keeping(StrEnum):
    """What is kept against the erasure: letters of won deals, of open ones, or all letters and files."""

    ACCOUNTING = "accounting"
    CONTRACT = "contract"
    DISPUTE = "dispute"


@dataclass(frozen=True)
class Asked:
    """What an owner decided."""

    ground: Ground
    requested_on: date | None = None
    keep: frozenset[Keeping] = frozenset()


@dataclass(frozen=True)
class Share:
    """What one feature has answered: the steps it has done, and how many things it has erased."""

    steps: frozenset[int] = frozenset()
    erased: int = 0


@dataclass(frozen=True)
class Erasure:
    """One erasure. It goes over the timelines of `cards`, a page a step, of which the others are told.

    `kept` counts by reason what stays, `erased` what crm has erased itself.
    """

    id: str
    at: datetime
    actor: Actor
    asked: Asked
    cards: tuple[CardRef, ...]
    reader_ids: tuple[str, ...] = ()
    step: int = 0
    place: int = 0
    cursor: str | None = None
    walked: bool = False
    erased: int = 0
    kept: Mapping[str, int] = field(default_factory=dict)
    moved_at: datetime | None = None
    done_at: datetime | None = None
    shares: Mapping[str, Share] = field(default_factory=dict)
    version: int | None = None

    @property
    def card(self) -> CardRef:
        """The card that was asked for."""
        return self.cards[0]

    @property
    def here(self) -> CardRef:
        """The card whose timeline is next."""
        return self.cards[self.place]

    @property
    def unanswered(self) -> frozenset[int]:
        """The steps that some feature has not answered."""
        done = (self.share(feature).steps for feature in NEIGHBOURS)
        return frozenset(range(self.step + 1)) - frozenset.intersection(*done)

    @property
    def complete(self) -> bool:
        """Whether everybody has answered everything, and nothing is left to be told."""
        return self.walked and not self.unanswered

    def share(self, feature: str) -> Share:
        """What a feature has answered."""
        return self.shares.get(feature, Share())

    def has_done(self, feature: str) -> bool:
        """Whether a feature has nothing of him any more, but what is kept."""
        return self.walked and len(self.share(feature).steps) > self.step

    def is_late(self, now: datetime) -> bool:
        """Whether somebody who is waited for should have answered by now."""
        return not self.complete and now - (self.moved_at or self.at) > _PATIENCE

    def keeping(self, deals: Iterable[StageKind]) -> Keeping | None:
        """Why what stands on such deals is kept, or None."""
        kinds = frozenset(deals)
        if Keeping.DISPUTE in self.asked.keep:
            return Keeping.DISPUTE
        if Keeping.ACCOUNTING in self.asked.keep and StageKind.WON in kinds:
            return Keeping.ACCOUNTING
        return Keeping.CONTRACT if self._is_of_contract(kinds) else None

    def after(self, done: "Done", following: str | None, now: datetime) -> "Erasure":
        """The erasure one step on."""
        cards = tuple(dict.fromkeys((*self.cards, *done.cards)))
        place = self.place if following else self.place + 1
        return replace(
            self,
            cards=cards,
            step=self.step + 1,
            place=min(place, len(cards) - 1),
            cursor=following,
            walked=place == len(cards),
            erased=self.erased + done.erased,
            kept={k: self.kept.get(k, 0) + done.kept.get(k, 0) for k in {*self.kept, *done.kept}},
            moved_at=now,
        )

    def _is_of_contract(self, kinds: frozenset[StageKind]) -> bool:
        return Keeping.CONTRACT in self.asked.keep and StageKind.OPEN in kinds


@dataclass(frozen=True)
class Done:
    """What a step did: how much it erased and kept, the cards it found, the communications to be erased."""

    erased: int = 0
    kept: Mapping[str, int] = field(default_factory=dict)
    cards: tuple[CardRef, ...] = ()
    communication_ids: tuple[str, ...] = ()


_PERSONAL: Mapping[CardKind, frozenset[str]] = {
    CardKind.CONTACT: frozenset(
        {"name", "emails", "phones", "handles", "job_title", "company_id", "description"}
    ),
    CardKind.LEAD: frozenset({"title", "name", "emails", "phones", "description"}),
}


def personal_names(kind: CardKind, own_ids: Iterable[str]) -> frozenset[str]:
    """The fields of a card that are of its person, as the journal names them."""
    return _PERSONAL[kind] | {f"{OWN}{field_id}" for field_id in own_ids}


def blanked(record: R, own_ids: frozenset[str], at: datetime) -> R:
    """The card with nothing of its person; whose it is and where it stands stay."""
    own = {key: value for key, value in record.own.items() if key not in own_ids}
    common: dict[str, Any] = {
        "own": own,
        "erased_at": at,
        "updated_at": at,
        "emails": (),
        "phones": (),
        "description": None,
    }
    if isinstance(record, Contact):
        common |= {"name": ERASED_NAME, "handles": (), "job_title": None, "company_id": None}
    elif isinstance(record, Lead):
        common |= {"title": ERASED_NAME, "name": None}
    return replace(record, **common)

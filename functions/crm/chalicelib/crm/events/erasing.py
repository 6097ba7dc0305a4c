"""What the erasure of a person's data announces."""

from datetime import datetime

from chalicelib.crm.model.erasing import Done, Erasure, Keeping
from portal.cards import CardKind, CardRef
from portal.events import Event
from portal.principals import OWNER_GRANT
from portal.values import dataclass


@dataclass(frozen=True)
class PersonalDataErased:
    """What is kept of a person is to be erased everywhere; told a step at a time, which each feature answers.

    It carries ids alone.
    """

    type = "crm.personal_data_erased"
    version = 1

    erasure: Erasure
    done: Done

    def to_event(self, event_id: str, occurred_at: datetime) -> Event:
        """The event as it travels."""
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            actor=self.erasure.actor,
            about=(self.erasure.card,),
            audience=frozenset({OWNER_GRANT}),
            data={
                "erasure_id": self.erasure.id,
                "step": self.erasure.step,
                "cards": [_ref(ref) for ref in self.done.cards],
                "contact_ids": [r.id for r in self.done.cards if r.kind is CardKind.CONTACT],
                "communication_ids": list(self.done.communication_ids),
                "reader_ids": list(self.erasure.reader_ids),
                "keep_files": Keeping.DISPUTE in self.erasure.asked.keep,
            },
        )


def _ref(ref: CardRef) -> dict[str, str]:
    return {"kind": str(ref.kind), "id": ref.id}

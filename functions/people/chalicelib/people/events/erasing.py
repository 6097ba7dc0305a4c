"""What people answers to an erasure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from portal.events import Event
from portal.principals import OWNER_GRANT


@dataclass(frozen=True)
class PersonalDataErased:
    """A step of an erasure is done here: how many things that told of the person are gone, and which accounts.

    `told` is what crm had said, for those who go on with the accounts.
    """

    type = "people.personal_data_erased"
    version = 1

    erasure_id: str
    step: int
    erased: int
    account_ids: tuple[str, ...]
    told: Mapping[str, Any]

    def to_event(self, event_id: str, occurred_at: datetime) -> Event:
        """The event as it travels."""
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            audience=frozenset({OWNER_GRANT}),
            data={
                "erasure_id": self.erasure_id,
                "step": self.step,
                "erased": self.erased,
                "account_ids": list(self.account_ids),
                "cards": self.told["cards"],
                "reader_ids": self.told["reader_ids"],
            },
        )

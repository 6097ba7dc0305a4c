"""What people answers to an erasure."""

from collections.abc import Mapping
from typing import Any

from portal.erasure import StepErased
from portal.values import dataclass


@dataclass(frozen=True)
class PersonalDataErased(StepErased):
    """A step of an erasure is done here: how many things that told of the person are gone, and which accounts.

    `told` is what crm had said, for those who go on with the accounts.
    """

    type = "people.personal_data_erased"

    account_ids: tuple[str, ...]
    told: Mapping[str, Any]

    def data(self) -> dict[str, Any]:
        """What the event tells."""
        return {
            **super().data(),
            "account_ids": list(self.account_ids),
            "cards": self.told["cards"],
            "reader_ids": self.told["reader_ids"],
        }

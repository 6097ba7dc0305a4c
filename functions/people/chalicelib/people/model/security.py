"""What touched the way in which a person signs in: kept for him and for the owners, and told him by letter."""

from datetime import datetime, timedelta
from enum import StrEnum

from portal.principals import Actor
from portal.values import dataclass

KEPT = timedelta(days=365)
"""How long the notes on a person are kept."""


class SecurityKind(StrEnum):
    """What happened."""

    NEW_DEVICE = "new_device"
    FACTOR_ON = "factor_on"
    FACTOR_OFF = "factor_off"
    FACTOR_RESET = "factor_reset"
    RECOVERY_USED = "recovery_used"
    CODES_RENEWED = "codes_renewed"
    SESSIONS_ENDED = "sessions_ended"
    PROVIDER_LINKED = "provider_linked"
    PROVIDER_UNLINKED = "provider_unlinked"


@dataclass(frozen=True)
class SecurityNote:
    """One such thing; `detail` is the device, how many codes are left, or the address at the provider."""

    id: str
    person_id: str
    kind: SecurityKind
    at: datetime
    actor: Actor
    detail: str = ""

"""The rounds of service contracts."""

from chalicelib.crm.service.rounds.opening import Opening
from chalicelib.crm.service.rounds.rounds import Act, Rounds

__all__ = ["Act", "Opening", "Rounds"]

"""What cards wait for."""

from chalicelib.crm.service.pulse.hours import Hours
from chalicelib.crm.service.pulse.pulses import Pulses
from chalicelib.crm.service.pulse.ticking import Ticking

__all__ = ["Hours", "Pulses", "Ticking"]

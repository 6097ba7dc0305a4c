"""What people announces."""

from chalicelib.people.events.absences import AbsenceChanged
from chalicelib.people.events.erasing import PersonalDataErased
from chalicelib.people.events.handing import WorkHandedOver
from chalicelib.people.events.people import PasswordLinkRequested, PersonChanged
from chalicelib.people.events.security import SecurityNoted, SessionEnded

__all__ = [
    "AbsenceChanged",
    "PasswordLinkRequested",
    "PersonChanged",
    "PersonalDataErased",
    "SecurityNoted",
    "SessionEnded",
    "WorkHandedOver",
]

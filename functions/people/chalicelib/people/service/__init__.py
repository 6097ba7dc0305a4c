"""The use cases of people."""

from chalicelib.people.service.absences import Absences
from chalicelib.people.service.admission import Admission
from chalicelib.people.service.alerts import Alerts
from chalicelib.people.service.by_provider import Answer, Begun, ByProvider
from chalicelib.people.service.claims import Claims
from chalicelib.people.service.departments import Departments
from chalicelib.people.service.directory import Directory
from chalicelib.people.service.ending import Ending
from chalicelib.people.service.erasing import Erasing
from chalicelib.people.service.factors import Factors
from chalicelib.people.service.importing import Importing, Outcome, Result, Wanted
from chalicelib.people.service.leaving import Leaving
from chalicelib.people.service.letters import Letters
from chalicelib.people.service.limits import Limits
from chalicelib.people.service.noting import Noting
from chalicelib.people.service.passwords import Passwords
from chalicelib.people.service.people import People, Reactions
from chalicelib.people.service.proofs import Proof, Proofs
from chalicelib.people.service.sessions import Sessions

__all__ = [
    "Absences",
    "Admission",
    "Alerts",
    "Answer",
    "Begun",
    "ByProvider",
    "Claims",
    "Departments",
    "Directory",
    "Ending",
    "Erasing",
    "Factors",
    "Importing",
    "Leaving",
    "Letters",
    "Limits",
    "Noting",
    "Outcome",
    "Passwords",
    "People",
    "Proof",
    "Proofs",
    "Reactions",
    "Result",
    "Sessions",
    "Wanted",
]

"""The feature as two objects: what its routes call, and what its consumers call."""

from chalicelib.people.service.absences import Absences
from chalicelib.people.service.alerts import Alerts
from chalicelib.people.service.books import SecurityBook
from chalicelib.people.service.by_provider import ByProvider
from chalicelib.people.service.departments import Departments
from chalicelib.people.service.directory import Directory
from chalicelib.people.service.ending import Ending
from chalicelib.people.service.erasing import Erasing
from chalicelib.people.service.factors import Factors
from chalicelib.people.service.importing import Importing
from chalicelib.people.service.leaving import Leaving
from chalicelib.people.service.letters import Letters
from chalicelib.people.service.noting import Noting
from chalicelib.people.service.passwords import Passwords
from chalicelib.people.service.sessions import Sessions
from portal.values import dataclass


@dataclass(frozen=True)
class People:
    """What people do."""

    sessions: Sessions
    directory: Directory
    departments: Departments
    passwords: Passwords
    ending: Ending
    factors: Factors
    leaving: Leaving
    importing: Importing
    noting: Noting
    security: SecurityBook
    by_provider: ByProvider
    absences: Absences


@dataclass(frozen=True)
class Reactions:
    """What happens by itself."""

    directory: Directory
    letters: Letters
    alerts: Alerts
    erasing: Erasing
    absences: Absences

"""The feature as one object: what its routes and consumers call."""

from dataclasses import dataclass

from chalicelib.people.service.departments import Departments
from chalicelib.people.service.directory import Directory
from chalicelib.people.service.sessions import Sessions


@dataclass(frozen=True)
class People:
    """Everything people can do."""

    sessions: Sessions
    directory: Directory
    departments: Departments

"""The use cases of people."""

from chalicelib.people.service.claims import Claims
from chalicelib.people.service.departments import Departments
from chalicelib.people.service.directory import Directory
from chalicelib.people.service.letters import Letters
from chalicelib.people.service.limits import Limits
from chalicelib.people.service.passwords import Passwords
from chalicelib.people.service.people import People, Reactions
from chalicelib.people.service.sessions import Sessions

__all__ = [
    "Claims",
    "Departments",
    "Directory",
    "Letters",
    "Limits",
    "Passwords",
    "People",
    "Reactions",
    "Sessions",
]

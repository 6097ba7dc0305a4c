"""The use cases of people."""

from chalicelib.people.service.claims import Claims
from chalicelib.people.service.departments import Departments
from chalicelib.people.service.directory import Directory
from chalicelib.people.service.people import People
from chalicelib.people.service.sessions import Sessions

__all__ = ["Claims", "Departments", "Directory", "People", "Sessions"]

"""The rights of colleagues, asked through people's public API."""

from collections.abc import Iterator, Mapping
from typing import Any

from chalicelib.crm.model.importing.jobs import Colleague
from portal.neighbours import Neighbour
from portal.paging import MAX_LIMIT
from portal.principals import Principal, Role
from portal.values import dataclass


@dataclass(frozen=True)
class NeighbourColleagues:
    """Employees as the caller may see them."""

    people: Neighbour

    def principal(self, authorization: str, employee_id: str) -> Principal | None:
        """An employee who can sign in, or None."""
        found = self.people.get(f"/people/employees/{employee_id}", authorization)
        return _to_principal(found) if found and found["active"] else None

    def staff(self, authorization: str) -> Iterator[Principal]:
        """All employees who can sign in, a page at a time."""
        return map(_to_principal, self._directory(authorization))

    def everybody(self, authorization: str) -> list[Colleague]:
        """The same with the addresses by which they sign in."""
        found = self._directory(authorization)
        return [Colleague(_to_principal(each), each["email"]) for each in found]

    def names(self, authorization: str) -> dict[str, str]:
        """The names of all employees by their ids, of those who left too."""
        return {each["id"]: each["name"] for each in self._everybody(authorization)}

    def departments(self, authorization: str) -> dict[str, str]:
        """The names of the departments by their ids."""
        found = self.people.get("/people/departments", authorization)
        return {each["id"]: each["name"] for each in found["items"]} if found else {}

    def _directory(self, authorization: str) -> Iterator[dict[str, Any]]:
        return (each for each in self._everybody(authorization) if each["active"])

    def _everybody(self, authorization: str) -> Iterator[dict[str, Any]]:
        cursor: str | None = ""
        while cursor is not None:
            query = {"limit": str(MAX_LIMIT)} | ({"cursor": cursor} if cursor else {})
            page = self.people.get("/people/employees", authorization, query)
            yield from page["items"] if page else ()
            cursor = page["next"] if page else None


def _to_principal(found: Mapping[str, Any]) -> Principal:
    return Principal(
        id=found["id"],
        name=found["name"],
        roles=frozenset(map(Role, found["roles"])),
        department_ids=frozenset(found["department_ids"]),
        headed_ids=frozenset(found["headed_department_ids"]),
    )

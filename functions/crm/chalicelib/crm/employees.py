"""The company's people, asked through their public API."""

from dataclasses import dataclass

from chalicelib.crm.model.cards import Owner
from portal.neighbours import Neighbour


@dataclass(frozen=True)
class NeighbourEmployees:
    """Employees as the caller may see them."""

    people: Neighbour

    def find(self, authorization: str, employee_id: str) -> Owner | None:
        """An employee who can sign in, or None."""
        found = self.people.get(f"/people/employees/{employee_id}", authorization)
        if found is None or not found["active"]:
            return None
        return Owner(found["id"], found["name"], frozenset(found["department_ids"]))

"""The rights of colleagues, asked through people's public API."""

from dataclasses import dataclass

from portal.neighbours import Neighbour
from portal.principals import Principal, Role


@dataclass(frozen=True)
class NeighbourColleagues:
    """Employees as the caller may see them."""

    people: Neighbour

    def principal(self, authorization: str, employee_id: str) -> Principal | None:
        """An employee who can sign in, or None."""
        found = self.people.get(f"/people/employees/{employee_id}", authorization)
        if found is None or not found["active"]:
            return None
        return Principal(
            id=found["id"],
            name=found["name"],
            roles=frozenset(map(Role, found["roles"])),
            department_ids=frozenset(found["department_ids"]),
            headed_ids=frozenset(found["headed_department_ids"]),
        )
